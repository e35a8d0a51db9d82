import cohere

co = cohere.ClientV2()


def rank(query: str, documents: list[str]):
    return co.rerank(model="rerank-v3.5", query=query, documents=documents, top_n=3).results
