import asyncio

from semantic_kernel.agents import ChatCompletionAgent
from semantic_kernel.connectors.ai.open_ai import AzureChatCompletion

from lights.plugin import LightsPlugin

service = AzureChatCompletion(deployment_name="home-4o", endpoint="https://acme-home.openai.azure.com")
butler = ChatCompletionAgent(service=service, name="Butler", instructions="You look after a house.", plugins=[LightsPlugin()])


async def main() -> None:
    print(await butler.get_response("Is the kitchen dark?"))


if __name__ == "__main__":
    asyncio.run(main())
