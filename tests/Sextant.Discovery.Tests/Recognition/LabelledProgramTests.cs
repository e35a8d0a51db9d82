using Sextant.Map;

namespace Sextant.Discovery.Tests.Recognition;

/// <summary>Small programs with exactly what must be found in them, across files, choices and wrappers.</summary>
public sealed class LabelledProgramTests
{
    [Fact]
    public void A_client_made_in_another_file_is_followed() => Expect(
        new Repository()
            .WithFile("app/llm.py", "from openai import OpenAI\n\ndef make():\n    return OpenAI()\n\nclient = make()\n")
            .WithFile("app/chat.py", "from app.llm import client\nreply = client.chat.completions.create(model='gpt-4o', messages=[])\n"),
        ["ai-service:openai", "model:openai/gpt-4o"],
        ["ai-service:openai -serves-> model:openai/gpt-4o", "application -uses-> ai-service:openai", "application -uses-> model:openai/gpt-4o"]);

    [Fact]
    public void A_constant_of_another_file_names_the_model() => Expect(
        new Repository()
            .WithFile("settings.py", "CHAT_MODEL = 'claude-3-5-haiku-latest'\n")
            .WithFile("main.py", "import anthropic\nimport settings\nanthropic.Anthropic().messages.create(model=settings.CHAT_MODEL, max_tokens=1, messages=[])\n"),
        ["ai-service:anthropic", "model:anthropic/claude-3-5-haiku-latest"]);

