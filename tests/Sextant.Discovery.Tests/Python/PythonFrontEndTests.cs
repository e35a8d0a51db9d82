using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Python;
using Sextant.Discovery.Reading;

namespace Sextant.Discovery.Tests.Python;

public sealed class PythonFrontEndTests
{
    private static CodeUnit Read(string source) => new PythonFrontEnd().Read("src/app/agents.py", source);

    private static string[] Facts(string source) => FactWriter.Lines(Read(source));

    [Theory]
    [InlineData("x = 1", "x = 1")]
    [InlineData("x = -1.5e-3", "x = -1.5e-3")]
    [InlineData("x = True, None, ...", "x = [true, none, (...)]")]
    [InlineData("x = a.b(c, d=1, *e, **f)[0]", "x = a.b(c, d=1, *e, *f)[0]")]
    [InlineData("x = 'a' \"b\" r'\\n' b'\\x41\\u0042'", "x = 'ab\\nAB'")]
    [InlineData("x = '\\ud800'", "x = '\uFFFD'")]
    [InlineData("x = f'a{b}c' 'd'", "x = t<'a'|b|'cd'>")]
    [InlineData("x = f'{{a}} {b!r:>{w}} {c=}'", "x = t<'{a} '|b|' '|c>")]
    [InlineData("x = f'{d[\"k\"]}'", "x = t<d['k']>")]
    [InlineData("x = f'{d['k']}{f'{y}'}'", "x = t<d['k']|t<y>>")]
    [InlineData("x = f'{x:%Y-%m}'", "x = t<x>")]
    [InlineData("x = f'{(lambda y: y)(1)}'", "x = t<(lambda y y)(1)>")]
    [InlineData("x = rf'\\d{n}'", "x = t<'\\d'|n>")]
    [InlineData("x = t'{a}'", "x = t<a>")]
    [InlineData("x = a + b + c - d", "x = (- (+ a b c) d)")]
    [InlineData("x = a or b and not c == d", "x = (or a (and b (not (== c d))))")]
    [InlineData("x = a not in b is not c", "x = (is not (not in a b) c)")]
    [InlineData("x = -a ** -b", "x = (- (** a (- b)))")]
    [InlineData("x = a if b else c if d else e", "x = (?: b a (?: d c e))")]
    [InlineData("x = await y.z()", "x = (await y.z())")]
    [InlineData("x = lambda a, *b, c=1, **d: a", "x = (lambda a a b (:= c 1) d)")]
    [InlineData("x = [f(y) for y, z in w if y if z]", "x = (for f(y) (:= [y, z] (for w)) y z)")]
    [InlineData("x = {k: v async for k in w}", "x = (for {k: v} (:= k (for w)))")]
    [InlineData("x = {**a, 'b': 1}", "x = {**a, 'b': 1}")]
    [InlineData("x = {a, *b}", "x = [a, (* b)]")]
    [InlineData("x = (yield y)", "x = (yield y)")]
    [InlineData("x = y[1:2, ::3, z]", "x = y[[(: 1 2), (: 3), z]]")]
    [InlineData("x: int | None = 1", "x: (| int none) = 1")]
    [InlineData("x: T", "x: T = -")]
    [InlineData("x += y", "x = (+ x y)")]
    [InlineData("x //= y", "x = (// x y)")]
    [InlineData("a.b['c'] = d", "a.b['c'] = d")]
    [InlineData("x = \\\n  1", "x = 1")]
    [InlineData("if (n := f()): pass", "(:= n f())")]
    [InlineData("while x < 1: pass", "(< x 1)")]
    [InlineData("assert x, y", "[x, y]")]
    [InlineData("raise E(1) from None", "E(1)", "none")]
    [InlineData("a = b = 1", "a = 1", "b = 1")]
    [InlineData("a, b = 1, f()", "a = 1", "b = f()")]
    [InlineData("a, b = f()", "[a, b] = f()")]
    [InlineData("a = 1; b = 2;", "a = 1", "b = 2")]
    [InlineData("for x, y in z: f(x)", "[x, y] = (for z)", "f(x)")]
    [InlineData("with a() as b, c(): d()", "b = a()", "c()", "d()")]
    [InlineData("with (a() as b, c() as d,): e()", "b = a()", "d = c()", "e()")]
    [InlineData("with (a()) as b: c()", "b = a()", "c()")]
    [InlineData("with (a, b): c()", "a", "b", "c()")]
    [InlineData("try: a()\nexcept* (B, C) as e: d()\nelse: f()\nfinally: g()", "a()", "e: [B, C] = -", "d()", "f()", "g()")]
    [InlineData("match a, b:\n  case [x, *y] if x: c()\n  case {'k': A.B, **r} | None: d()\n  case P(q=1) as s: e()", "[a, b]", "x = ?", "y = ?", "x", "c()", "r = ?", "d()", "s: P = -", "e()")]
    [InlineData("match = 1\nmatch(x)\nmatch[x] = case\ntype = 2\ntype(x)\nprint(type)", "match = 1", "match(x)", "match[x] = case", "type = 2", "type(x)", "print(type)")]
    [InlineData("type X[T] = list[T]", "X = list[T]")]
    [InlineData("import a.b, c as d", "import a.b - a", "import c - d")]
    [InlineData("from .a.b import (c as d,\n e)", "import .a.b c d", "import .a.b e e")]
    [InlineData("from ... import a", "import ... a a")]
    [InlineData("from a import *", "import a * *")]
    [InlineData("'doc'\nx = 1\n'''y = 2'''", "x = 1", "'y = 2'")]
    [InlineData("del x, y[0]; pass; break; continue")]
    [InlineData("x = y.import_.class_.print", "x = y.import_.class_.print")]
    public void A_statement_has_exactly_its_facts(string source, params string[] facts)
    {
        Assert.Empty(Read(source).Errors);
        Assert.Equal(facts, Read(source).Statements.Select(FactWriter.Write));
    }

