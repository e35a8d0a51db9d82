using System.Diagnostics;
using Sextant.Discovery.Code.Resolution;

namespace Sextant.Discovery.Tests.Resolution;

public sealed class TextTests
{
    [Theory]
    [InlineData("probe('gpt-4o')", "gpt-4o", TextSource.Literal)]
    [InlineData("M = 'gpt-4o'\nprobe(M)", "gpt-4o", TextSource.Constant)]
    [InlineData("M = {'fast': 'a', 'slow': 'b'}\nprobe(M['fast'])", "a", TextSource.Constant)]
    [InlineData("M = {'fast': 'a', 'slow': 'b'}\nprobe(M.get('slow'))", "b", TextSource.Constant)]
    [InlineData("M = ['a', 'b']\nprobe(M[1])", "b", TextSource.Constant)]
    [InlineData("c = {}\nc['model'] = 'a'\nprobe(c['model'])", "a", TextSource.Constant)]
    [InlineData("from enum import Enum\nclass M(str, Enum):\n    FAST = 'a'\nprobe(M.FAST.value)", "a", TextSource.Constant)]
    [InlineData("from enum import Enum\nclass M(str, Enum):\n    FAST = 'a'\nprobe(M.FAST)", "a", TextSource.Constant)]
    [InlineData("import os\nprobe(os.getenv('M', 'a'))", "a", TextSource.Default)]
    [InlineData("import os\nprobe(os.environ.get('M', 'a'))", "a", TextSource.Default)]
    [InlineData("from os import environ as e\nprobe(e.get('M', default='a'))", "a", TextSource.Default)]
    [InlineData("import os\nm = os.getenv('M') or 'a'\nprobe(m)", "a", TextSource.Default)]
    [InlineData("def f(m='a'):\n    probe(m)", "a", TextSource.Default)]
    [InlineData("def f(m: str = 'a'):\n    probe(m)", "a", TextSource.Default)]
    [InlineData("import typer\ndef f(m: str = typer.Option('a')):\n    probe(m)", "a", TextSource.Default)]
    [InlineData("import click\n@click.command()\n@click.option('--my-model', default='a')\ndef f(my_model):\n    probe(my_model)", "a", TextSource.Default)]
    [InlineData("import argparse\np = argparse.ArgumentParser()\np.add_argument('-m', '--model', default='a')\nargs = p.parse_args()\nprobe(args.model)", "a", TextSource.Default)]
    [InlineData("from pydantic import BaseModel, Field\nclass C(BaseModel):\n    m: str = Field(default='a')\nprobe(C().m)", "a", TextSource.Default)]
    [InlineData("from dataclasses import dataclass\n@dataclass\nclass C:\n    m: str = 'a'\n    def f(self):\n        probe(self.m)", "a", TextSource.Constant)]
    [InlineData("class C:\n    def __init__(self, m='a'):\n        self.m = m\n    def f(self):\n        probe(self.m)", "a", TextSource.Default)]
    [InlineData("m = 'x'\nprobe(f'a-{m}-{n}')", "a-x-{}", TextSource.Constant)]
    [InlineData("probe('a' 'b' + 'c')", "abc", TextSource.Literal)]
    [InlineData("probe('a' + unknown)", "a{}", TextSource.Literal)]
    [InlineData("probe('a %s %d%%' % (unknown, 3))", "a {} 3%", TextSource.Literal)]
    [InlineData("probe('{} {x} {0}'.format('a', x=y))", "a {} a", TextSource.Literal)]
    [InlineData("probe('  a '.strip())", "a", TextSource.Literal)]
    [InlineData("import textwrap\nprobe(textwrap.dedent('  a\\n    b'))", "a\n  b", TextSource.Literal)]
    [InlineData("probe('-'.join(['a', 'b']))", "a-b", TextSource.Literal)]
    [InlineData("def f():\n    return 'a'\nprobe(f())", "a", TextSource.Constant)]
    [InlineData("x: Final = 'a'\nprobe(x)", "a", TextSource.Constant)]
    [InlineData("p = 'a'\np += 'b'\nprobe(p)", "ab", TextSource.Choice, "a")]
    public void A_text_is_found_where_it_stands(string source, string text, TextSource how, string? other = null) =>
        Assert.Equal(other is null ? [(text, how)] : [(other, how), (text, how)], SourceTree.Of(source).Texts());

