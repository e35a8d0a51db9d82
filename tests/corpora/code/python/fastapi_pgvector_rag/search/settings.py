from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    database_url: str = "postgresql+psycopg://rag@vectors-db:5432/knowledge"
    llm_base_url: str = "http://vllm:8000/v1"
    llm_model: str = "meta-llama/Llama-3.1-8B-Instruct"


settings = Settings()
