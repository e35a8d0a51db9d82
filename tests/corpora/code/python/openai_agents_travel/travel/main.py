import asyncio

from agents import Agent, Runner, handoff
from agents.mcp import MCPServerStdio

from travel import guards
from travel.tools import list_flights, pay

FAST = "gpt-4.1-mini"


async def main(question: str) -> str:
    async with MCPServerStdio(params={"command": "npx", "args": ["-y", "@modelcontextprotocol/server-google-maps"]}) as maps:
        booking = Agent(name="Booking", model="gpt-4.1", instructions="Book the flight that the customer chose.", tools=[pay])
        search = Agent(name="Search", model=FAST, instructions="Find flights.", tools=[list_flights], mcp_servers=[maps], handoffs=[handoff(booking)])
        desk = Agent(name="Desk", model=FAST, instructions="Decide who can help.", handoffs=[search, booking], input_guardrails=[guards.only_travel])
        return (await Runner.run(desk, question)).final_output


if __name__ == "__main__":
    print(asyncio.run(main(input("> "))))
