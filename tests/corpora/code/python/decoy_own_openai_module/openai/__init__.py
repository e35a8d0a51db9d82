class OpenAI:
    """Client of the opening hours API."""

    def __init__(self, base_url="http://hours.internal"):
        self.base_url = base_url
        self.chat = self

    @property
    def completions(self):
        return self

    def create(self, model, messages):
        return {"model": model, "open": bool(messages)}
