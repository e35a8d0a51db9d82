import pathlib

from google import genai
from google.genai import types
from pydantic import BaseModel

DEFAULT_MODEL = "gemini-2.5-flash"


class Receipt(BaseModel):
    shop: str
    total: float
    currency: str


class Extractor:
    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self._client = genai.Client()
        self._model = model

    def read(self, picture: pathlib.Path) -> Receipt:
        part = types.Part.from_bytes(data=picture.read_bytes(), mime_type="image/jpeg")
        response = self._client.models.generate_content(
            model=self._model,
            contents=[part, "Extract the receipt."],
            config=types.GenerateContentConfig(response_mime_type="application/json", response_schema=Receipt),
        )
        return response.parsed

    def vector(self, text: str) -> list[float]:
        return self._client.models.embed_content(model="gemini-embedding-001", contents=text).embeddings[0].values
