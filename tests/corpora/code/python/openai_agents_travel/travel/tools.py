import stripe
from agents import function_tool


@function_tool
def list_flights(origin: str, destination: str, day: str) -> list[dict]:
    """Flights between two airports on a day."""
    return [{"origin": origin, "destination": destination, "day": day, "price": 120}]


@function_tool(needs_approval=True)
def pay(amount_cents: int, customer: str) -> str:
    """Charge the customer's card."""
    return stripe.PaymentIntent.create(amount=amount_cents, currency="eur", customer=customer).id
