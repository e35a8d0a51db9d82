"""Settings of the triage service."""
import os

TRIAGE_MODEL = "gpt-4o-mini"
REQUEST_TIMEOUT = float(os.environ.get("REQUEST_TIMEOUT", "20"))
QUEUES = ("billing", "shipping", "technical", "other")
