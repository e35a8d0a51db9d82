from google.adk.agents import LlmAgent
from google.adk.tools import google_search
from google.adk.tools.mcp_tool.mcp_toolset import MCPToolset, StreamableHTTPConnectionParams

from .shared import LIMIT, MODEL


def reserve_table(restaurant: str, people: int) -> dict:
    """Reserve a table.

    Args:
        restaurant: Its name.
        people: How many.
    """
    if people > LIMIT:
        return {"status": "refused"}
    return {"status": "ok", "restaurant": restaurant}


scout = LlmAgent(name="scout", model=MODEL, instruction="Find restaurants that fit.", tools=[google_search])
calendar = MCPToolset(connection_params=StreamableHTTPConnectionParams(url="https://calendar-mcp.acme.com/mcp"))

root_agent = LlmAgent(
    name="concierge",
    model=MODEL,
    instruction="Plan the evening of a guest.",
    tools=[reserve_table, calendar],
    sub_agents=[scout],
)
