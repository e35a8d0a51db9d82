from dataclasses import dataclass

import asyncpg
from pydantic_ai import Agent, RunContext
from pydantic_ai.models.openai import OpenAIChatModel
from pydantic_ai.providers.openai import OpenAIProvider

local = OpenAIChatModel("qwen2.5:14b", provider=OpenAIProvider(base_url="http://localhost:11434/v1", api_key="ollama"))


@dataclass
class Deps:
    customer_id: int
    pool: asyncpg.Pool


support = Agent(local, deps_type=Deps, system_prompt="You are the support agent of a bank. Never guess a balance.")


@support.tool
async def balance(ctx: RunContext[Deps], include_pending: bool) -> float:
    """The balance of the customer's account."""
    row = await ctx.deps.pool.fetchrow("SELECT balance FROM accounts WHERE customer = $1", ctx.deps.customer_id)
    return float(row["balance"])


@support.tool_plain
def opening_hours(city: str) -> str:
    return "9-17" if city else "unknown"


async def answer(question: str, customer_id: int) -> str:
    pool = await asyncpg.create_pool(host="bank-db", port=5432, database="accounts", user="support")
    result = await support.run(question, deps=Deps(customer_id, pool))
    return result.output
