using Sextant.Map;

namespace Sextant.Discovery.Tests.Recognition;

/// <summary>Agents of frameworks as people write them, over several files.</summary>
public sealed class FrameworkTests
{
    private const string Crew = """
        from crewai import Agent, Crew, Process, Task
        from crewai.project import CrewBase, agent, crew, task
        from crewai_tools import SerperDevTool
        @CrewBase
        class News:
            @agent
            def researcher(self) -> Agent:
                return Agent(config=self.agents_config['researcher'], tools=[SerperDevTool()], verbose=True)
            @agent
            def writer(self) -> Agent:
                return Agent(config=self.agents_config["writer"])
            @crew
            def crew(self) -> Crew:
                return Crew(agents=self.agents, tasks=self.tasks, process=Process.sequential)
        """;

    private const string Agents = """
        researcher:
          role: >
            {topic} Senior Researcher
          goal: >
            Find what is new about {topic}
          backstory: >
            You know where to look.
          llm: openai/gpt-4o
        writer:
          role: Writer
          goal: Write a report about {topic}
          backstory: You write.
          llm: anthropic/claude-sonnet-4-5
        """;

    [Theory]
    [InlineData("")]
    [InlineData("    agents_config = 'config/agents.yaml'\n")]
    public void A_crew_has_the_models_and_prompts_of_its_documents(string attribute)
    {
        var map = new Repository().WithFile("src/news/crew.py", Crew.Replace("class News:\n", "class News:\n" + attribute, StringComparison.Ordinal)).WithFile("src/news/config/agents.yaml", Agents).Read();
        Assert.Equal(
            [
                "agent:~/src/news/crew/crew", "agent:~/src/news/crew/researcher", "agent:~/src/news/crew/writer", "ai-service:anthropic", "ai-service:openai",
                "model:anthropic/claude-sonnet-4-5", "model:openai/gpt-4o", "prompt:~/src/news/config/agents/researcher", "prompt:~/src/news/config/agents/writer", "tool:~/src/news/crew/SerperDevTool",
            ],
            Repository.Assets(map));
        Assert.Contains("agent:~/src/news/crew/writer -uses-> model:anthropic/claude-sonnet-4-5", Repository.Relations(map));
        Assert.Contains("agent:~/src/news/crew/researcher -prompted-by-> prompt:~/src/news/config/agents/researcher", Repository.Relations(map));
        Assert.Equal("src/news/config/agents.yaml", map.Assets.Single(a => a.Kind == AssetKind.Prompt && a.Name == "writer").Evidence[0].Path);
    }

