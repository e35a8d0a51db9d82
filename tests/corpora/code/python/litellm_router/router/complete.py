import os

import litellm
from litellm import acompletion

CHEAP = "groq/llama-3.1-8b-instant"
STRONG = "anthropic/claude-sonnet-4-20250514"


async def complete(prompt: str, hard: bool = False) -> str:
    model = STRONG if hard else CHEAP
    reply = await acompletion(model=model, messages=[{"role": "user", "content": prompt}])
    return reply.choices[0].message.content


def embed(texts: list[str]):
    return litellm.embedding(model=os.getenv("EMBED_MODEL", "cohere/embed-multilingual-v3.0"), input=texts)
