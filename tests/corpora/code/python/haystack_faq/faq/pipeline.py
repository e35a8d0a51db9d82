from haystack import Document, Pipeline
from haystack.components.builders import PromptBuilder
from haystack.components.embedders import SentenceTransformersTextEmbedder
from haystack.components.generators import OpenAIGenerator
from haystack.components.retrievers.in_memory import InMemoryEmbeddingRetriever
from haystack.document_stores.in_memory import InMemoryDocumentStore

store = InMemoryDocumentStore()
TEMPLATE = """
Answer from these entries only.
{% for document in documents %}{{ document.content }}{% endfor %}
Question: {{ question }}
"""


def pipeline() -> Pipeline:
    faq = Pipeline()
    faq.add_component("embedder", SentenceTransformersTextEmbedder(model="intfloat/e5-base-v2"))
    faq.add_component("retriever", InMemoryEmbeddingRetriever(document_store=store, top_k=3))
    faq.add_component("prompt", PromptBuilder(template=TEMPLATE))
    faq.add_component("llm", OpenAIGenerator(model="gpt-4o-mini"))
    faq.connect("embedder.embedding", "retriever.query_embedding")
    faq.connect("retriever", "prompt.documents")
    faq.connect("prompt", "llm")
    return faq


def load(entries: list[str]) -> None:
    store.write_documents([Document(content=e) for e in entries])
