import anthropic

from contracts.tools import SPECS, days_until, find_clause

SYSTEM = "You answer questions about our supplier contracts. Quote the clause you rely on."
HANDLERS = {"find_clause": find_clause, "days_until": days_until}


def ask(question: str, client: anthropic.Anthropic | None = None) -> str:
    client = client or anthropic.Anthropic()
    messages = [{"role": "user", "content": question}]
    while True:
        reply = client.messages.create(model="claude-sonnet-4-5", max_tokens=1024, system=SYSTEM, tools=SPECS, messages=messages)
        if reply.stop_reason != "tool_use":
            return "".join(block.text for block in reply.content if block.type == "text")
        messages.append({"role": "assistant", "content": reply.content})
        results = []
        for block in reply.content:
            if block.type == "tool_use":
                output = HANDLERS[block.name](**block.input)
                results.append({"type": "tool_result", "tool_use_id": block.id, "content": str(output)})
        messages.append({"role": "user", "content": results})
