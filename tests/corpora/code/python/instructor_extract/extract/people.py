import instructor
from openai import AsyncOpenAI

from extract.schema import Person

MODEL = "gpt-4o-mini-2024-07-18"
client = instructor.from_openai(AsyncOpenAI())


async def people(text: str) -> list[Person]:
    return await client.chat.completions.create(
        model=MODEL,
        response_model=list[Person],
        messages=[{"role": "system", "content": "List the people of a text."}, {"role": "user", "content": text}],
    )
