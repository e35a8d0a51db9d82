using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Go;
using Sextant.Discovery.Tests.Python;

namespace Sextant.Discovery.Tests.Go;

public sealed class GoFrontEndTests
{
    private static CodeUnit Read(string source) => new GoFrontEnd().Read("internal/app/agents.go", source);

    // Without the import of the own package, which every file has.
    private static string[] Facts(string source) => [.. FactWriter.Lines(Read(source)).Skip(1)];

    private static string[] Inside(string body) => [.. Facts("package a\nfunc f() {\n" + body + "\n}").Select(f => f[(f.IndexOf(' ', StringComparison.Ordinal) + 1)..])];

    [Theory]
    [InlineData("x := 1", "x = 1")]
    [InlineData("x := -1.5e-3", "x = (- 1.5e-3)")]
    [InlineData("x := []string{\"a\", `b`}", "x = ['a', 'b']")]
    [InlineData("x := map[string]int{\"a\": 1, k: 2}", "x = {'a': 1, k: 2}")]
    [InlineData("x := &T{A: 1, B: pkg.U{2}}", "x = T(A=1, B=pkg.U(2))")]
    [InlineData("x := []*T{{A: 1}, {A: 2}}", "x = [T(A=1), T(A=2)]")]
    [InlineData("x := map[string]T{\"a\": {A: 1}}", "x = {'a': T(A=1)}")]
    [InlineData("x := bson.M{\"a\": 1}", "x = {'a': 1}")]
    [InlineData("x := [][]T{{{A: 1}}}", "x = [[T(A=1)]]")]
    [InlineData("x := struct{ A int }{A: 1}", "x = {'A': 1}")]
    [InlineData("x := new(T)", "x = T()")]
    [InlineData("x := make([]T, 3)", "x = []")]
    [InlineData("x := F[A, B](y)", "x = F[[A, B]](y)")]
    [InlineData("x := y.(*T).z", "x = y.z")]
    [InlineData("x := y[1:2]", "x = ([:] y 1 2)")]
    [InlineData("x := <-ch", "x = (await ch)")]
    [InlineData("x := a + b + c - d", "x = (- (+ a b c) d)")]
    [InlineData("x := a || b && !(c == d)", "x = (|| a (&& b (! (== c d))))")]
    [InlineData("x := fmt.Sprintf(\"a %s %d\", b, c)", "x = (% 'a %s %d' [b, c])")]
    [InlineData("x := \"a\\n\\x41\\u00e9\\\"\"", "x = 'a\\nAé\"'")]
    [InlineData("var x, y T = f(), g()", "x: T = f()|y: T = g()")]
    [InlineData("client, err := f()", "client = f()|err = -")]
    [InlineData("_, err := f()", "f()|err = -")]
    [InlineData("a, b = b, a", "a = b|b = a")]
    [InlineData("x += y", "x = (+ x y)")]
    [InlineData("for _, t := range ts { g(t) }", "t = (for ts)|g(t)")]
    [InlineData("for i := range 10 { g(i) }", "10|i = -|g(i)")]
    [InlineData("if x, err := f(); err != nil { return nil, err }", "x = f()|err = -|(!= err none)|return none")]
    [InlineData("if x == (T{}) { g() }", "(== x T())|g()")]
    [InlineData("switch v := x.(type) { case string, []T: g(v) }", "v = x|string|[][T]|g(v)")]
    [InlineData("select { case v, ok := <-ch: g(v); default: }", "v = (await ch)|ok = -|g(v)")]
    [InlineData("again: for { break again }", "")]
    [InlineData("defer close(x); go g()", "close(x)|g()")]
    [InlineData("tools = append(tools, a, b)", "tools.extend([a, b])")]
    [InlineData("tools = append(tools, more...)", "tools.extend(more)")]
    [InlineData("s.tools = append(s.tools, a)", "s.tools = (+ s.tools [a])")]
    [InlineData("f(a, b...)", "f(a, *b)")]
    [InlineData("ch <- v", "ch|v")]
    public void A_statement_is_read(string source, string facts) => Assert.Equal(facts, string.Join('|', Inside(source)));

    [Theory]
    [InlineData("import \"os/exec\"", "1/0 import os/exec - exec")]
    [InlineData("import x \"a.b/c\"", "1/0 import a.b/c - x")]
    [InlineData("import . \"a.b/c\"", "1/0 import a.b/c * *")]
    [InlineData("import _ \"a.b/c\"", "")]
    [InlineData("import \"a.b/c/v2\"", "1/0 import a.b/c - c")]
    [InlineData("import \"a.b/x/v3/y\"", "1/0 import a.b/x/y - y")]
    [InlineData("import \"gopkg.in/yaml.v3\"", "1/0 import gopkg.in/yaml - yaml")]
    [InlineData("const ( A = \"x\"; B; C T = \"y\" )", "1/0 A = 'x'|1/0 B = 'x'|1/0 C = 'y'")]
    [InlineData("type Model string", "1/0 Model = string")]
    [InlineData("type S struct { a, b string `env:\"X\" envDefault:\"y\"`; c int }", "1/1 a: string = env:('X', 'y')|1/1 b: string = env:('X', 'y')|1/1 c: int = -")]
    public void A_declaration_is_read(string source, string facts) => Assert.Equal(facts, string.Join('|', Facts(source)));

    [Fact]
    public void A_package_may_have_a_shorter_name_than_its_path() =>
        Assert.Equal(["go_openai", "goopenai", "openai"], Read("import \"github.com/sashabaranov/go-openai\"").Statements.OfType<Statement.Import>().Skip(1).Select(i => i.Local));

    [Fact]
    public void A_method_is_in_the_class_of_its_receiver()
    {
        var unit = Read("package a\ntype S struct{}\nfunc (s *S) Run(ctx context.Context, a, b int) (*T, error) { return nil, nil }\nfunc (o Other) Stop() {}\n");

        Assert.Equal([(1, 0, ScopeKind.Class, "S"), (2, 1, ScopeKind.Function, "Run"), (3, 0, ScopeKind.Class, "Other"), (4, 3, ScopeKind.Function, "Stop")],
            unit.Scopes.Skip(1).Select(s => (s.Number, s.Parent, s.Kind, s.Name)));
        Assert.Equal(["s: S", "ctx: context.Context", "a: int", "b: int"], unit.Scopes[2].Parameters.Select(p => $"{p.Name}: {FactWriter.Write(p.Type)}"));
        Assert.Equal("T", FactWriter.Write(unit.Scopes[2].Returns));
    }

    [Fact]
    public void A_function_literal_is_a_value_with_the_name_of_what_it_is_given_to()
    {
        var unit = Read("package a\nvar handle = func(x string) error { return run(x) }\nvar t = T{Do: func() {}}\n");

        Assert.Equal([("handle", true), ("Do", true)], unit.Scopes.Skip(1).Select(s => (s.Name, s.IsValue)));
        Assert.IsType<Expression.Function>(unit.Statements.OfType<Statement.Assignment>().First().Value);
    }

    [Fact]
    public void An_error_costs_one_statement()
    {
        var unit = Read("package a\nfunc f() {\n\tx := 1\n\ty := = 2\n\tz := 3\n}\nfunc g() {}\n");

        Assert.Equal([4], unit.Errors.Select(e => e.Line));
        Assert.Equal(["x", "z"], unit.Statements.OfType<Statement.Assignment>().Select(a => FactWriter.Write(a.Target)).Where(n => n != "y"));
        Assert.Equal(["f", "g"], unit.Scopes.Skip(1).Select(s => s.Name));
    }
}
