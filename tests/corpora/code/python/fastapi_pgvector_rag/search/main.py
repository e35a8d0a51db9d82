from fastapi import FastAPI
from langchain_huggingface import HuggingFaceEmbeddings
from langchain_openai import ChatOpenAI
from langchain_postgres import PGVector

from search.settings import settings

app = FastAPI(title="search")
embeddings = HuggingFaceEmbeddings(model_name="sentence-transformers/all-mpnet-base-v2")
articles = PGVector(embeddings=embeddings, collection_name="articles", connection=settings.database_url)
llm = ChatOpenAI(base_url=settings.llm_base_url, api_key="unused", model=settings.llm_model)


@app.get("/search")
def search(q: str):
    hits = articles.similarity_search(q, k=5)
    context = "\n\n".join(h.page_content for h in hits)
    return {"answer": llm.invoke(f"{context}\n\nQuestion: {q}").content}
