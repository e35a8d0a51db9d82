using System.Diagnostics;
using CsCheck;
using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Go;
using Sextant.Discovery.Tests.Code;

namespace Sextant.Discovery.Tests.Go;

public sealed class GoHostileTests
{
    private const string Sample = """"
        // Package app answers.
        package app

        import (
            "context"
            ai "github.com/acme/ai/v2"
            . "os"
            _ "embed"
        )

        const (
            A, B = iota, "x"
            C, D
            Name Model = `raw
        text`
        )

        var x, y int = 1, f(2); var z = map[string][]Point{"a": {{1, 2}, {X: 3}}}

        type Model string
        type List[T any, K ~int | ~string] struct {
            sync.Mutex
            *Base
            a, b []T `env:"LIST_A,required" envDefault:"q"`
            f func(int, ...string) (map[string]chan<- int, error)
        }
        type Tool interface { Run(ctx context.Context, in ...any) (out string, err error); ~int | Tool }

        func (l *List[T, K]) Add(t T, rest ...T) (n int, err error) {
            if v, ok := l.a[0].(Tool); ok && v != nil { return len(l.a), nil } else if x := 3; x > 2 { goto end }
            for i, e := range l.a { l.b = append(l.b, e, rest...); _ = i }
            for range 10 { continue }
            for i := 0; i < 10; i++ { defer func() { recover() }() }
        end:
            switch v := any(t).(type) { case int, []string: return 1, nil; default: go l.Add(v.(T)) }
            select { case m, ok := <-ch: use(m, ok); case ch <- 1: default: }
            client, err := ai.New[Options](ctx, ai.WithModel("m"), &ai.Options{Retries: 3, Next: func(a int) bool { return a&^1 == 0 }})
            p := struct{ A, B int }{1, 2}
            return x[1:2:3].y, fmt.Errorf("%w", err)
        }
        """";

    private static readonly string[] Fragments =
        ["(", ")", "[", "]", "{", "}", "'", "\"", "`", ":", ":=", "=", "\n", "\t", "\\", "//", "/*", "*/", "\r", "func ", "type ", "struct{", "interface{", "map[", "chan ", "<-", "...", "if ", "for ",
            "switch ", "select ", "case ", "default:", "range ", "return ", "go ", "defer ", "import ", "const ", "var ", "package ", ".", ",", ";", "x", "1", "0x", "*", "&", "~", "+=", "++", "\0", "\uFEFF", "é", "\ud800", ".(type)", "else "];

    private static readonly Gen<string> Fragment = HostileSource.OneOf(Fragments);

    private static CodeUnit Read(string source) => new GoFrontEnd().Read("a.go", source);

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
    [InlineData("var x = ", "(", ")")]
    [InlineData("var x = ", "[]int{", "}")]
    [InlineData("var x = ", "f(", ")")]
    [InlineData("var x = ", "T{a: ", "}")]
    [InlineData("var x = ", "{", "}")]
    [InlineData("var x = ", "-", "")]
    [InlineData("var x = ", "!x + ", "")]
    [InlineData("var x = ", "x - y + ", "")]
    [InlineData("var x = ", "x.", "")]
    [InlineData("var x = x", "()", "")]
    [InlineData("var x = x", "[1]", "")]
    [InlineData("var x = x", ".y(x.y.z)[0]{1}", "")]
    [InlineData("var x = ", "a.b.c.d.e.f(-", ")")]
    [InlineData("var x = ", "func() { x = ", "}")]
    [InlineData("var x ", "[]", "")]
    [InlineData("var x ", "map[", "]")]
    [InlineData("var x ", "T[", "]")]
    [InlineData("var x ", "func(", ")")]
    [InlineData("func f() { ", "{", "}")]
    [InlineData("func f() { ", "if x {", "}")]
    [InlineData("func f() { if x {} ", "else if x {}", "")]
    [InlineData("func f() { ", "switch x { case ", "}")]
    [InlineData("type x ", "struct { a ", "}")]
    [InlineData("type x ", "interface { a(", ")}")]
    [InlineData("", "import (", ")")]
    [InlineData("var x = ", "`", "")]
    [InlineData("", "/*", "")]
    [InlineData("", "(]", "")]
    public void Endless_nesting_ends_fast_and_leaves_a_tree_that_can_be_walked(string before, string opening, string closing)
    {
        var watch = Stopwatch.StartNew();
        var unit = Read(before + string.Concat(Enumerable.Repeat(opening, 50_000)) + "x" + string.Concat(Enumerable.Repeat(closing, 50_000)) + "\nvar y = 1\n");
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 10);
        HostileSource.CheckHeight(unit, 600);
    }

    private static void Check(string source) => HostileSource.Check(Read(source), source);
}
