import os

import openai

IMAGE_MODEL = os.getenv("IMAGE_MODEL", "gpt-image-1")


class CopyWriter:
    def __init__(self, tone: str = "friendly"):
        self.tone = tone
        self.text = openai.OpenAI(base_url="https://openrouter.ai/api/v1", api_key=os.environ["OPENROUTER_API_KEY"])
        self.pictures = openai.OpenAI()

    def slogan(self, product: str) -> str:
        reply = self.text.chat.completions.create(
            model="mistralai/mistral-large-2411",
            messages=[{"role": "user", "content": f"A {self.tone} slogan for {product}"}],
        )
        return reply.choices[0].message.content

    def banner(self, product: str) -> str:
        picture = self.pictures.images.generate(model=IMAGE_MODEL, prompt=f"Banner for {product}", size="1024x1024")
        return picture.data[0].b64_json
