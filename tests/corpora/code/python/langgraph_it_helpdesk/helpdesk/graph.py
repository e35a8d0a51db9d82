from langchain_anthropic import ChatAnthropic
from langgraph.checkpoint.memory import MemorySaver
from langgraph.graph import END, START, MessagesState, StateGraph
from langgraph.prebuilt import ToolNode, tools_condition

from helpdesk.tools import ALL_TOOLS

llm = ChatAnthropic(model="claude-3-7-sonnet-latest").bind_tools(ALL_TOOLS)


def assistant(state: MessagesState):
    return {"messages": [llm.invoke(state["messages"])]}


helpdesk = StateGraph(MessagesState)
helpdesk.add_node("assistant", assistant)
helpdesk.add_node("tools", ToolNode(ALL_TOOLS))
helpdesk.add_edge(START, "assistant")
helpdesk.add_conditional_edges("assistant", tools_condition)
helpdesk.add_edge("tools", "assistant")

graph = helpdesk.compile(checkpointer=MemorySaver(), interrupt_before=["tools"])
