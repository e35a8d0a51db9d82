import asyncio

from autogen_agentchat.agents import AssistantAgent, CodeExecutorAgent
from autogen_agentchat.conditions import TextMentionTermination
from autogen_agentchat.teams import RoundRobinGroupChat
from autogen_ext.code_executors.docker import DockerCommandLineCodeExecutor
from autogen_ext.models.openai import OpenAIChatCompletionClient

REVIEWER = "You review Python changes. Say APPROVE when nothing is left to do."


def complexity(source: str) -> int:
    """Cyclomatic complexity of a piece of code."""
    return source.count("if ") + source.count("for ") + 1


async def main(patch: str) -> None:
    client = OpenAIChatCompletionClient(model="gpt-4o-2024-08-06")
    reviewer = AssistantAgent("reviewer", model_client=client, tools=[complexity], system_message=REVIEWER)
    runner = CodeExecutorAgent("runner", code_executor=DockerCommandLineCodeExecutor(work_dir="out"))
    team = RoundRobinGroupChat([reviewer, runner], termination_condition=TextMentionTermination("APPROVE"))
    async for message in team.run_stream(task=patch):
        print(message)


if __name__ == "__main__":
    asyncio.run(main(open("change.patch").read()))
