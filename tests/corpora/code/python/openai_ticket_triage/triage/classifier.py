import json
import logging
import os

from openai import OpenAI

from . import settings

log = logging.getLogger(__name__)

_client = OpenAI(api_key=os.environ["TRIAGE_OPENAI_KEY"], timeout=settings.REQUEST_TIMEOUT)


def classify(subject: str, body: str) -> str:
    """Which queue a ticket belongs to."""
    response = _client.chat.completions.create(
        model=settings.TRIAGE_MODEL,
        response_format={"type": "json_object"},
        messages=[
            {"role": "system", "content": "Assign support tickets to one of the queues. Answer in JSON."},
            {"role": "user", "content": f"{subject}\n\n{body}"},
        ],
    )
    answer = json.loads(response.choices[0].message.content)
    queue = answer.get("queue", "other")
    if queue not in settings.QUEUES:
        log.warning("unknown queue %s", queue)
        return "other"
    return queue
