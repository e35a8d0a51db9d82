from openai import OpenAI

from answers import config

client = OpenAI()


def answer(question: str) -> str:
    reply = client.responses.create(model=config.ANSWER_MODEL, input=question)
    return reply.output_text


def vector(text: str) -> list[float]:
    return client.embeddings.create(model=config.EMBEDDING_MODEL, input=[text]).data[0].embedding
