from langchain_tavily import TavilySearch
from langgraph.prebuilt import create_react_agent
from langgraph_supervisor import create_supervisor

from team.models import chat


def convert(amount: float, rate: float) -> float:
    """Convert an amount of money."""
    return round(amount * rate, 2)


researcher = create_react_agent(chat(), tools=[TavilySearch(max_results=3)], name="researcher", prompt="You look things up and cite where you found them.")
accountant = create_react_agent(chat(), tools=[convert], name="accountant", prompt="You only do arithmetic.")

workflow = create_supervisor([researcher, accountant], model=chat(), prompt="Give each question to the right colleague.", supervisor_name="lead")
app = workflow.compile()

if __name__ == "__main__":
    print(app.invoke({"messages": [{"role": "user", "content": "What is the turnover of Acme in euros?"}]}))
