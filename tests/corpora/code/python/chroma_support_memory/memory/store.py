import chromadb
from chromadb.utils import embedding_functions

minilm = embedding_functions.SentenceTransformerEmbeddingFunction(model_name="all-MiniLM-L6-v2")
client = chromadb.HttpClient(host="chroma", port=8000)
conversations = client.get_or_create_collection(name="conversations", embedding_function=minilm)


def remember(conversation_id: str, text: str) -> None:
    conversations.add(ids=[conversation_id], documents=[text])
