import asyncio
from typing import Annotated

from agent_framework import ChatAgent, ai_function
from agent_framework.openai import OpenAIChatClient


@ai_function
def specials(day: Annotated[str, "day of the week"]) -> str:
    """The specials of a day."""
    return "soup" if day == "monday" else "fish"


@ai_function(approval_mode="always_require")
def order(dish: str) -> str:
    """Order a dish."""
    with open("orders.txt", "a") as book:
        book.write(dish + "\n")
    return "ordered"


waiter = ChatAgent(
    chat_client=OpenAIChatClient(model_id="gpt-4o-mini"),
    name="waiter",
    instructions="You are a waiter.",
    tools=[specials, order],
)

if __name__ == "__main__":
    print(asyncio.run(waiter.run("What is good on monday?")))
