using System.Diagnostics;
using CsCheck;
using Sextant.Discovery.Code.TypeScript;
using Sextant.Discovery.Tests.Code;

namespace Sextant.Discovery.Tests.TypeScript;

public sealed class TypeScriptHostileTests
{
    private const string Sample = """
        #!/usr/bin/env node
        import a, { b as c, type D } from "./m.js"; import * as e from 'e';
        @dec({ x: 1 }) export default class A<T extends B = C> extends D(e)<T> implements F {
          static #x?: number = 1_0; constructor(private readonly y: string, { z = 1 }: { z?: number } = {}) { super(y); }
          get g(): T | undefined { return this?.y!.z[0] as T; } async *h<U>(this: A, ...r: U[]): AsyncGenerator<U> { yield* r; }
        }
        const f = async <T,>(x: T): Promise<(() => void) | null> => (await import("q")).default`a${x ? `b${1}` : "c"}d`;
        export const j = <Foo.Bar a="1" {...k} b={() => <></>}>t {x < y && <div c={{ d: /[/]"/g }} />} </Foo.Bar>;
        enum E { P = "p", Q } namespace N.M { export type L<K> = K extends infer V extends string ? V[] : { [key: string]: V } }
        label: for (const [i, { o = 2 }] of Object.entries(p)) { if (i in o) continue label; else do { o ||= 3 } while (!o) }
        switch (a ? b : c) { case x ? 1 : 2: break; default: throw new Error(`x`) } try { l() } catch { m?.() } finally {}
        """;

    private static readonly string[] Fragments =
        ["(", ")", "[", "]", "{", "}", "<", ">", "</", "/>", "'", "\"", "`", "${", "/", "//", "/*", "*/", "\n", "\r\n", "=>", "=", ":", "?", "?.", "!", "@", "#", ".", "...", ",", ";",
            "x", "1", " ", "<a", "<T,>", "</a>", "class ", "function ", "async ", "await ", "import ", "export ", "from ", "as ", "if ", "else ", "for ", "const ", "let ", "type ", "interface ",
            "enum ", "namespace ", "new ", "return ", "yield ", "switch ", "case ", "default ", "declare ", "get ", "static ", "extends ", "require('x')", "\0", "\uFEFF", "é", "\ud800", "\\", "\\u{", "<!--", "---", "<script>", "</script>"];

    private static readonly string[] Paths = ["a.ts", "a.tsx", "a.js", "a.vue", "a.astro"];

    private static readonly Gen<string> Fragment = HostileSource.OneOf(Fragments);

    [Fact]
    public void The_sample_is_read_without_an_error() => Assert.Empty(new TypeScriptFrontEnd().Read("a.tsx", Sample).Errors);

    [Fact]
    public void Random_fragments_never_throw_and_lines_lie_in_the_file() => Fragment.Array[0, 60].Select(string.Concat).Sample(Check, iter: 10_000);

    [Fact]
    public void Random_characters_never_throw_and_lines_lie_in_the_file() => Gen.String[0, 200].Sample(Check, iter: 5_000);

    [Fact]
    public void Truncated_and_changed_sources_never_throw_and_lines_lie_in_the_file() =>
        HostileSource.Changed(Sample, Fragment).Sample(Check, iter: 5_000);

    [Theory]
    [InlineData("(", "")]
    [InlineData("(", ")")]
    [InlineData("[", "]")]
    [InlineData("{", "")]
    [InlineData("{", "}")]
    [InlineData("f(", ")")]
    [InlineData("({a:", "})")]
    [InlineData("x => ", "")]
    [InlineData("(x): y => ", "")]
    [InlineData("(a):(b)=>", "")]
    [InlineData("!", "")]
    [InlineData("await ", "")]
    [InlineData("new ", "")]
    [InlineData("x ? ", "")]
    [InlineData("x ? y : ", "")]
    [InlineData("`${", "}`")]
    [InlineData("`${", "")]
    [InlineData("a<", "")]
    [InlineData("a<b,", "")]
    [InlineData("<a>", "</a>")]
    [InlineData("<a>", "")]
    [InlineData("<a b={", "}/>")]
    [InlineData("<a", "")]
    [InlineData("x.", "")]
    [InlineData("x()", "")]
    [InlineData("a = ", "")]
    [InlineData("a + ", "")]
    [InlineData("a ** ", "")]
    [InlineData("if (x) ", "")]
    [InlineData("if (x) y; else ", "")]
    [InlineData("class A { b() {", "}}")]
    [InlineData("function f() {\n", "")]
    [InlineData("namespace A {", "}")]
    [InlineData("type A = B<", "")]
    [InlineData("type A = (", "")]
    [InlineData("let a: {b:", "}")]
    [InlineData("a: ", "")]
    [InlineData("@a\n", "")]
    [InlineData("/*", "")]
    [InlineData("/a", "")]
    [InlineData("(]", "")]
    [InlineData("{\n", "")]
    [InlineData("({a(){", "")]
    [InlineData("export default ", "")]
    [InlineData("declare ", "")]
    public void Endless_nesting_ends_fast_and_leaves_a_tree_that_can_be_walked(string opening, string closing)
    {
        var watch = Stopwatch.StartNew();
        var unit = new TypeScriptFrontEnd().Read("a.tsx", string.Concat(Enumerable.Repeat(opening, 50_000)) + "x" + string.Concat(Enumerable.Repeat(closing, 50_000)) + "\ny = 1\n");
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 20);
        HostileSource.CheckHeight(unit, 700);
    }

    private static void Check(string source)
    {
        foreach (var path in Paths)
            HostileSource.Check(new TypeScriptFrontEnd().Read(path, source), source);
    }
}
