import os

LLM = {
    "config_list": [{"model": "gpt-4-turbo", "api_key": os.environ.get("OPENAI_API_KEY")}],
    "temperature": 0,
}
