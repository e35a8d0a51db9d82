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

    [Fact]
    public void An_import_does_not_reach_into_a_neighbouring_application()
    {
        const string tool = "def scrape(url):\n    return url\n";
        const string crew = "from crewai import Agent\nfrom tools.web import scrape\nbot = Agent(role='Bot', tools=[scrape])\n";
        Expect(
            new Repository()
                .WithFile("one/pyproject.toml", "").WithFile("one/tools/web.py", tool).WithFile("one/main.py", crew)
                .WithFile("two/pyproject.toml", "").WithFile("two/src/two/__init__.py", "").WithFile("two/src/two/tools/web.py", tool).WithFile("two/src/two/crew.py", crew),
            ["agent:~/one/main/Bot", "agent:~/two/src/two/crew/Bot", "tool:~/one/tools/web/scrape", "tool:~/two/src/two/tools/web/scrape"],
            ["agent:~/one/main/Bot -calls-> tool:~/one/tools/web/scrape", "agent:~/two/src/two/crew/Bot -calls-> tool:~/two/src/two/tools/web/scrape"]);
    }

    [Fact]
    public void A_library_of_the_repository_is_followed_from_its_applications() => Expect(
        new Repository()
            .WithFile("libs/common/pyproject.toml", "").WithFile("libs/common/src/common/web.py", "def scrape(url):\n    return url\n")
            .WithFile("apps/one/requirements.txt", "").WithFile("apps/one/main.py", "from crewai import Agent\nfrom common.web import scrape\nbot = Agent(role='Bot', tools=[scrape])\n"),
        ["agent:~/apps/one/main/Bot", "tool:~/libs/common/src/common/web/scrape"]);

    private static Repository Library() => new Repository()
        .WithFile("src/agents/__init__.py", "from .agent import Agent\n")
        .WithFile("src/agents/agent.py", "class Agent:\n    def __init__(self, name, instructions):\n        self.name = name\n");

    private static void Expect(Repository repository, string[] assets, string[]? relations = null)
    {
        var map = repository.Read();
        Assert.Equal(assets, Repository.Assets(map));
        if (relations is not null)
            Assert.Equal(relations, Repository.Relations(map));
    }
}
