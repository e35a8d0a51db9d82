using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.TypeScript;
using Sextant.Discovery.Reading;
using Sextant.Discovery.Tests.Python;

namespace Sextant.Discovery.Tests.TypeScript;

public sealed class TypeScriptFrontEndTests
{
    private static CodeUnit Read(string source, string path = "app.ts")
    {
        var unit = new TypeScriptFrontEnd().Read(path, source);
        Assert.Empty(unit.Errors);
        return unit;
    }

    private static string[] Facts(string source, string path = "app.ts") => [.. Read(source, path).Statements.Select(FactWriter.Write)];

    [Theory]
    [InlineData("import OpenAI from 'openai'", "import openai default OpenAI")]
    [InlineData("import * as ai from \"ai\";", "import ai - ai")]
    [InlineData("import fs from 'node:fs'", "import fs - fs")]
    [InlineData("import type { Agent as A } from '@mastra/core/agent'", "import @mastra/core/agent Agent A")]
    [InlineData("import { type Tool } from '@modelcontextprotocol/sdk/types.js'", "import @modelcontextprotocol/sdk/types Tool Tool")]
    [InlineData("import x from './x.json' with { type: 'json' }", "import ./x.json default x")]
    [InlineData("const OpenAI = require('openai')", "import openai - OpenAI")]
    [InlineData("const { OpenAI, toFile: file } = require('openai')", "import openai OpenAI OpenAI|import openai toFile file")]
    [InlineData("const m = await import('npm:openai@4.2')", "import openai - m")]
    [InlineData("export { a as b, default as c } from './m'", "import ./m a b|import ./m default c")]
    [InlineData("export * from './m'; export * as ns from './n'", "import ./m * *|import ./n - ns")]
    [InlineData("export { f as handler }", "handler = f")]
    [InlineData("export default agent", "default = agent")]
    [InlineData("module.exports = { a }; exports.b = 1", "default = {'a': a}|b = 1")]
    public void Imports_and_exports(string source, string facts) => Assert.Equal(facts.Split('|'), Facts(source));

    [Fact]
    public void A_required_module_that_is_called_is_its_default() =>
        Assert.Equal(["import openai default OpenAI", "c = OpenAI()"], Facts("const OpenAI = require('openai'); const c = new OpenAI()"));

    [Theory]
    [InlineData("f(a)(b)", "f(a)(b)")]
    [InlineData("new a.B<C, D>({ x: 1, ...rest })", "a.B({'x': 1, **rest})")]
    [InlineData("a?.b?.[0]?.(c)!.d", "a.b[0](c).d")]
    [InlineData("x as unknown as Y", "x")]
    [InlineData("(<Y>x).z satisfies Z", "x.z")]
    [InlineData("a ?? b ?? c", "(?? a b c)")]
    [InlineData("a || b && c", "(|| a (&& b c))")]
    [InlineData("a < b && c > d", "(&& (< a b) (> c d))")]
    [InlineData("f<string>(x)", "f(x)")]
    [InlineData("a >> 2 >>> b", "(>> a 2 b)")]
    [InlineData("1_000_000", "1000000")]
    [InlineData("`a${b}c${`d${e}`}`", "t<'a'|b|'c'|t<'d'|e>>")]
    [InlineData("sql`select ${x}`", "sql(t<'select '|x>)")]
    [InlineData("/[/]\\//g.test(x) ? 1 : 2", "(?: ?.test(x) 1 2)")]
    [InlineData("a / b / c", "(/ a b c)")]
    [InlineData("if (!/x/.test(y)) z()", "(! ?.test(y)) ; z()")]
    [InlineData("'a\\u{1F600}\\x41\\n'", "'a😀A\\n'")]
    [InlineData("x = y ? (a) : b", "x = (?: y a b)")]
    [InlineData("a = b\n(c)", "a = b(c)")]
    [InlineData("a\n++b", "a ; (++ b)")]
    [InlineData("x ||= 'y'", "x = (?? x 'y')")]
    [InlineData("const [a, , b = 2, ...c] = d", "a = d[0] ; b = (?? d[2] 2) ; c = -")]
    [InlineData("const { a, b: { c }, ...d } = e", "a = e.a ; c = e.b.c ; d = e")]
    [InlineData("for (const x of await xs) y(x)", "x = (for (await xs)) ; y(x)")]
    [InlineData("label: for (;;) { break label }", "")]
    [InlineData("class A { #x = 1; static { go(this.#x) } }", "#x = 1 ; go(this.#x)")]
    [InlineData("el.innerHTML = html", "innerHTML(html) ; el.innerHTML = html")]
    [InlineData("enum E { A = 'a', B }", "A = 'a' ; B = ?")]
    [InlineData("const o = { get, async: 1, 'b c': 2, [k]: 3 }", "o = {'get': get, 'async': 1, 'b c': 2, k: 3}")]
    [InlineData("type A<T> = T extends infer U extends string ? U : (x: T) => x is string\nx()", "x()")]
    [InlineData("declare module 'x' { export function f(): void }\nx()", "x()")]
    public void Statements_and_expressions(string source, string facts) => Assert.Equal(facts, string.Join(" ; ", Facts(source)));