    [Fact]
    public void A_function_has_its_decorators_parameters_types_and_documentation()
    {
        var unit = Read("""
            @tool("search", flag=True)
            @other
            async def find[T: (int, str)](self, /, query: str, top: int = 5, *rest: str, key=None, **options) -> list[str]:
                # a comment
                '''Finds.'''
                return query
            """);
        var function = Assert.Single(unit.Scopes, s => s.Kind == ScopeKind.Function);
        Assert.Equal(("find", "Finds.", new LineSpan(1, 6), 3), (function.Name, function.Documentation, function.Lines, function.NameLine));
        Assert.Equal(["tool('search', flag=true)", "other"], function.Decorators.Select(FactWriter.Write));
        Assert.Equal(["self - -", "query str -", "top int 5", "rest - -", "key - none", "options - -"],
            function.Parameters.Select(p => $"{p.Name} {FactWriter.Write(p.Type)} {FactWriter.Write(p.Default)}"));
        Assert.Equal("list[str]", FactWriter.Write(function.Returns));
        Assert.Equal(["6/1 return query"], FactWriter.Lines(unit));
    }

    [Fact]
    public void A_class_has_its_bases_fields_and_methods_in_scopes()
    {
        var unit = Read("""
            class A(B.C, metaclass=M):
                '''Doc.'''
                model: str = "x"

                def run(self):
                    def inner(): return 1
                    x = 1
                y = 2
            z = 3
            """);
        Assert.Equal(["0 -1 Module  1-9", "1 0 Class A 1-8", "2 1 Function run 5-7", "3 2 Function inner 6-6"],
            unit.Scopes.Select(s => $"{s.Number} {s.Parent} {s.Kind} {s.Name} {s.Lines.Start}-{s.Lines.End}"));
        Assert.Equal(["B.C"], unit.Scopes[1].Bases.Select(FactWriter.Write));
        Assert.Equal("Doc.", unit.Scopes[1].Documentation);
        Assert.Equal(["3/1 model: str = 'x'", "6/3 return 1", "7/2 x = 1", "8/1 y = 2", "9/0 z = 3"], FactWriter.Lines(unit));
    }

    [Theory]
    [InlineData("print \"x\"", 1)]
    [InlineData("x = = 1", 1)]
    [InlineData("foo(a,", 1)]
    [InlineData("x = 'unclosed", 1)]
    [InlineData("x = f'{unclosed'", 1)]
    [InlineData("x = f'{a b}'", 1)]
    [InlineData("x = (1 2,\n  3\n)", 1)]
    [InlineData("foo(a,\n    b=f(1)", 1)]
    [InlineData("def broken(:\n    y = 1", 1)]
    [InlineData("x = $1", 1)]
    [InlineData("x = a]", 1)]
    public void An_error_costs_one_statement(string broken, int errors)
    {
        var unit = Read($"a = 1\n{broken}\nb = 2\ndef f():\n    c = 3\n");
        Assert.Equal(errors, unit.Errors.Count);
        Assert.Equal(["a = 1", "b = 2", "c = 3"], unit.Statements.Where(s => s is not Statement.Assignment { Target: Expression.Name { Id: "y" } }).Select(FactWriter.Write));
    }

    [Fact]
    public void A_definition_that_cannot_be_read_keeps_its_scope() =>
        Assert.Equal(["2/1 y = 1", "3/0 z = 2"], Facts("def broken(a b):\n    y = 1\nz = 2"));

    [Fact]
    public void Tabs_form_feeds_and_line_ends_of_all_systems_are_indentation() =>
        Assert.Equal(["2/1 x = 1", "3/1 y = 2", "5/0 z = 3"], Facts("def f():\r\n\tx = 1\r\n        y = 2\r\n\f\r\nz = 3"));

    [Fact]
    public void A_long_text_says_where_it_ends()
    {
        var unit = Read("x = f(\n  '''a\n  b\n  ''',\n  1)\n");
        var call = Assert.IsType<Expression.Call>(Assert.IsType<Statement.Assignment>(Assert.Single(unit.Statements)).Value);
        Assert.Equal((1, 5), (call.Line, call.EndLine));
        var text = Assert.IsType<Expression.Text>(call.Arguments[0].Value);
        Assert.Equal(("a\n  b\n  ", 2, 4), (text.Value, text.Line, text.EndLine));
    }

    [Theory]
    [InlineData("src/app/agents.py", "src.app.agents")]
    [InlineData("pkg/__init__.py", "pkg")]
    [InlineData("__init__.py", "")]
    [InlineData("run.pyw", "run")]
    [InlineData("a.b/c", "a.b.c")]
    public void A_module_is_named_by_its_path(string path, string module) => Assert.Equal(module, new PythonFrontEnd().Read(path, "").Module);

    [Theory]
    [InlineData("a.py", true)]
    [InlineData("a.PYW", true)]
    [InlineData("a.pyi", false)]
    [InlineData("a.ipynb", false)]
    public void Python_files_are_read_by_their_ending(string path, bool reads) => Assert.Equal(reads, new PythonFrontEnd().Reads(new TreePath(path)));

    [Fact]
    public void Names_declared_global_are_kept_with_the_scope() =>
        Assert.Equal(["a", "b", "c"], Read("def f():\n    global a, b\n    nonlocal c\n").Scopes[1].Shared.Order());
}
