import asyncio
import sys

from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client
from mcp.client.streamable_http import streamablehttp_client

NOTES = StdioServerParameters(command="uvx", args=["mcp-server-sqlite==2025.4.25", "--db-path", "notes.db"])
REMOTE = "https://mcp.weather.example.com/mcp"


async def tools_of_notes() -> list[str]:
    async with stdio_client(NOTES) as (read, write):
        async with ClientSession(read, write) as session:
            await session.initialize()
            return [t.name for t in (await session.list_tools()).tools]


async def weather(city: str):
    async with streamablehttp_client(REMOTE) as (read, write, _):
        async with ClientSession(read, write) as session:
            await session.initialize()
            return await session.call_tool("forecast", {"city": city})


if __name__ == "__main__":
    print(asyncio.run(weather(sys.argv[1]) if len(sys.argv) > 1 else tools_of_notes()))
