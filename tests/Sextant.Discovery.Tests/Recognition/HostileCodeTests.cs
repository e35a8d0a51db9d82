using CsCheck;

namespace Sextant.Discovery.Tests.Recognition;

/// <summary>Recognition never fails and always ends, whatever stands in a file.</summary>
public sealed class HostileCodeTests
{
    private static readonly string[] Sources = [.. Repository.Catalog.Recognitions.Select(r => r.Example.Source)];

    [Fact]
    public void Mutated_examples_are_read_without_an_error() =>
        Gen.Select(Gen.Int[0, Sources.Length - 1].Select(i => Sources[i]), Gen.Int[0, 2000], Gen.Int[0, 60], Gen.String[0, 12])
            .Sample((source, at, length, text) => Read(Mutated(source, at, length, text)), iter: 300);

    [Fact]
    public void Examples_that_are_cut_and_joined_are_read_without_an_error() =>
        Gen.Select(Gen.Int[0, Sources.Length - 1].Select(i => Sources[i]), Gen.Int[0, Sources.Length - 1].Select(i => Sources[i]), Gen.Int[0, 400])
            .Sample((one, two, at) => Read(one[..Math.Min(at, one.Length)] + "\n" + two), iter: 200);

    [Theory]
    [InlineData("from openai import OpenAI\na = b\nb = a\nOpenAI().responses.create(model=a, input=b)\n")]
    [InlineData("from agents import Agent\na = Agent(name='A', handoffs=[])\na.handoffs.append(a)\nb = Agent(name='B', tools=[b], handoffs=[b])\n")]
    [InlineData("from langchain_core.tools import tool\n@tool\ndef f(x):\n    return g(x)\ndef g(x):\n    return f(x)\n")]
    [InlineData("from langchain_openai import ChatOpenAI\ndef f():\n    return f()\nx = f() | f()\nx.invoke(eval(x))\nChatOpenAI(model=f())\n")]
    public void Circles_end(string source) => Assert.True(Read(source));

    private static string Mutated(string source, int at, int length, string text)
    {
        var start = Math.Min(at, source.Length);
        return source[..start] + text + source[Math.Min(start + length, source.Length)..];
    }

    private static bool Read(string source) => new Repository().WithFile("app.py", source).Read().Assets.Count >= 0;
}
