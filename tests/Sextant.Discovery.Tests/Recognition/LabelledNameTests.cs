using Sextant.Map;

namespace Sextant.Discovery.Tests.Recognition;

/// <summary>What things are called, and which value a name has where it is used.</summary>
public sealed class LabelledNameTests
{
    [Fact]
    public void A_name_that_is_set_anew_has_its_last_value() => Expect(
        new Repository().WithFile("a.py", "from openai import OpenAI\nMODEL = 'gpt-4o'\nMODEL = 'gpt-4o-mini'\nOpenAI().responses.create(model=MODEL, input='x')\nMODEL = 'o3'\n"),
        ["ai-service:openai", "model:openai/gpt-4o-mini"]);

    [Theory]
    [InlineData("if slow:\n    MODEL = 'gpt-4o-mini'\n")]
    [InlineData("if slow: MODEL = 'gpt-4o-mini'\n")]
    [InlineData("for slow in []:\n    MODEL = 'gpt-4o-mini'\n")]
    public void A_name_that_may_be_set_anew_has_both_values(string again) => Expect(
        new Repository().WithFile("a.py", $"from openai import OpenAI\nslow = True\nMODEL = 'gpt-4o'\n{again}OpenAI().responses.create(model=MODEL, input='x')\n"),
        ["ai-service:openai", "model:openai/gpt-4o", "model:openai/gpt-4o-mini"]);

    [Fact]
    public void Agents_of_two_functions_that_share_a_variable_are_two_agents() => Expect(
        new Repository().WithFile("a.py", """
            from deepagents import create_deep_agent
            def build_web():
                agent = create_deep_agent(system_prompt="Search the web.")
                return agent
            def build_files():
                agent = create_deep_agent(system_prompt="Search the files.")
                return agent
            """),
        ["agent:~/a/build_files", "agent:~/a/build_web", "prompt:~/a/build_files", "prompt:~/a/build_web"]);

    [Theory]
    [InlineData("You are a helpful assistant")]
    [InlineData("A marketer with experience.")]
    [InlineData("A marketer of medicine who also knows what all the hospitals buy")]
    public void A_role_that_is_a_sentence_is_not_the_name_of_an_agent(string role) => Expect(
        new Repository().WithFile("a.py", $"from crewai import Agent\nhelper = Agent(role='{role}')\n"), ["agent:~/a/helper"]);

    [Fact]
    public void A_short_role_is_the_name_of_an_agent() => Expect(
        new Repository().WithFile("a.py", "from crewai import Agent\nhelper = Agent(role='Local Expert at this city')\n"), ["agent:~/a/Local-Expert-at-this-city"]);

    [Fact]
    public void Agents_kept_in_a_map_are_those_of_its_values()
    {
        var map = new Repository().WithFile("a.py", """
            from crewai import Agent, Crew
            agents = {"one": Agent(role="One"), "two": Agent(role="Two")}
            crew = Crew(agents=list(agents.values()))
            """).Read();
        Assert.Equal(["agent:~/a/crew -delegates-to-> agent:~/a/One", "agent:~/a/crew -delegates-to-> agent:~/a/Two"], Repository.Relations(map));
    }

    [Fact]
    public void What_a_query_gives_back_is_not_a_vector_store() => Expect(
        new Repository().WithFile("a.py", "import os\nfrom qdrant_client import QdrantClient\nCOLLECTION = os.environ['C']\nhits = QdrantClient(':memory:').query_points(collection_name=COLLECTION, query=[1])\n"),
        ["vector-store:~/a/COLLECTION"]);

    [Theory]
    [InlineData("litellm/anthropic/claude-3-5-haiku-latest", "anthropic")]
    [InlineData("any-llm/openrouter/anthropic/claude-3-5-haiku-latest", "anthropic")]
    public void A_library_that_routes_calls_is_not_part_of_the_name_of_a_model(string name, string maker)
    {
        var map = new Repository().WithFile("a.py", $"from agents import Agent\nbot = Agent(name='Bot', model='{name}')\n").Read();
        Assert.Contains($"model:{maker}/claude-3-5-haiku-latest", Repository.Assets(map));
        Assert.DoesNotContain(Repository.Assets(map), a => a.Contains("litellm", StringComparison.Ordinal) || a.Contains("any-llm", StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_whose_text_is_cut_before_it_is_indexed_is_still_indexed()
    {
        var map = new Repository().WithFile("a.py", """
            from langchain_chroma import Chroma
            from langchain_core.documents import Document
            from langchain_community.document_loaders import WebBaseLoader
            docs = WebBaseLoader("https://example.com/a").load()
            text = docs[0].page_content.split("code")[1]
            docs = [Document(page_content=text)]
            store = Chroma.from_documents(documents=docs)
            """).Read();
        Assert.Contains("vector-store:~/a/store -indexes-> dataset:url/example.com/a", Repository.Relations(map));
    }

    [Fact]
    public void Folders_of_integration_tests_are_tests()
    {
        var map = new Repository().WithFile("integration_tests/support.py", "from agents import Agent\nbot = Agent(name='Bot')\n").Read();
        Assert.Equal("test", Repository.Facet(map, "agent:~/integration_tests/support/Bot", "scope"));
    }

    [Fact]
    public void A_page_that_is_loaded_is_named_by_its_address()
    {
        var map = new Repository().WithFile("a.py", """
            from langchain_chroma import Chroma
            from langchain_community.document_loaders import WebBaseLoader
            docs = WebBaseLoader("https://example.com/posts/agent/").load()
            store = Chroma.from_documents(documents=docs)
            """).Read();
        Assert.Equal("example.com/posts/agent", map.Assets.Single(a => a.Kind == AssetKind.Dataset).Name);
    }

    private static void Expect(Repository repository, string[] assets) => Assert.Equal(assets, Repository.Assets(repository.Read()));
}
