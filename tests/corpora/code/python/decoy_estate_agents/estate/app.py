from django.db import models

from estate.agents import Agent, tool


class House(models.Model):
    street = models.CharField(max_length=100)
    prompt = models.TextField(default="You are an assistant that sells houses.")


@tool
def hammer(nail: int) -> int:
    return nail + 1


bob = Agent(name="Bob", model="gpt-4o", tools=["hammer"])
print(bob.run("Rue de la Paix"))
