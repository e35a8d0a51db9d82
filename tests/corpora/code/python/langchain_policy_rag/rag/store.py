from langchain_chroma import Chroma
from langchain_community.document_loaders import PyPDFDirectoryLoader
from langchain_openai import OpenAIEmbeddings
from langchain_text_splitters import RecursiveCharacterTextSplitter

EMBEDDING = "text-embedding-3-small"


def build() -> Chroma:
    pages = PyPDFDirectoryLoader("policies/").load()
    chunks = RecursiveCharacterTextSplitter(chunk_size=800, chunk_overlap=80).split_documents(pages)
    return Chroma.from_documents(chunks, OpenAIEmbeddings(model=EMBEDDING), collection_name="policies", persist_directory=".chroma")
