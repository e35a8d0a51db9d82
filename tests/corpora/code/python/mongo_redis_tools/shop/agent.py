from agents import Agent, function_tool

from shop.stores import carts, mongo


@function_tool
def find_products(words: str) -> list[dict]:
    """Find products."""
    return list(mongo.shop.products.find({"$text": {"$search": words}}).limit(5))


@function_tool
def empty_cart(customer: str) -> str:
    """Empty the cart of a customer."""
    carts.delete(f"cart:{customer}")
    return "empty"


seller = Agent(name="Seller", model="gpt-4.1-nano", instructions="Help the customer find things.", tools=[find_products, empty_cart])
