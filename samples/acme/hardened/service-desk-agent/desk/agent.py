from agents import Agent, Runner

from desk.tools import find_customer, read_tickets, send_mail

INSTRUCTIONS = """You run Acme's service desk.
Read the new tickets, find the customer, and answer by mail."""

service_desk = Agent(
    name="Service desk",
    model="gpt-4.1",
    instructions=INSTRUCTIONS,
    tools=[read_tickets, find_customer, send_mail],
)


def main() -> None:
    print(Runner.run_sync(service_desk, "Work through the new tickets.").final_output)


if __name__ == "__main__":
    main()