    [Theory]
    [InlineData("probe('a' if c else 'b')")]
    [InlineData("m = 'a'\nif x:\n    m = 'b'\nprobe(m)")]
    [InlineData("for m in ['a', 'b']:\n    probe(m)")]
    [InlineData("for m in ('a', 'b'):\n    probe(m)")]
    [InlineData("for _, m in {'x': 'a', 'y': 'b'}.items():\n    probe(m)")]
    [InlineData("M = {'x': 'a', 'y': 'b'}\nprobe(M[size])")]
    [InlineData("r = [probe(m) for m in ['a', 'b']]")]
    [InlineData("def f(x):\n    if x:\n        return 'a'\n    return 'b'\nprobe(f(1))")]
    public void Each_of_several_texts_is_a_choice(string source) =>
        Assert.Equal([("a", TextSource.Choice), ("b", TextSource.Choice)], SourceTree.Of(source).Texts());

    [Theory]
    [InlineData("probe(unknown)")]
    [InlineData("probe(unknown + other)")]
    [InlineData("probe(f'{unknown}')")]
    [InlineData("import os\nprobe(os.environ['M'])")]
    [InlineData("import os\nprobe(os.getenv('M'))")]
    [InlineData("def f(m):\n    probe(m)")]
    [InlineData("x = input()\nprobe(x)")]
    [InlineData("probe(3)")]
    public void What_is_decided_at_run_time_has_no_text(string source) => Assert.Empty(SourceTree.Of(source).Texts());

    [Fact]
    public void A_constant_is_found_in_another_file_with_its_place() => Assert.Equal(
        [new ResolvedText("gpt-4o", TextSource.Constant, "config/models.py", 2)],
        SourceTree.Of("from config import models\nprobe(models.DEFAULT)").With("config/models.py", "\nDEFAULT = 'gpt-4o'").ResolvedTexts());

    [Fact]
    public void A_field_of_a_settings_class_is_a_default_with_its_variable() => Assert.Equal(
        [new ResolvedText("gpt-4o", TextSource.Default, "settings.py", 4) { EnvironmentVariable = "APP_MODEL" }],
        SourceTree.Of("from settings import settings\nprobe(settings.model)").With("settings.py", """
            from pydantic_settings import BaseSettings, SettingsConfigDict
            class Settings(BaseSettings):
                model_config = SettingsConfigDict(env_prefix="APP_")
                model: str = "gpt-4o"
            settings = Settings()
            """).ResolvedTexts());

    [Theory]
    [InlineData("import os\nprobe(os.environ['KEY'])")]
    [InlineData("import os\nprobe(os.getenv('KEY'))")]
    [InlineData("import os\nk = os.getenv('KEY', 'x')\nprobe(k)")]
    [InlineData("import os\nk = os.environ.get('KEY') or 'x'\nprobe(k)")]
    [InlineData("import os\nNAME = 'KEY'\nprobe(os.environ[NAME])")]
    [InlineData("from pydantic_settings import BaseSettings\nclass S(BaseSettings):\n    key: str = ''\nprobe(S().key)")]
    [InlineData("from pydantic_settings import BaseSettings\nclass S(BaseSettings):\n    key: str\nprobe(S().key)")]
    public void The_variable_that_decides_a_value_is_known(string source) =>
        Assert.Equal(["KEY"], SourceTree.Of(source).Ask((resolver, probe) => resolver.VariableOf(probe)));

    [Theory]
    [InlineData("x = 'a'\nwhile y:\n    x = x + x\nprobe(x)")]
    [InlineData("def f():\n    return f() + 'a'\nprobe(f())")]
    [InlineData("x = x + 'a'\nprobe(x)")]
    public void A_text_that_grows_from_itself_ends(string source) => Assert.All(SourceTree.Of(source).Texts(), t => Assert.InRange(t.Text.Length, 0, 4));

    [Fact]
    public void Doubling_chains_end_fast()
    {
        var source = "x0 = 'ab'\n" + string.Concat(Enumerable.Range(1, 200).Select(i => $"x{i} = x{i - 1} + x{i - 1}\n")) + "probe(x200)\n";
        var watch = Stopwatch.StartNew();
        Assert.All(SourceTree.Of(source).Texts(), t => Assert.InRange(t.Text.Length, 0, 1 << 18));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 5);
    }
}
