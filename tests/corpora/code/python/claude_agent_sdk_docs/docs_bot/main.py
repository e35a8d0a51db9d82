import asyncio

from claude_agent_sdk import ClaudeAgentOptions, ClaudeSDKClient, create_sdk_mcp_server, tool


@tool("find_page", "Find a page of the documentation", {"query": str})
async def find_page(args):
    return {"content": [{"type": "text", "text": f"page about {args['query']}"}]}


pages = create_sdk_mcp_server(name="pages", version="1.0.0", tools=[find_page])

options = ClaudeAgentOptions(
    model="claude-sonnet-4-5",
    system_prompt="You keep our documentation correct.",
    mcp_servers={"pages": pages, "fetch": {"command": "uvx", "args": ["mcp-server-fetch"]}},
    allowed_tools=["Read", "Edit", "mcp__pages__find_page"],
    permission_mode="acceptEdits",
)


async def main() -> None:
    async with ClaudeSDKClient(options=options) as client:
        await client.query("Which pages mention the old name?")
        async for message in client.receive_response():
            print(message)


asyncio.run(main())