    [Fact]
    public void Functions_are_scopes_named_after_what_holds_them()
    {
        var unit = Read("""
            export const search = async ({ query }: { query: string }): Promise<string> => fetch(query);
            const tools = { run: tool({ execute(input) { return exec(input) }, parse: <T,>(x: T) => x }) };
            function* plain(this: Window, a = 1, ...rest: string[]) { yield a }
            """);
        Assert.Equal(["", "search", "execute", "parse", "plain"], unit.Scopes.Select(s => s.Name));
        Assert.Equal([false, true, true, true, false], unit.Scopes.Select(s => s.IsValue));
        Assert.Equal(["a", "rest"], unit.Scopes[4].Parameters.Select(p => p.Name));
        Assert.Equal("return fetch(query)", unit.Statements.Where(s => s.Scope == 1).Select(FactWriter.Write).Last());
    }

    [Fact]
    public void Classes_have_fields_parameters_decorators_and_bases()
    {
        var unit = Read("""
            @Injectable()
            export abstract class Bot extends Base<string> implements A, B<C> {
              private readonly model: string = 'gpt-4o';
              constructor(private readonly client: OpenAI, other?: number) { super() }
              get name(): string { return 'x' }
              ask(a: string): void;
              ask(a: unknown) { return this.client }
              abstract stop(): Promise<Agent>;
              handler = () => { this.ask('x') }
              [key: string]: unknown;
            }
            """);
        Assert.Equal(["", "Bot", "constructor", "name", "", "ask", "stop", "handler"], unit.Scopes.Select(s => s.Name));
        Assert.Equal(["Base", "A", "B"], unit.Scopes[1].Bases.Select(FactWriter.Write));
        Assert.Equal(["Injectable()"], unit.Scopes[1].Decorators.Select(FactWriter.Write));
        Assert.Equal(["get"], unit.Scopes[3].Decorators.Select(FactWriter.Write));
        Assert.Equal("Promise[Agent]", FactWriter.Write(unit.Scopes[6].Returns));
        Assert.Equal(["model: string = 'gpt-4o'", "client: OpenAI = -", "handler = ?"], unit.Statements.Where(s => s.Scope == 1).Select(FactWriter.Write));
    }

    [Fact]
    public void Markup_is_calls_of_components()
    {
        var unit = Read("""
            const page = <Chat.Root model="gpt-4o" {...rest} onSend={(m) => send(m)}>
              text &nbsp; {/* nothing */} {items.map((i) => <li key={i} dangerouslySetInnerHTML={{ __html: i }} />)}
              <></>
            </Chat.Root>;
            const less = <T,>(a: T) => a < b;
            """, "app.tsx");
        var call = Assert.IsType<Expression.Call>(((Statement.Assignment)unit.Statements.First(s => s is Statement.Assignment)).Value);
        Assert.Equal("Chat.Root", FactWriter.Write(call.Callee));
        Assert.Equal(["model", null, "onSend", null, null], call.Arguments.Select(a => a.Keyword));
        Assert.Equal(4, call.EndLine);
        Assert.Contains(unit.Statements.SelectMany(s => s.Expressions).SelectMany(e => e.All()), e => FactWriter.Write(e) == "dangerouslySetInnerHTML(i)");
    }

    [Theory]
    [InlineData("app.vue", "<template><a>{{ x }}</a></template>\n<script setup lang=\"ts\">\nconst a = 1\n</script>\n<style>a { b: c }</style>")]
    [InlineData("app.svelte", "<h1>x</h1>\n<script>\nconst a = 1;\n</script>")]
    [InlineData("app.astro", "---\n\nconst a = 1\n---\n<html></html>")]
    public void Scripts_of_components_keep_their_lines(string path, string source)
    {
        var only = Assert.Single(Read(source, path).Statements);
        Assert.Equal((3, "a = 1"), (only.Line, FactWriter.Write(only)));
    }

    [Theory]
    [InlineData("a = ;\nb = 1", "b = 1")]
    [InlineData("class A {\n  x = = 2;\n  y = 3;\n}\nb = 1", "y = 3|b = 1")]
    [InlineData("f(() => {\n  a b c;\n  d = 2;\n});\nb = 1", "f(?)|d = 2|b = 1")]
    [InlineData("const x = (((;\nconst b = 1", "b = 1")]
    [InlineData("'unclosed\nb = 1", "b = 1")]
    public void An_error_costs_one_statement(string source, string facts)
    {
        var unit = new TypeScriptFrontEnd().Read("app.ts", source);
        Assert.Single(unit.Errors);
        Assert.Equal(facts.Split('|'), unit.Statements.Select(FactWriter.Write));
    }

    [Theory]
    [InlineData("a.ts", true)]
    [InlineData("a.mjs", true)]
    [InlineData("A.TSX", true)]
    [InlineData("a.d.ts", false)]
    [InlineData("a.min.js", false)]
    [InlineData("a.py", false)]
    public void Reads_sources_only(string path, bool reads) => Assert.Equal(reads, new TypeScriptFrontEnd().Reads(new TreePath(path)));
}
