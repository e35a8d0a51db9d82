from langchain.agents import create_agent
from langchain_mcp_adapters.client import MultiServerMCPClient

from team.connections import CONNECTIONS


async def build():
    client = MultiServerMCPClient(CONNECTIONS)
    tools = await client.get_tools()
    assistant = create_agent("anthropic:claude-sonnet-4-5", tools, system_prompt="You assist a team of developers.")
    return assistant
