"""Examples shown on our site.

    from openai import OpenAI
    OpenAI().chat.completions.create(model="gpt-4", messages=[])
"""

# client = anthropic.Anthropic()
# client.messages.create(model="claude-3-opus-20240229")

QUICKSTART = '''
from agents import Agent
agent = Agent(name="Assistant", model="gpt-4o", instructions="You are helpful.")
'''

SUPPORTED = ["gpt-4o", "claude-3-5-sonnet-latest", "gemini-1.5-pro"]


def render(name: str) -> str:
    return f"<pre>{QUICKSTART}</pre><p>{name} works with {', '.join(SUPPORTED)}</p>"
