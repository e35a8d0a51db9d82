import secrets

import psycopg
from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from openai import OpenAI

from app import settings

app = FastAPI(title="Support assistant")
llm = OpenAI(base_url=settings.LLM_URL, api_key=settings.LLM_KEY)


def staff(credentials: HTTPAuthorizationCredentials = Depends(HTTPBearer())) -> None:
    if not secrets.compare_digest(credentials.credentials, settings.STAFF_TOKEN):
        raise HTTPException(status_code=401)


def customer(number: int) -> str:
    with psycopg.connect(settings.DATABASE_URL) as connection:
        row = connection.execute(
            "SELECT name, email, phone, last_order FROM customers WHERE id = %s", (number,)
        ).fetchone()
    return str(row)


@app.post("/ask", dependencies=[Depends(staff)])
def ask(number: int, question: str) -> str:
    answer = llm.chat.completions.create(
        model=settings.MODEL,
        messages=[
            {"role": "system", "content": settings.SYSTEM_PROMPT},
            {"role": "user", "content": f"{customer(number)}\n\n{question}"},
        ],
    )
    return answer.choices[0].message.content
