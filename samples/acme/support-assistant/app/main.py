import psycopg
from fastapi import FastAPI
from openai import OpenAI

from app import settings

app = FastAPI(title="Support assistant")
llm = OpenAI(base_url=settings.LLM_URL, api_key="unused")


def customer(number: int) -> str:
    with psycopg.connect(settings.DATABASE_URL) as connection:
        row = connection.execute(
            "SELECT name, email, phone, last_order FROM customers WHERE id = %s", (number,)
        ).fetchone()
    return str(row)


@app.post("/ask")
def ask(number: int, question: str) -> str:
    answer = llm.chat.completions.create(
        model=settings.MODEL,
        messages=[
            {"role": "system", "content": settings.SYSTEM_PROMPT},
            {"role": "user", "content": f"{customer(number)}\n\n{question}"},
        ],
    )
    return answer.choices[0].message.content
