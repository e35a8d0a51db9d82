import sqlite3

DB_PATH = "data/contracts.db"


def find_clause(contract_id: str, topic: str) -> str:
    with sqlite3.connect(DB_PATH) as db:
        rows = db.execute("SELECT text FROM clauses WHERE contract = ? AND topic = ?", (contract_id, topic)).fetchall()
    return "\n".join(row[0] for row in rows)


def days_until(date: str) -> int:
    from datetime import date as day

    return (day.fromisoformat(date) - day.today()).days


SPECS = [
    {"name": "find_clause", "description": "Find clauses of a contract.", "input_schema": {"type": "object", "properties": {"contract_id": {"type": "string"}, "topic": {"type": "string"}}}},
    {"name": "days_until", "description": "Days until a date.", "input_schema": {"type": "object", "properties": {"date": {"type": "string"}}}},
]
