from autogen import AssistantAgent, GroupChat, GroupChatManager, UserProxyAgent, register_function

from finance.config import LLM


def exchange_rate(base: str, quote: str) -> float:
    return {"USDEUR": 0.92}.get(base + quote, 1.0)


planner = AssistantAgent("planner", llm_config=LLM, system_message="You plan how to answer a question about money.")
coder = AssistantAgent(name="coder", llm_config=LLM)
boss = UserProxyAgent("boss", human_input_mode="TERMINATE", code_execution_config={"work_dir": "work", "use_docker": True})

register_function(exchange_rate, caller=coder, executor=boss, description="A rate of exchange.")

group = GroupChat(agents=[planner, coder, boss], messages=[], max_round=12)
manager = GroupChatManager(groupchat=group, llm_config=LLM)

if __name__ == "__main__":
    boss.initiate_chat(manager, message="How much is 100 dollars?")
