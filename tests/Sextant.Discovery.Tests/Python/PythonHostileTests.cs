using System.Diagnostics;
using CsCheck;
using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Python;
using Sextant.Discovery.Tests.Code;

namespace Sextant.Discovery.Tests.Python;

public sealed class PythonHostileTests
{
    private const string Sample = """"
        """Doc."""
        from a.b import (c as d, e)
        @tool("search", x=1)
        async def f[T](self, a: int = 3, *args, b: str | None = None, **kw) -> list[str]:
            async with foo() as y, bar(): pass
            with (a as b, c() as d,):
                return await y.x(f"a{b!r:>{w}}c" "d", *args, **kw)
        match cmd:
            case Foo(x=1) as w if z > 1: print(f'{f'{f'{1}'}'}')
        class A(B, metaclass=M):
            x: str = """t
            """
            t = [m(q) for q in xs if q for r in {1: 2, **z}]
        if (n := len(a)) > 10: y = x[1:2] if n else lambda z: -z ** 2
        try:
            s = f'''{x["a"]
            }''' rb"a\n" \
            "b"
        except* E as e: del x
        """";

    private static readonly string[] Fragments =
        ["(", ")", "[", "]", "{", "}", "'", "\"", "'''", "\"\"\"", "f'", "f\"{", "{", "}", ":", ":=", "\n", "\n    ", "\t", "\\\n", "\\", "#", "\r", "def ", "class ",
            "match ", "case ", "lambda ", " if ", " else ", "for ", " in ", "not ", "await ", "yield ", "import ", "from ", "as ", "*", "**", "@", ".", ",", ";", "=", "x", "1", "\0", "\uFEFF", "é", "\ud800", "with (", "async ", "global ", "...", "->", "%"];

    private static readonly Gen<string> Fragment = HostileSource.OneOf(Fragments);

    private static CodeUnit Read(string source) => new PythonFrontEnd().Read("a.py", source);

    [Fact]
    public void Random_fragments_never_throw_and_lines_lie_in_the_file() =>
        Fragment.Array[0, 60].Select(string.Concat).Sample(Check, iter: 20_000);

    [Fact]
    public void Random_characters_never_throw_and_lines_lie_in_the_file() => Gen.String[0, 200].Sample(Check, iter: 5_000);

    [Fact]
    public void Truncated_and_changed_sources_never_throw_and_lines_lie_in_the_file() =>
        HostileSource.Changed(Sample, Fragment).Sample(Check, iter: 10_000);

    [Fact]
    public void The_sample_is_read_without_an_error() => Assert.Empty(Read(Sample).Errors);

    [Theory]
    [InlineData("(", "")]
    [InlineData("[", "]")]
    [InlineData("{", "")]
    [InlineData("f(", ")")]
    [InlineData("{1:", "}")]
    [InlineData("lambda: ", "")]
    [InlineData("not ", "")]
    [InlineData("-", "")]
    [InlineData("x ** ", "")]
    [InlineData("await ", "")]
    [InlineData("x if y else ", "")]
    [InlineData("f'{", "}'")]
    [InlineData("f\"{x:{", "}}\"")]
    [InlineData("x.", "")]
    [InlineData("x()", "")]
    [InlineData("x - y + ", "")]
    [InlineData("(\n", "")]
    [InlineData("f'{\n", "")]
    [InlineData("f'''{(\n", "")]
    [InlineData("[x for x in ", "]")]
    [InlineData("with (", "")]
    [InlineData("match (", "")]
    [InlineData("def f():\n (", "")]
    [InlineData("if x: ", "")]
    [InlineData("@a\n", "")]
    [InlineData("a = ", "")]
    [InlineData("a, ", "")]
    [InlineData("'a' ", "")]
    [InlineData("f'a' ", "")]
    [InlineData("'''", "")]
    [InlineData("x[", "")]
    [InlineData("(]", "")]
    public void Endless_nesting_ends_fast_and_leaves_a_tree_that_can_be_walked(string opening, string closing)
    {
        var watch = Stopwatch.StartNew();
        var unit = Read(string.Concat(Enumerable.Repeat(opening, 100_000)) + "x" + string.Concat(Enumerable.Repeat(closing, 100_000)) + "\ny = 1\n");
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 10);
        HostileSource.CheckHeight(unit, 600);
    }

    [Fact]
    public void Deep_blocks_end_fast()
    {
        var source = string.Concat(Enumerable.Range(0, 3_000).Select(i => new string(' ', i) + "def f():\n"));
        var watch = Stopwatch.StartNew();
        Assert.Equal(3_001, Read(source).Scopes.Count);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 10);
    }

    private static void Check(string source) => HostileSource.Check(Read(source), source);
}
