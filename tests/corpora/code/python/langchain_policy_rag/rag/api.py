from fastapi import FastAPI
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate
from langchain_core.runnables import RunnablePassthrough
from langchain_openai import ChatOpenAI
from pydantic import BaseModel

from rag.store import build

app = FastAPI()
retriever = build().as_retriever(search_kwargs={"k": 4})

answer_prompt = ChatPromptTemplate.from_messages([
    ("system", "Answer from the policies below. Say so if they do not answer the question.\n\n{context}"),
    ("human", "{question}"),
])

chain = (
    {"context": retriever, "question": RunnablePassthrough()}
    | answer_prompt
    | ChatOpenAI(model="gpt-4.1", temperature=0)
    | StrOutputParser()
)


class Question(BaseModel):
    text: str


@app.post("/ask")
def ask(question: Question) -> dict[str, str]:
    return {"answer": chain.invoke(question.text)}
