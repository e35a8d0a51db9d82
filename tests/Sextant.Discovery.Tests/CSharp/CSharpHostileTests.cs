using System.Diagnostics;
using CsCheck;
using Sextant.Discovery.Code.CSharp;
using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Tests.Code;

namespace Sextant.Discovery.Tests.CSharp;

public sealed class CSharpHostileTests
{
    private const string Sample = """"
        using System; global using static A.B; using C = D.E<int>;
        #if X
        namespace App.Models;
        #endif
        [Tool("a", Name = "b")]
        public partial record class Plugin<T>(int A, string B = "x") : Base<T>(A), I where T : notnull
        {
            private readonly Dictionary<string, List<int>> _x = new() { ["a"] = [1, .. y], { "b", new() } };
            public async IAsyncEnumerable<(int A, string? B)> Run([X] int a, params string[] b)
            {
                await using var c = $"a{b,3:N}{$@"c""{d}"}" ?? $$"""x {{y}} {z}""";
                foreach (var (k, v) in _x.Where(static x => x is { A: > 1 and < 3 } z && z != null)) yield return (k, v!);
                var q = from x in xs join y in ys on x.A equals y.B let w = x where w select new { x, y.C };
                return x switch { A b when b.C => 1, [1, .., 2] => 2, _ => throw new E() };
            }
            public int P { get => a ?? b; init { field = value; } } = 3;
            static bool operator <(Plugin<T> a, Plugin<T> b) => (a as object)?[^1] >> 2 == (int)'\'';
        }
        """";

    private static readonly string[] Fragments =
        ["(", ")", "[", "]", "{", "}", "<", ">", "\"", "'", "$\"", "@\"", "$@\"", "\"\"\"", "$$\"\"\"", "{{", "}}", ":", "::", ";", ",", ".", "..", "?", "??", "?.", "=>", "=", "==", "\n", "\\", "//", "/*", "*/",
            "#if", "\n#if A\n", "\n#else\n", "\n#endif\n", "class ", "record ", "namespace ", "using ", "new ", "await ", "async ", "static ", "from x in ", "select ", "switch ", "is ", "as ", "with ", "when ", "case ", "default", "return ", "yield return ",
            "if (", "for (", "foreach (", "try ", "catch ", "out var ", "ref ", "in ", "this", "base", "operator ", "delegate ", "typeof(", "nameof(", "extension(", "where ", "global::", "x", "T", "1", "\0", "\uFEFF", "é", "\ud800", "@", "$", "!", "^", "-", "*"];

    private static readonly Gen<string> Fragment = HostileSource.OneOf(Fragments);

    private static CodeUnit Read(string source) => new CSharpFrontEnd().Read("a.cs", source);

    [Fact]
    public void Random_fragments_never_throw_and_lines_lie_in_the_file() => Fragment.Array[0, 60].Select(string.Concat).Sample(Check, iter: 20_000);

    [Fact]
    public void Random_characters_never_throw_and_lines_lie_in_the_file() => Gen.String[0, 200].Sample(Check, iter: 5_000);

    [Fact]
    public void Truncated_and_changed_sources_never_throw_and_lines_lie_in_the_file() =>
        HostileSource.Changed(Sample, Fragment).Sample(Check, iter: 10_000);

    [Fact]
    public void The_sample_is_read_without_an_error() => Assert.Empty(Read(Sample).Errors);

    [Theory]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("f(")]
    [InlineData("x => ")]
    [InlineData("!")]
    [InlineData("-")]
    [InlineData("x ?? ")]
    [InlineData("x - y + ")]
    [InlineData("x ? y : ")]
    [InlineData("x ? ")]
    [InlineData("await ")]
    [InlineData("(int)")]
    [InlineData("x = ")]
    [InlineData("$\"{")]
    [InlineData("x.")]
    [InlineData("x().")]
    [InlineData("x<")]
    [InlineData("List<List<")]
    [InlineData("if (x) ")]
    [InlineData("else ")]
    [InlineData("class A { ")]
    [InlineData("namespace A { ")]
    [InlineData("void F() { ")]
    [InlineData("new A { B = ")]
    [InlineData("new[] { ")]
    [InlineData("x switch { _ => ")]
    [InlineData("from x in ")]
    [InlineData("\n#if A\n")]
    [InlineData("[A(")]
    [InlineData("x is not ")]
    [InlineData("x with { A = ")]
    [InlineData("\"\"\"")]
    [InlineData("/*")]
    public void Endless_nesting_ends_fast_and_leaves_a_tree_that_can_be_walked(string opening)
    {
        var watch = Stopwatch.StartNew();
        var unit = Read(string.Concat(Enumerable.Repeat(opening, 30_000)) + "x\n;y = 1;\n");
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 10);
        HostileSource.CheckHeight(unit, 700);
    }

    private static void Check(string source) => HostileSource.Check(Read(source), source);
}
