import os
import smtplib
from email.message import EmailMessage

import psycopg
import requests
from agents import function_tool

TICKETS = "https://acme.zendesk.com/api/v2/tickets.json"


@function_tool
def read_tickets(status: str = "new") -> list[dict]:
    """Read the tickets that customers opened."""
    answer = requests.get(TICKETS, params={"status": status}, auth=("desk", os.environ["ZENDESK_TOKEN"]), timeout=10)
    return answer.json()["tickets"]


@function_tool
def find_customer(email: str) -> dict:
    """Look a customer up by e-mail address."""
    with psycopg.connect(os.environ["CUSTOMERS_DATABASE_URL"]) as connection:
        row = connection.execute(
            "SELECT name, email, address, date_of_birth, iban FROM customers WHERE email = %s", (email,)
        ).fetchone()
    return {"customer": row}


@function_tool
def send_mail(to: str, subject: str, body: str) -> str:
    """Send a mail."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "desk@acme.example", to, subject
    message.set_content(body)
    with smtplib.SMTP(os.environ["SMTP_HOST"]) as server:
        server.send_message(message)
    return "sent"
