using System.Diagnostics;
using System.Text;
using CsCheck;
using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Notebooks;
using Sextant.Discovery.Reading;
using Sextant.Discovery.Tests.Python;

namespace Sextant.Discovery.Tests.Notebooks;

public sealed class NotebookFrontEndTests
{
    private const string Sample = """
        {
         "cells": [
          {"cell_type": "markdown", "source": ["import nothing"]},
          {
           "cell_type": "code",
           "outputs": [{"data": {"image/png": "iVBORw0K", "text": ["x = 1"]}}],
           "source": [
            "%pip install -q openai==1.2 'langchain>=0.1'\n",
            "!pip install x y && echo done\n",
            "from openai import OpenAI\n",
            "client = OpenAI(\n",
            "    api_key=k)"
           ]
          },
          {"cell_type": "code", "source": "%%bash\npip install z -r req.txt\n# no\n"},
          {"cell_type": "code", "source": ["%%time\n", "y = client.chat\n", "y?\n", "files = !ls\n", "z = '''\n", "!pip install not\n", "'''"]}
         ],
         "metadata": {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}, "other": {"a": [1]}},
         "nbformat": 4
        }
        """;

    private static CodeUnit Read(string text) => new NotebookFrontEnd().Read("nb/a.ipynb", text);

    private static string Notebook(string metadata, params string[] sources) =>
        $"{{\"metadata\": {metadata}, \"cells\": [{string.Join(",", sources.Select(s => $"{{\"cell_type\": \"code\", \"source\": {s}}}"))}]}}";

    [Fact]
    public void Cells_of_code_are_one_unit_with_the_lines_of_the_file()
    {
        var unit = Read(Sample);
        Assert.Empty(unit.Errors);
        Assert.Equal(["10/0 import openai OpenAI OpenAI", "11/0 client = OpenAI(api_key=k)", "16/0 y = client.chat", "16/0 z = '\\n!pip install not\\n'"], FactWriter.Lines(unit));
        Assert.Equal(["2 8-12", "3 15-15", "4 16-16"], unit.Cells.Select(c => $"{c.Number} {c.Lines.Start}-{c.Lines.End}"));
        Assert.Equal([2, 4, 0], new[] { 11, 16, 3 }.Select(unit.CellOf));
        Assert.Equal("nb.a", unit.Module);
    }

    [Fact]
    public void Magics_and_shell_lines_are_commands() => Assert.Equal(
        [
            "8/2 % pip install -q openai==1.2 'langchain>=0.1' => openai==1.2 langchain>=0.1",
            "9/2 ! pip install x y => x y",
            "9/2 ! echo done => ",
            "15/3 % bash  => ",
            "15/3 ! pip install z -r req.txt => z",
            "16/4 % time  => ",
            "16/4 ! ls  => ",
        ],
        Read(Sample).Commands.Select(c => $"{c.Line}/{c.Cell} {(c.IsShell ? '!' : '%')} {c.Program} {c.Arguments} => {string.Join(" ", c.Requirements())}"));

    [Theory]
    [InlineData("python", "-m pip install a", "a")]
    [InlineData("uv", "pip install a[b]==1 -U", "a[b]==1")]
    [InlineData("pip3", "install --upgrade a > /dev/null 2>&1", "a")]
    [InlineData("pip", "install --index-url https://x a", "a")]
    [InlineData("pip", "uninstall a")]
    [InlineData("apt-get", "install a")]
    [InlineData("pip", "install")]
    public void A_command_knows_what_it_installs(string program, string arguments, params string[] requirements) =>
        Assert.Equal(requirements, new NotebookCommand(program, arguments, true, 1, 1).Requirements());

    [Theory]
    [InlineData("""{"kernelspec": {"language": "R"}}""", false)]
    [InlineData("""{"kernelspec": {"language": "julia"}}""", false)]
    [InlineData("""{"language_info": {"name": "C#"}}""", false)]
    [InlineData("""{"kernelspec": {"name": "x"}, "language_info": {"name": "python"}}""", true)]
    [InlineData("""{"kernelspec": 3}""", true)]
    [InlineData("{}", true)]
    public void Only_notebooks_of_python_have_facts(string metadata, bool has) =>
        Assert.Equal(has ? ["x = 1"] : [], Read(Notebook(metadata, "\"x = 1\"")).Statements.Select(FactWriter.Write));

    [Fact]
    public void An_invalid_cell_does_not_lose_the_notebook()
    {
        var unit = Read(Notebook("{}", "\"x = 1\"", "\"y = (\"", "\"'''never closed\"", "\"z = 2\"", "7"));
        Assert.Equal(["x = 1", "z = 2"], unit.Statements.Select(FactWriter.Write));
        Assert.Equal(2, unit.Errors.Count);
    }

    [Fact]
    public void Broken_json_keeps_the_cells_before_it()
    {
        var unit = Read(Sample[..Sample.IndexOf("y = client", StringComparison.Ordinal)]);
        Assert.Equal(["10/0 import openai OpenAI OpenAI", "11/0 client = OpenAI(api_key=k)"], FactWriter.Lines(unit));
        Assert.Equal([(16, "the JSON of the notebook is broken")], unit.Errors);
    }

    [Fact]
    public void The_worksheets_of_format_3_are_read() => Assert.Equal(["x = 1"], Read("""
        {"worksheets": [{"cells": [{"cell_type": "code", "input": ["x = 1\n"], "language": "python"}, {"cell_type": "heading", "source": "y = 2"}]}]}
        """).Statements.Select(FactWriter.Write));

    [Fact]
    public void Percent_signs_within_an_expression_are_not_magic() => Assert.Equal(["x = (% a b)", "y = (% a b)"],
        Read(Notebook("{}", "\"x = (a\\n  % b)\\ny = a \\\\\\n % b\"")).Statements.Select(FactWriter.Write));

    [Fact]
    public void A_command_goes_on_after_a_backslash()
    {
        var unit = Read(Notebook("{}", "\"!pip install \\\\\\n  a \\\\\\n  b\\nx = 1\""));
        Assert.Equal(["x = 1"], unit.Statements.Select(FactWriter.Write));
        Assert.Equal(["a", "b"], unit.Commands.Single().Requirements());
    }

    [Fact]
    public void Large_outputs_are_stepped_over_fast()
    {
        var output = "[{\"data\": \"" + new string('A', 20_000_000) + "\"}]";
        var watch = Stopwatch.StartNew();
        Assert.Equal(["x = 1"], Read($"{{\"cells\": [{{\"cell_type\": \"code\", \"outputs\": {output}, \"source\": \"x = 1\"}}]}}").Statements.Select(FactWriter.Write));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 5);
    }

    [Fact]
    public void Truncated_and_changed_notebooks_never_throw_and_lines_lie_in_the_file() =>
        Gen.Select(Gen.Int[0, Sample.Length], Gen.Int[0, Sample.Length], Gen.String[0, 5])
            .Sample((a, b, middle) => Check(string.Concat(Sample.AsSpan(0, a), middle, Sample.AsSpan(b))), iter: 5_000);

    [Fact]
    public void Random_texts_never_throw() => Gen.String[0, 100].Sample(Check, iter: 5_000);

    [Theory]
    [InlineData("a.ipynb", true)]
    [InlineData("a.py", false)]
    public void Notebooks_are_read_by_their_ending(string path, bool reads) => Assert.Equal(reads, new NotebookFrontEnd().Reads(new TreePath(path)));

    private static void Check(string text)
    {
        var unit = Read(text);
        var lines = Encoding.UTF8.GetBytes(text).Count(b => b == '\n') + 1;
        Assert.All(unit.Statements, s => Assert.InRange(s.Line, 1, lines));
        Assert.All(unit.Errors, e => Assert.InRange(e.Line, 1, lines));
        Assert.All(unit.Commands, c => Assert.InRange(c.Line, 1, lines));
        Assert.All(unit.Cells, c => Assert.InRange(c.Lines.End, c.Lines.Start, lines));
        Assert.All(unit.Scopes, s => Assert.InRange(s.Lines.End, s.Lines.Start, lines));
    }
}