    [Fact]
    public void An_environment_default_is_likely_and_names_its_variable()
    {
        var map = new Repository().WithFile("a.py", "import os\nfrom openai import OpenAI\nOpenAI().responses.create(model=os.getenv('MODEL', 'gpt-4o-mini'), input='x')\n").Read();
        var evidence = map.Assets.Single(a => a.Id.Value == "model:openai/gpt-4o-mini").Evidence.Single();
        Assert.Equal(Confidence.Likely, evidence.Confidence);
        Assert.Contains("MODEL", evidence.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unresolved_name_is_dynamic_and_never_invented()
    {
        var repository = new Repository().WithFile("a.py", "from openai import OpenAI\ndef ask(name):\n    return OpenAI().responses.create(model=name, input='x')\n");
        Expect(repository, ["ai-service:openai", "model:~/dynamic/a.py/name"]);
        Assert.Equal("true", Repository.Facet(repository.Read(), "model:~/dynamic/a.py/name", "dynamic"));
    }

    [Fact]
    public void A_function_that_is_told_the_provider_gives_each_provider_only_its_own_models() => Expect(
        new Repository().WithFile("a.py", """
            from langchain_anthropic import ChatAnthropic
            from langchain_openai import ChatOpenAI
            def make(provider, model):
                if provider == "openai":
                    return ChatOpenAI(model=model)
                return ChatAnthropic(model=model)
            make("openai", "gpt-4o")
            make("anthropic", "claude-sonnet-4-5")
            """),
        ["ai-service:anthropic", "ai-service:openai", "model:anthropic/claude-sonnet-4-5", "model:openai/gpt-4o"]);

    [Fact]
    public void A_choice_gives_all_its_models() => Expect(
        new Repository().WithFile("a.py", "from openai import OpenAI\nfast = True\nOpenAI().responses.create(model='gpt-4o-mini' if fast else 'gpt-4o', input='x')\n"),
        ["ai-service:openai", "model:openai/gpt-4o", "model:openai/gpt-4o-mini"]);

    [Fact]
    public void An_address_of_ones_own_is_an_endpoint_and_not_the_provider() => Expect(
        new Repository().WithFile("a.py", "from openai import OpenAI\nclient = OpenAI(base_url='http://vllm:8000/v1', api_key='x')\nclient.chat.completions.create(model='meta-llama/Llama-3.1-8B-Instruct', messages=[])\n"),
        ["model-endpoint:~/url/vllm:8000", "model:huggingface/meta-llama/Llama-3.1-8B-Instruct"],
        ["application -uses-> model-endpoint:~/url/vllm:8000", "application -uses-> model:huggingface/meta-llama/Llama-3.1-8B-Instruct", "model-endpoint:~/url/vllm:8000 -serves-> model:huggingface/meta-llama/Llama-3.1-8B-Instruct"]);

    [Fact]
    public void A_client_kept_on_self_is_followed() => Expect(
        new Repository().WithFile("a.py", "from anthropic import Anthropic\nclass Bot:\n    def __init__(self):\n        self.client = Anthropic()\n        self.model = 'claude-sonnet-4-5'\n    def ask(self):\n        return self.client.messages.create(model=self.model, messages=[])\n"),
        ["ai-service:anthropic", "model:anthropic/claude-sonnet-4-5"]);

    [Fact]
    public void Tools_of_another_file_are_tools_of_that_file() => Expect(
        new Repository()
            .WithFile("tools/mail.py", "import smtplib\ndef send_mail(to):\n    smtplib.SMTP('mx').sendmail('a', to, 'x')\n")
            .WithFile("main.py", "from agents import Agent\nfrom tools.mail import send_mail\nbot = Agent(name='Bot', tools=[send_mail])\n"),
        ["agent:~/main/Bot", "tool:~/tools/mail/send_mail"],
        ["agent:~/main/Bot -calls-> tool:~/tools/mail/send_mail"]);

    [Fact]
    public void Capabilities_are_followed_through_the_repository()
    {
        var map = new Repository()
            .WithFile("billing/client.py", "import stripe\nclass Billing:\n    def back(self, charge):\n        return stripe.Refund.create(charge=charge)\n")
            .WithFile("main.py", "from agents import function_tool\nfrom billing.client import Billing\nbilling = Billing()\n@function_tool\ndef handle(charge: str):\n    return billing.back(charge)\n").Read();
        Assert.Equal("spends-money", Repository.Facet(map, "tool:~/main/handle", "capabilities"));
    }

    [Fact]
    public void Handoffs_that_are_appended_are_found() => Expect(
        new Repository().WithFile("a.py", "from agents import Agent\none = Agent(name='One')\nothers = []\nothers.append(one)\ntwo = Agent(name='Two', handoffs=others)\n"),
        ["agent:~/a/One", "agent:~/a/Two"],
        ["agent:~/a/Two -delegates-to-> agent:~/a/One"]);

    [Fact]
    public void A_loop_over_an_sdk_with_tools_is_an_agent() => Expect(
        new Repository().WithFile("a.py", """
            import json
            from openai import OpenAI

            def weather(city):
                return "sun"

            TOOLS = [{"type": "function", "function": {"name": "weather", "parameters": {}}}]

            def run(messages):
                reply = OpenAI().chat.completions.create(model="gpt-4o", messages=messages, tools=TOOLS)
                for call in reply.choices[0].message.tool_calls:
                    weather(**json.loads(call.function.arguments))
            """),
        ["agent:~/a/run", "ai-service:openai", "model:openai/gpt-4o", "tool:~/a/weather"],
        [
            "agent:~/a/run -calls-> tool:~/a/weather", "agent:~/a/run -uses-> model:openai/gpt-4o", "ai-service:openai -serves-> model:openai/gpt-4o",
            "application -uses-> ai-service:openai", "application -uses-> model:openai/gpt-4o",
        ]);

    [Fact]
    public void A_call_with_tools_that_nobody_acts_on_is_no_agent() => Expect(
        new Repository().WithFile("a.py", "from openai import OpenAI\nOpenAI().chat.completions.create(model='gpt-4o', messages=[], tools=[{'type': 'function', 'function': {'name': 'f'}}])\n"),
        ["ai-service:openai", "model:openai/gpt-4o"]);

    [Fact]
    public void A_model_that_only_tests_name_is_a_test_model_and_not_used_by_the_application()
    {
        var repository = new Repository().WithFile("tests/test_chat.py", "from openai import OpenAI\nOpenAI().responses.create(model='gpt-3.5-turbo', input='x')\n");
        Expect(repository, ["ai-service:openai", "model:openai/gpt-3.5-turbo"], ["ai-service:openai -serves-> model:openai/gpt-3.5-turbo"]);
        Assert.Equal("test", Repository.Facet(repository.Read(), "model:openai/gpt-3.5-turbo", "scope"));
    }

    [Fact]
    public void A_model_of_the_product_and_of_its_tests_is_of_the_product()
    {
        const string Code = "from openai import OpenAI\nOpenAI().responses.create(model='gpt-4o', input='x')\n";
        var map = new Repository().WithFile("a_test.py", Code).WithFile("src/z.py", Code).Read();
        Assert.Equal("product", Repository.Facet(map, "model:openai/gpt-4o", "scope"));
    }

    [Fact]
    public void A_chain_of_prompt_and_model_is_followed_to_the_model_whose_answer_is_run()
    {
        var map = new Repository().WithFile("a.py", """
            import subprocess
            from langchain_openai import ChatOpenAI
            from langchain_core.prompts import ChatPromptTemplate
            chain = ChatPromptTemplate.from_template("Write a command for {task}") | ChatOpenAI(model="gpt-4o")
            def run(task):
                command = chain.invoke({"task": task}).content
                subprocess.run(command, shell=True)
            """).Read();
        Assert.Equal("true", Repository.Facet(map, "application", "outputExecuted"));
    }

    [Fact]
    public void A_graph_over_several_files_has_the_tools_and_models_of_its_nodes() => Expect(
        new Repository()
            .WithFile("agent/tools.py", "from langchain_core.tools import tool\n@tool\ndef lookup(q: str):\n    return q\ntools = [lookup]\n")
            .WithFile("agent/nodes.py", """
                from langchain_openai import ChatOpenAI
                from langgraph.prebuilt import ToolNode
                from agent.tools import tools
                def call_model(state):
                    return ChatOpenAI(model="gpt-4o").bind_tools(tools).invoke(state["messages"])
                tool_node = ToolNode(tools)
                """)
            .WithFile("agent/graph.py", """
                from langgraph.graph import StateGraph
                from agent.nodes import call_model, tool_node
                workflow = StateGraph(dict)
                workflow.add_node("agent", call_model)
                workflow.add_node("action", tool_node)
                """),
        ["agent:~/agent/graph/workflow", "ai-service:openai", "model:openai/gpt-4o", "tool:~/agent/tools/lookup"],
        [
            "agent:~/agent/graph/workflow -calls-> tool:~/agent/tools/lookup", "agent:~/agent/graph/workflow -uses-> model:openai/gpt-4o",
            "ai-service:openai -serves-> model:openai/gpt-4o", "application -uses-> ai-service:openai", "application -uses-> model:openai/gpt-4o",
        ]);

    [Fact]
    public void An_agent_whose_model_is_set_from_outside_has_a_dynamic_model() => Expect(
        new Repository().WithFile("a.py", "import os\nfrom google.adk.agents import Agent\nroot = Agent(name='root', model=os.getenv('ROOT_MODEL'))\n"),
        ["agent:~/a/root", "model:~/dynamic/a.py/ROOT_MODEL"]);

    [Fact]
    public void A_variable_used_for_two_providers_gives_each_its_own() => Expect(
        new Repository().WithFile("a.py", """
            from langchain_anthropic import ChatAnthropic
            from langchain_openai import ChatOpenAI
            name = "gpt-4o"
            one = ChatOpenAI(model=name)
            name = "claude-3-opus-20240229"
            two = ChatAnthropic(model=name)
            """),
        ["ai-service:anthropic", "ai-service:openai", "model:anthropic/claude-3-opus-20240229", "model:openai/gpt-4o"]);

    [Theory]
    [InlineData("kb.as_retriever(search_kwargs={'k': 3})", "absent")]
    [InlineData("kb.as_retriever(search_kwargs={'filter': {'tenant': tenant}})", "present")]
    [InlineData("kb.similarity_search('x', filter={'tenant': tenant})", "present")]
    [InlineData("kb.similarity_search('x')", "absent")]
    [InlineData("kb.similarity_search('x', filter={'a': 1}); kb.similarity_search('x')", "absent")]
    [InlineData("kb.as_retriever(search_kwargs=options)", null)]
    [InlineData("kb.as_retriever(**options)", null)]
    public void A_search_is_filtered_or_not(string search, string? filter) => Assert.Equal(
        filter,
        Repository.Facet(new Repository().WithFile("a.py", $"from langchain_chroma import Chroma\nkb = Chroma(collection_name='kb')\n{search}\n").Read(), "vector-store:~/a/kb", "retrievalFilter"));

    [Fact]
    public void An_agent_retrieves_from_what_its_tool_searches() => Expect(
        new Repository().WithFile("a.py", """
            from agents import Agent, function_tool
            from langchain_chroma import Chroma
            kb = Chroma(collection_name="kb")
            @function_tool
            def search(q: str):
                return kb.similarity_search(q)
            bot = Agent(name="Bot", tools=[search])
            """),
        ["agent:~/a/Bot", "tool:~/a/search", "vector-store:~/a/kb"],
        ["agent:~/a/Bot -calls-> tool:~/a/search", "agent:~/a/Bot -retrieves-from-> vector-store:~/a/kb", "application -retrieves-from-> vector-store:~/a/kb", "application -uses-> vector-store:~/a/kb"]);

    [Theory]
    [InlineData("def act(command):\n    subprocess.run(command, shell=True)\nact(ask())\n")]
    [InlineData("class Runner:\n    def act(self, command):\n        self.run(code=command)\n    def run(self, code):\n        exec(code)\nRunner().act(ask())\n")]
    [InlineData("from b import act\nact(ask())\n")]
    public void An_answer_that_is_passed_on_and_run_is_executed(string rest)
    {
        var map = new Repository().WithFile("b.py", "import openai\ndef act(code):\n    exec(code)\n")
            .WithFile("a.py", "import subprocess\nfrom openai import OpenAI\ndef ask():\n    return OpenAI().responses.create(model='gpt-4o', input='x').output_text\n" + rest).Read();
        Assert.Equal("true", Repository.Facet(map, "application", "outputExecuted"));
    }

    [Fact]
    public void An_answer_that_is_only_shown_is_not_executed()
    {
        var map = new Repository().WithFile("a.py", "import subprocess\nfrom openai import OpenAI\nprint(OpenAI().responses.create(model='gpt-4o', input='x').output_text)\nsubprocess.run(['ls'])\n").Read();
        Assert.Null(Repository.Facet(map, "application", "outputExecuted"));
    }

    [Theory]
    [InlineData("# client.chat.completions.create(model='gpt-4o')\nimport openai\n")]
    [InlineData("\"\"\"from openai import OpenAI\nOpenAI().chat.completions.create(model='gpt-4o')\"\"\"\nimport openai\n")]
    [InlineData("import openai\nimport langchain\nimport crewai\n")]
    [InlineData("from django.views.generic import ListView\nclass Orders(ListView):\n    model = 'gpt-4o'\n")]
    [InlineData("class Agent:\n    def __init__(self, name, model=None): pass\nAgent(name='real estate', model='gpt-4o')\n")]
    [InlineData("from estate.agents import Agent\nAgent(name='Bob', model='x')\n")]
    [InlineData("import boto3\nclient = boto3.client('ec2')\nclient.create(model='gpt-4o')\n")]
    [InlineData("def create(model): pass\ncreate(model='gpt-4o')\nurl = 'https://api.openai.com/v1'\n")]
    [InlineData("PROMPT = \"Use `Agent(name='x')` from agents\"\nimport agents\n")]
    [InlineData("from sqlalchemy import Column\ntool = Column('tool')\n")]
    [InlineData("import pickle\nwith open('cache.pkl', 'rb') as f:\n    rows = pickle.load(f)\n")]
    [InlineData("import pandas as pd\nframe = pd.read_csv('sales.csv')\n")]
    [InlineData("import requests\nrequests.post('https://example.org', json={'model': 'gpt-4o'})\n")]
    [InlineData("")]
    [InlineData("from openai import OpenAI\nclass (:\n  def\n")]
    public void What_only_looks_like_AI_is_nothing(string code) => Expect(new Repository().WithFile("app.py", code), []);

    [Fact]
    public void The_map_does_not_depend_on_the_order_of_files()
    {
        var one = new Repository().WithFile("a.py", "from agents import Agent\nx = Agent(name='X')\n").WithFile("b.py", "from a import x\nfrom agents import Agent\ny = Agent(name='Y', handoffs=[x])\n");
        var texts = Enumerable.Range(0, 5).Select(_ => string.Join('\n', Repository.Assets(one.Read()).Concat(Repository.Relations(one.Read())))).Distinct();
        Assert.Single(texts);
    }

    private static void Expect(Repository repository, string[] assets, string[]? relations = null)
    {
        var map = repository.Read();
        Assert.Equal(assets, Repository.Assets(map));
        if (relations is not null)
            Assert.Equal(relations, Repository.Relations(map));
    }
}
