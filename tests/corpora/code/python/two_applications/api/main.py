import os

from fastapi import FastAPI
from mistralai import Mistral

app = FastAPI()
client = Mistral(api_key=os.environ["MISTRAL_API_KEY"])


@app.get("/rhyme")
def rhyme(word: str) -> str:
    reply = client.chat.complete(model="mistral-small-latest", messages=[{"role": "user", "content": f"A rhyme on {word}"}])
    return reply.choices[0].message.content
