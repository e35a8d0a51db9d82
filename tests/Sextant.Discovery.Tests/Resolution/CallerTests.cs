using Sextant.Discovery.Code.Resolution;

namespace Sextant.Discovery.Tests.Resolution;

/// <summary>Parameters have what the calls of their function give them.</summary>
public sealed class CallerTests
{
    [Theory]
    [InlineData("def make(model):\n    probe(model)\nmake('a')\n")]
    [InlineData("def make(temperature, model=None):\n    probe(model)\nmake(0, model='a')\n")]
    [InlineData("def make(model):\n    probe(model)\ndef main():\n    name = 'a'\n    make(name)\n")]
    [InlineData("def make(model):\n    probe(model)\nmake(**{'model': 'a'})\n")]
    [InlineData("class Bot:\n    def __init__(self, model):\n        self.model = model\n    def ask(self):\n        probe(self.model)\nBot('a')\n")]
    [InlineData("class Bot:\n    def ask(self, model):\n        probe(model)\nBot().ask('a')\n")]
    [InlineData("class Bot:\n    @staticmethod\n    def ask(model):\n        probe(model)\nBot.ask('a')\n")]
    [InlineData("def outer(model):\n    inner(model)\ndef inner(model):\n    probe(model)\nouter('a')\n")]
    [InlineData("async def make(model):\n    probe(model)\nasync def main():\n    await make('a')\n")]
    public void A_call_gives_a_parameter_its_value(string source) => Assert.Equal([("a", TextSource.Constant)], SourceTree.Of(source).Texts());

    [Fact]
    public void Several_calls_give_a_choice() =>
        Assert.Equal([("a", TextSource.Choice), ("b", TextSource.Choice)], SourceTree.Of("def make(model):\n    probe(model)\nmake('a')\nmake('b')\n").Texts());

    [Fact]
    public void A_default_stays_beside_what_calls_give() => Assert.Equal(
        [("d", TextSource.Default), ("a", TextSource.Constant)], SourceTree.Of("def make(model='d'):\n    probe(model)\nmake('a')\n").Texts());

    [Theory]
    [InlineData("def make(model):\n    probe(model)\nmake(other)\n")]
    [InlineData("def make(model):\n    probe(model)\nother.make('a')\n")]
    [InlineData("def make(model):\n    probe(model)\ndef f():\n    def make(x): pass\n    make('a')\n")]
    [InlineData("def make(model):\n    probe(model)\nmake(*names)\n")]
    [InlineData("def make(model):\n    make(model)\n    probe(model)\n")]
    public void What_is_not_known_stays_unknown(string source) => Assert.Empty(SourceTree.Of(source).Texts());

    [Theory]
    [InlineData("from factory import make\nmake('a')\n")]
    [InlineData("import factory\nfactory.make('a')\n")]
    [InlineData("from factory import make as build\nbuild('a')\nfrom factory import make\nmake('a')\n")]
    public void Calls_in_other_files_count(string caller) =>
        Assert.Equal(["a"], new SourceTree().With("factory.py", "def make(model):\n    probe(model)\n").With("main.py", caller).Texts().Select(t => t.Text).Distinct());

    [Fact]
    public void Calls_of_tests_do_not_count_for_what_ships() =>
        Assert.Empty(new SourceTree().With("factory.py", "def make(model):\n    probe(model)\n").With("tests/test_make.py", "from factory import make\nmake('a')\n").Texts());

    [Fact]
    public void An_object_has_what_its_own_making_gave_it() => Assert.Equal(
        ["a", "b"],
        SourceTree.Of("class Bot:\n    def __init__(self, model):\n        self.model = model\none = Bot('a')\ntwo = Bot(model='b')\nprobe(one.model)\nprobe(two.model)\n").Ask((r, p) => r.TextsOf(p).Single().Text));

    [Theory]
    [InlineData("from dataclasses import dataclass\n@dataclass\nclass Config:\n    temperature: float\n    model: str = 'd'\nprobe(Config(0, 'a').model)\n")]
    [InlineData("from pydantic import BaseModel\nclass Config(BaseModel):\n    model: str\nc = Config(model='a')\nprobe(c.model)\n")]
    [InlineData("from pydantic import BaseModel\nclass Config(BaseModel):\n    model: str\nc = Config(**{'model': 'a'})\nprobe(c.model)\n")]
    [InlineData("from pydantic import BaseModel\nclass Config(BaseModel):\n    model: str\nc = Config.model_validate({'model': 'a'})\nprobe(c.model)\n")]
    [InlineData("from pydantic import BaseModel\nclass Config(BaseModel):\n    model: str\ndef run(c: Config):\n    probe(c.model)\nrun(Config(model='a'))\n")]
    [InlineData("from dataclasses import dataclass\n@dataclass\nclass Agent:\n    model: str\n    def run(self):\n        probe(self.model)\nAgent(model='a').run()\n")]
    public void Fields_have_what_the_making_of_the_object_gives_them(string source) => Assert.Equal(["a"], SourceTree.Of(source).Texts().Select(t => t.Text));

    [Fact]
    public void A_model_of_fields_is_filled_from_a_document() => Assert.Equal(
        [("gpt-4o", TextSource.Configuration)],
        SourceTree.Of("import yaml\nfrom pydantic import BaseModel\nclass LLM(BaseModel):\n    model: str\ndef load():\n    return LLM(**yaml.safe_load(open('c.yaml')))\nprobe(load().model)\n").With("c.yaml", "model: gpt-4o\n").Texts());

    [Fact]
    public void A_client_that_is_passed_is_the_one_that_was_made() => Assert.Equal(
        "openai.OpenAI().chat.completions.create",
        SourceTree.Of("from openai import OpenAI\ndef ask(client):\n    probe(client.chat.completions.create)\nask(OpenAI())\n").Symbol());
}
