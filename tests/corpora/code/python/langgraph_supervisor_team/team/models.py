import os

from langchain.chat_models import init_chat_model


def chat(name: str = "openai:gpt-4.1-mini"):
    return init_chat_model(os.environ.get("TEAM_MODEL", name), temperature=0)