    [Theory]
    [InlineData("deepagents", """
        from deepagents import create_deep_agent
        def search(q: str): ...
        critic = {"name": "critic", "description": "d", "prompt": "You criticise.", "tools": [search]}
        agent = create_deep_agent(model="openai:gpt-4o", tools=[search], instructions="You research.", subagents=[critic])
        """, "agent:~/a/agent -delegates-to-> agent:~/a/critic", "agent:~/a/agent -calls-> tool:~/a/search", "agent:~/a/critic -calls-> tool:~/a/search")]
    [InlineData("langgraph supervisor", """
        from langchain_openai import ChatOpenAI
        from langgraph.prebuilt import create_react_agent
        from langgraph_supervisor import create_supervisor
        math = create_react_agent(ChatOpenAI(model="gpt-4o"), tools=[], name="math")
        boss = create_supervisor([math], model=ChatOpenAI(model="gpt-4o")).compile()
        """, "agent:~/a/boss -delegates-to-> agent:~/a/math", "agent:~/a/boss -uses-> model:openai/gpt-4o")]
    [InlineData("langgraph swarm", """
        from langgraph.prebuilt import create_react_agent
        from langgraph_swarm import create_handoff_tool, create_swarm
        alice = create_react_agent("openai:gpt-4o", [create_handoff_tool(agent_name="bob")], name="alice")
        bob = create_react_agent("openai:gpt-4o", [], name="bob")
        team = create_swarm([alice, bob], default_active_agent="alice")
        """, "agent:~/a/team -delegates-to-> agent:~/a/alice", "agent:~/a/team -delegates-to-> agent:~/a/bob")]
    [InlineData("ag2 group chat", """
        import autogen
        config = {"config_list": [{"model": "gpt-4o"}]}
        coder = autogen.AssistantAgent(name="coder", llm_config=config)
        user = autogen.UserProxyAgent(name="user", human_input_mode="NEVER", code_execution_config={"work_dir": "x"})
        chat = autogen.GroupChat(agents=[coder, user], messages=[])
        manager = autogen.GroupChatManager(groupchat=chat, llm_config=config)
        """, "agent:~/a/manager -delegates-to-> agent:~/a/chat", "agent:~/a/chat -delegates-to-> agent:~/a/coder", "agent:~/a/chat -delegates-to-> agent:~/a/user", "agent:~/a/manager -uses-> model:openai/gpt-4o")]
    [InlineData("autogen team", """
        from autogen_agentchat.agents import AssistantAgent
        from autogen_agentchat.teams import RoundRobinGroupChat
        from autogen_ext.models.openai import OpenAIChatCompletionClient
        client = OpenAIChatCompletionClient(model="gpt-4o")
        one = AssistantAgent("one", model_client=client, system_message="You help.")
        team = RoundRobinGroupChat([one])
        """, "agent:~/a/team -delegates-to-> agent:~/a/one", "agent:~/a/one -uses-> model:openai/gpt-4o")]
    [InlineData("google adk", """
        from google.adk.agents import LlmAgent, SequentialAgent
        def lookup(q: str): ...
        one = LlmAgent(name="one", model="gemini-2.0-flash", instruction="You help.", tools=[lookup])
        root_agent = SequentialAgent(name="root", sub_agents=[one])
        """, "agent:~/a/root -delegates-to-> agent:~/a/one", "agent:~/a/one -calls-> tool:~/a/lookup")]
    [InlineData("smolagents", """
        from smolagents import CodeAgent, InferenceClientModel, tool
        @tool
        def lookup(q: str) -> str:
            return q
        web = CodeAgent(tools=[lookup], model=InferenceClientModel("Qwen/Qwen2.5-72B-Instruct"), name="web")
        boss = CodeAgent(tools=[], model=InferenceClientModel("Qwen/Qwen2.5-72B-Instruct"), managed_agents=[web])
        """, "agent:~/a/boss -delegates-to-> agent:~/a/web", "agent:~/a/web -calls-> tool:~/a/lookup")]
    [InlineData("strands", """
        from strands import Agent, tool
        @tool
        def lookup(q: str) -> str:
            return q
        bot = Agent(model="us.anthropic.claude-3-7-sonnet-20250219-v1:0", tools=[lookup], system_prompt="You help.")
        """, "agent:~/a/bot -calls-> tool:~/a/lookup", "agent:~/a/bot -uses-> model:aws-bedrock/us.anthropic.claude-3-7-sonnet-20250219-v1:0")]
    [InlineData("agno", """
        from agno.agent import Agent
        from agno.models.openai import OpenAIChat
        from agno.team import Team
        one = Agent(name="one", model=OpenAIChat(id="gpt-4o"), instructions="You help.")
        team = Team(name="team", members=[one], model=OpenAIChat(id="gpt-4o"))
        """, "agent:~/a/team -delegates-to-> agent:~/a/one", "agent:~/a/one -uses-> model:openai/gpt-4o")]
    [InlineData("pydantic ai", """
        from pydantic_ai import Agent, RunContext
        bot = Agent("openai:gpt-4o", system_prompt="You help.")
        @bot.tool
        def lookup(ctx: RunContext[str], q: str) -> str:
            return q
        """, "agent:~/a/bot -calls-> tool:~/a/lookup", "agent:~/a/bot -uses-> model:openai/gpt-4o")]
    [InlineData("haystack", """
        from haystack.components.agents import Agent
        from haystack.components.generators.chat import OpenAIChatGenerator
        from haystack.tools import tool
        @tool
        def lookup(q: str) -> str:
            return q
        bot = Agent(chat_generator=OpenAIChatGenerator(model="gpt-4o"), tools=[lookup], system_prompt="You help.")
        """, "agent:~/a/bot -calls-> tool:~/a/lookup", "agent:~/a/bot -uses-> model:openai/gpt-4o")]
    [InlineData("dspy", """
        import dspy
        dspy.configure(lm=dspy.LM("openai/gpt-4o"))
        def lookup(q: str): ...
        react = dspy.ReAct("question -> answer", tools=[lookup])
        """, "agent:~/a/react -calls-> tool:~/a/lookup")]
    public void Agents_of_a_framework_are_joined(string framework, string source, params string[] relations)
    {
        var found = Repository.Relations(new Repository().WithFile("a.py", source).Read()).ToArray();
        Assert.True(relations.All(found.Contains), framework + "\n" + string.Join('\n', found));
    }
}
