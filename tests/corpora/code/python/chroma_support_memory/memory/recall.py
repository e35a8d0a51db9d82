from memory.store import conversations


def similar(text: str, count: int = 3) -> list[str]:
    found = conversations.query(query_texts=[text], n_results=count)
    return found["documents"][0]
