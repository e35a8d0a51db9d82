from promptflow.core import tool


@tool
def shorten(question: str) -> str:
    return question.strip()[:500]
