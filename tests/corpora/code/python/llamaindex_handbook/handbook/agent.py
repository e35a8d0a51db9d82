import asyncio

from llama_index.core import SimpleDirectoryReader, VectorStoreIndex
from llama_index.core.agent.workflow import FunctionAgent
from llama_index.core.tools import QueryEngineTool
from llama_index.llms.ollama import Ollama

from handbook.config import configure

configure()
documents = SimpleDirectoryReader("handbook/pages").load_data()
index = VectorStoreIndex.from_documents(documents)
lookup = QueryEngineTool.from_defaults(index.as_query_engine(), name="handbook", description="The handbook of the company.")


def holidays_left(employee: str) -> int:
    """How many days of holiday an employee has left."""
    return 12 if employee else 0


clerk = FunctionAgent(
    name="clerk",
    llm=Ollama(model="llama3.1:8b"),
    tools=[lookup, holidays_left],
    system_prompt="You answer questions of employees about the handbook.",
)


async def main() -> None:
    print(await clerk.run("How many days of parental leave do I get?"))


if __name__ == "__main__":
    asyncio.run(main())
