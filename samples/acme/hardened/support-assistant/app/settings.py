import os

MODEL = "meta-llama/Llama-3.1-8B-Instruct"
LLM_URL = os.getenv("LLM_URL", "http://llm:8000/v1")
LLM_KEY = os.environ["LLM_KEY"]
STAFF_TOKEN = os.environ["STAFF_TOKEN"]
DATABASE_URL = os.environ["DATABASE_URL"]

SYSTEM_PROMPT = """You help Acme's support staff.
Answer from the customer's record. Never promise a refund."""
