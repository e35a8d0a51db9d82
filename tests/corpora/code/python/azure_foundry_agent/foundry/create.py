import os

from azure.ai.agents.models import CodeInterpreterTool
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

INSTRUCTIONS = "You draw charts of the numbers that you are given."

project = AIProjectClient(endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential())
interpreter = CodeInterpreterTool()


def create():
    return project.agents.create_agent(model="gpt-4o", name="charts", instructions=INSTRUCTIONS, tools=interpreter.definitions)
