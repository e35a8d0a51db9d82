using Sextant.Map;

namespace Sextant.Discovery.Tests.Recognition;

/// <summary>Repositories that are the source of a library which the catalog knows.</summary>
public sealed class PublishedPackageTests
{
    private const string Use = "from agents import Agent\nbot = Agent(name='Bot', instructions='Help.')\n";

    [Theory]
    [InlineData("pyproject.toml", "[project]\nname = \"openai-agents\"\n")]
    [InlineData("pyproject.toml", "[tool.poetry]\nname = \"openai_agents\"\n")]
    [InlineData("setup.cfg", "[metadata]\nname = openai-agents\n")]
    [InlineData("setup.py", "from setuptools import setup\nsetup(\n    name='openai-agents',\n)\n")]
    [InlineData("setup.py", "from setuptools import setup\nsetup(name=\"openai-agents\", version=\"1\")\n")]
    public void The_examples_of_a_library_use_it_as_published(string manifest, string text) => Expect(
        Library().WithFile(manifest, text).WithFile("examples/bot.py", Use),
        ["agent:~/examples/bot/Bot", "prompt:~/examples/bot/Bot"]);

    [Fact]
    public void The_library_itself_is_read_as_the_code_that_it_is() => Expect(
        Library().WithFile("pyproject.toml", "[project]\nname = 'openai-agents'\n").WithFile("src/agents/repl.py", Use), []);

    [Fact]
    public void A_package_that_only_has_the_name_of_a_known_one_is_local() => Expect(
        Library().WithFile("pyproject.toml", "[project]\nname = 'our-shop'\n").WithFile("examples/bot.py", Use), []);

    [Fact]
    public void A_library_of_a_monorepo_is_published_for_all_of_it() => Expect(
        new Repository()
            .WithFile("libs/langgraph/pyproject.toml", "[project]\nname = 'langgraph'\n")
            .WithFile("libs/langgraph/langgraph/graph/__init__.py", "class StateGraph:\n    pass\n")
            .WithFile("libs/prebuilt/pyproject.toml", "[project]\nname = 'langgraph-prebuilt'\n")
            .WithFile("libs/prebuilt/langgraph/prebuilt/__init__.py", "def create_react_agent(model, tools):\n    pass\n")
            .WithFile("examples/a.py", "from langgraph.prebuilt import create_react_agent\nbot = create_react_agent('openai:gpt-4o', tools=[])\n"),
        ["agent:~/examples/a/bot", "ai-service:openai", "model:openai/gpt-4o"]);

    [Fact]
    public void A_dotted_import_root_is_published_too() => Expect(
        new Repository()
            .WithFile("pyproject.toml", "[project]\nname = 'google-adk'\n")
            .WithFile("src/google/adk/agents/__init__.py", "class LlmAgent:\n    pass\n")
            .WithFile("samples/a.py", "from google.adk.agents import LlmAgent\nroot_agent = LlmAgent(name='helper', model='gemini-2.5-flash')\n"),
        ["agent:~/samples/a/helper", "ai-service:google", "model:google/gemini-2.5-flash"]);

    private static Repository Library() => new Repository()
        .WithFile("src/agents/__init__.py", "from .agent import Agent\n")
        .WithFile("src/agents/agent.py", "class Agent:\n    def __init__(self, name, instructions):\n        self.name = name\n");

    private static void Expect(Repository repository, string[] assets) => Assert.Equal(assets, Repository.Assets(repository.Read()));
}
