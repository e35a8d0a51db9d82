from crewai import Agent, Crew, LLM, Process, Task
from crewai.project import CrewBase, agent, crew, task
from crewai_tools import ScrapeWebsiteTool, SerperDevTool

editor_llm = LLM(model="anthropic/claude-3-5-haiku-20241022", temperature=0.2)


@CrewBase
class Newsroom:
    """Writes short articles."""

    agents_config = "config/agents.yaml"
    tasks_config = "config/tasks.yaml"

    @agent
    def reporter(self) -> Agent:
        return Agent(config=self.agents_config["reporter"], tools=[SerperDevTool(), ScrapeWebsiteTool()])

    @agent
    def editor(self) -> Agent:
        return Agent(config=self.agents_config["editor"], llm=editor_llm)

    @task
    def research(self) -> Task:
        return Task(config=self.tasks_config["research"])

    @task
    def article(self) -> Task:
        return Task(config=self.tasks_config["article"], output_file="article.md")

    @crew
    def crew(self) -> Crew:
        return Crew(agents=self.agents, tasks=self.tasks, process=Process.sequential)
