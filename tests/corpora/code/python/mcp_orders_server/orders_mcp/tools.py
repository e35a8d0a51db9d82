import os

import psycopg

from orders_mcp.app import mcp


def connection():
    return psycopg.connect(os.environ["ORDERS_DATABASE_URL"])


@mcp.tool()
def order_status(order_id: int) -> str:
    """The status of an order."""
    with connection() as db:
        return db.execute("SELECT status FROM orders WHERE id = %s", (order_id,)).fetchone()[0]


@mcp.tool(name="cancel_order")
def cancel(order_id: int, reason: str) -> str:
    """Cancel an order."""
    with connection() as db:
        db.execute("UPDATE orders SET status = 'cancelled', reason = %s WHERE id = %s", (reason, order_id))
    return "cancelled"


@mcp.resource("orders://policy")
def policy() -> str:
    return "Orders can be cancelled until they are sent."
