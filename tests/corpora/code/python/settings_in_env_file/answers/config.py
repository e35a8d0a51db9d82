import os

from dotenv import load_dotenv

load_dotenv()

ANSWER_MODEL = os.environ["ANSWER_MODEL"]
EMBEDDING_MODEL = os.getenv("EMBEDDING_MODEL")
