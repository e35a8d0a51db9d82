import os

from openai import OpenAI
from qdrant_client import QdrantClient, models

COLLECTION = "products"
EMBEDDING_MODEL = "text-embedding-3-large"

openai_client = OpenAI()
qdrant = QdrantClient(url=os.environ.get("QDRANT_URL", "http://qdrant:6333"))


def embed(text: str) -> list[float]:
    return openai_client.embeddings.create(model=EMBEDDING_MODEL, input=text).data[0].embedding


def add(identifier: int, text: str) -> None:
    qdrant.upsert(collection_name=COLLECTION, points=[models.PointStruct(id=identifier, vector=embed(text), payload={"text": text})])


def find(query: str, limit: int = 5):
    return qdrant.query_points(collection_name=COLLECTION, query=embed(query), limit=limit).points
