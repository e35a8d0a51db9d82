from functools import lru_cache

from langchain_core.prompts import PromptTemplate
from langchain_google_genai import ChatGoogleGenerativeAI

from summaries.prompts import TITLE

title_prompt = PromptTemplate.from_template(TITLE)


@lru_cache
def chat(model: str = "gemini-1.5-flash") -> ChatGoogleGenerativeAI:
    return ChatGoogleGenerativeAI(model=model, temperature=0.3)
