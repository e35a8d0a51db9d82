import os

MODEL = "meta-llama/Llama-3.1-8B-Instruct"
LLM_URL = os.getenv("LLM_URL", "http://llm:8000/v1")
DATABASE_URL = os.environ["DATABASE_URL"]

SYSTEM_PROMPT = """You help Acme's support staff.
Answer from the customer's record. Never promise a refund."""
