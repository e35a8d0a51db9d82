from unittest.mock import MagicMock

from openai import OpenAI

from slugs.core import slug


def test_slug():
    assert slug("A b") == "a-b"


def test_names_of_a_model():
    reply = OpenAI().chat.completions.create(model="gpt-3.5-turbo", messages=[{"role": "user", "content": "a title"}])
    assert slug(reply.choices[0].message.content)


def test_with_a_mock():
    client = MagicMock()
    client.chat.completions.create(model="gpt-4-mock", messages=[])
