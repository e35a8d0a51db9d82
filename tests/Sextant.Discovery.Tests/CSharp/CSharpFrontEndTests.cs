using Sextant.Discovery.Code.CSharp;
using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Reading;
using Sextant.Discovery.Tests.Python;

namespace Sextant.Discovery.Tests.CSharp;

public sealed class CSharpFrontEndTests
{
    private static CodeUnit Read(string source) => new CSharpFrontEnd().Read("src/App/Agents.cs", source);

    [Theory]
    [InlineData("var x = 1;", "x = 1")]
    [InlineData("int x = -1;", "x: int = -1")]
    [InlineData("var x = .5f + 1e-5;", "x = (+ .5f 1e-5)")]
    [InlineData("var x = true ? null : default;", "x = (?: true none none)")]
    [InlineData("var x = a.b(c, d: 1)[0];", "x = a.b(c, d=1)[0]")]
    [InlineData("""var x = "a\tb\u0041\x42";""", "x = 'a\tbAB'")]
    [InlineData("""var x = @"a\b""c";""", "x = 'a\\b\"c'")]
    [InlineData("var x = \"\"\"\n    a\n      \"b\"\n    \"\"\";", "x = 'a\\n  \"b\"'")]
    [InlineData("var x = \"a\"u8; var y = 'b';", "x = 'a'", "y = 'b'")]
    [InlineData("""var x = $"a{b,5:N2}c{{d}}";""", "x = t<'a'|b|'c{d}'>")]
    [InlineData("""var x = $"{d["k"]}{(e ? 1 : 2)}";""", "x = t<d['k']|(?: e 1 2)>")]
    [InlineData("var x = $$\"\"\"{a} {{b}}\"\"\";", "x = t<'{a} '|b>")]
    [InlineData("""var x = $@"a\{b}";""", "x = t<'a\\'|b>")]
    [InlineData("""var x = "a" + "b" + c;""", "x = (+ 'a' 'b' c)")]
    [InlineData("var x = a ?? b ?? throw new E();", "x = (?? a b)")]
    [InlineData("var x = (string)a!.B?.C![1];", "x = a.B.C[1]")]
    [InlineData("var x = (a as B) is { } y;", "y = a", "x = (is a)")]
    [InlineData("if (a is Agent b && b.C > 1) d();", "b: Agent = a", "(&& (is a) (> b.C 1))", "d()")]
    [InlineData("var x = await y.Z<T>(1);", "x = (await y.Z[T](1))")]
    [InlineData("var x = a < b && c > d;", "x = (&& (< a b) (> c d))")]
    [InlineData("var x = a >> 2;", "x = (>> a 2)")]
    [InlineData("Client x = new(1) { A = 2 };", "x: Client = Client(1, A=2)")]
    [InlineData("var x = new A.B<C> { D = { 1, 2 }, E = { [\"k\"] = v } };", "x = A.B[C](D=[1, 2], E={'k': v})")]
    [InlineData("var x = new { a, b.C, D = 1 };", "x = {'D': 1, 'a': a, 'C': b.C}")]
    [InlineData("var x = new Dictionary<string, int> { [\"a\"] = 1, { \"b\", 2 } };", "x = {'a': 1, 'b': 2}")]
    [InlineData("var x = new List<int> { 1, 2 };", "x = [1, 2]")]
    [InlineData("var x = new[] { 1, 2 }; var y = new int[3]; var z = new (string A, int B)[] { a };", "x = [1, 2]", "y = []", "z = [a]")]
    [InlineData("int[] x = [1, .. y];", "x: Array[int] = [1, (* y)]")]
    [InlineData("var x = y with { A = 1 };", "x = (with y {'A': 1})")]
    [InlineData("var x = y switch { 1 => a, > 2 and < 5 when f(y) => b, _ => throw new E() };", "f(y)", "x = (?: y a b)")]
    [InlineData("var x = from a in b where a.C orderby a.D descending select a.E;", "x = (for a.E (:= a (for b)) a.C a.D)")]
    [InlineData("var x = nameof(A.B) + typeof(C);", "x = (+ 'B' C)")]
    [InlineData("var x = y[^1] + y[1..];", "x = (+ y[(^ 1)] y[(.. 1 none)])")]
    [InlineData("(var a, string b) = f();", "[a, b] = f()")]
    [InlineData("var (a, b) = (1, f());", "a = 1", "b = f()")]
    [InlineData("a = b = c;", "b = c", "a = c")]
    [InlineData("a ??= b; c += d;", "a = (?? a b)", "c = (+ c d)")]
    [InlineData("f(out var x, ref y, in z);", "f(x, y, z)")]
    [InlineData("if (a) b(); else if (c) d();", "a", "b()", "c", "d()")]
    [InlineData("foreach (var x in y) f(x);", "x = (for y)", "f(x)")]
    [InlineData("await foreach (Update x in y.Z()) { f(x); }", "x: Update = (for y.Z())", "f(x)")]
    [InlineData("for (int i = 0; i < 3; i++) f(i);", "i: int = 0", "(< i 3)", "i", "f(i)")]
    [InlineData("using var a = b(); await using C d = e();", "a = b()", "d: C = e()")]
    [InlineData("using (var a = b()) c(a);", "a = b()", "c(a)")]
    [InlineData("try { a(); } catch (E e) when (e.F) { b(); } finally { c(); }", "a()", "e: E = -", "e.F", "b()", "c()")]
    [InlineData("switch (a) { case B b when f(b): c(); break; default: d(); break; }", "a", "f(b)", "c()", "d()")]
    [InlineData("lock (a) { b(); } do c(); while (d); goto e; e: f();", "a", "b()", "c()", "d", "f()")]
    [InlineData("global using A.B; using static C.D; using E = F.G;", "import A.B * *", "import C.D * *", "import F G E")]
    [InlineData("var x = global::A.B.C();", "x = A.B.C()")]
    [InlineData("#if A\nf();\n#else\ng();\n#endif\n#region x\nh();", "f()", "g()", "h()")]
    [InlineData("#if A\nif (a) {\n#else\nif (b) {\n#endif\nf(); }\ng();", "a", "f()", "g()")]
    public void A_statement_has_exactly_its_facts(string source, params string[] facts)
    {
        Assert.Empty(Read(source).Errors);
        Assert.Equal(facts, Read(source).Statements.Select(FactWriter.Write));
    }

    [Fact]
    public void A_file_has_its_namespace_types_and_members()
    {
        var unit = Read("""
            namespace App.Agents;

            [Plugin(Name = "mail")]
            public sealed partial class MailPlugin<T>(IClient client, string model = "gpt-4o") : Base(client), IPlugin where T : class
            {
                private const string Key = "K";
                private readonly Client _made;
                public string Model { get; init; } = "m";
                public string Other => Key + 1;
                public string Computed { get { return f(); } }

                public MailPlugin(Client made) : this(made, Key) => _made = made;

                [KernelFunction("send"), Description("Sends")]
                public async Task<string> SendAsync([Description("to")] string to, int times = 3)
                {
                    string Local(int x) => x.ToString();
                    _made = new(to);
                    return Local(times);
                }
            }
            """);

        Assert.Empty(unit.Errors);
        Assert.Equal("App.Agents", unit.Module);
        Assert.Equal(["", "MailPlugin", "Computed", "constructor", "SendAsync", "Local"], unit.Scopes.Select(s => s.Name));
        Assert.Equal(["Plugin(Name='mail')"], unit.Scopes[1].Decorators.Select(FactWriter.Write));
        Assert.Equal(["Base", "IPlugin"], unit.Scopes[1].Bases.Select(FactWriter.Write));
        Assert.Equal(["KernelFunction('send')", "Description('Sends')"], unit.Scopes[4].Decorators.Select(FactWriter.Write));
        Assert.Equal(["to: string = -", "times: int = 3"], unit.Scopes[4].Parameters.Select(p => $"{p.Name}: {FactWriter.Write(p.Type)} = {FactWriter.Write(p.Default)}"));
        Assert.Equal("string", FactWriter.Write(unit.Scopes[4].Returns));
        Assert.Equal(
            [
                "1/0 import App.Agents * *", "1/0 import App * *",
                "4/1 client: IClient = -", "4/1 model: string = 'gpt-4o'", "4/1 Base(client)",
                "6/1 Key: string = 'K'", "7/1 _made: Client = -", "8/1 Model: string = 'm'", "9/1 Other: string = (+ Key 1)",
                "10/2 return f()",
                "12/3 this(made, Key)", "12/3 this._made = made",
                "17/5 return x.ToString()", "18/4 this._made = Client(to)", "19/4 return Local(times)",
            ],
            FactWriter.Lines(unit));
    }

    [Theory]
    [InlineData("var f = x => g(x);", "f", "return g(x)")]
    [InlineData("var f = async (int a, T b) => { await g(a); };", "f", "(await g(a))")]
    [InlineData("h([Description(\"d\")] static string (string a) => a);", "", "return a")]
    [InlineData("f.OnX = delegate (int a) { g(a); };", "", "g(a)")]
    [InlineData("new X { Run = () => g() };", "Run", "return g()")]
    public void A_lambda_is_a_scope_with_its_body(string source, string name, string body)
    {
        var unit = Read(source);

        Assert.Empty(unit.Errors);
        Assert.Equal(name, unit.Scopes[1].Name);
        Assert.True(unit.Scopes[1].IsValue);
        Assert.Equal([body], unit.Statements.Where(s => s.Scope == 1).Select(FactWriter.Write));
        Assert.Contains(unit.Statements.SelectMany(s => s.Expressions).SelectMany(e => e.All()), e => e is Expression.Function { Scope: 1 });
    }

    [Theory]
    [InlineData("enum E { A = 1, B }\nclass C { int this[int i] => i; public static C operator +(C a, C b) => a; ~C() { } event E F; delegate void D(); }")]
    [InlineData("record R(int A) { } record struct S; interface I<in T> { int P { get; } void M(); }\nstatic class X { extension(string s) { public int Twice() => 2; } }")]
    [InlineData("namespace A { namespace B.C { class D { } } }\n[assembly: X(1)]\nclass F : IDisposable { void IDisposable.Dispose() { } }")]
    public void Members_of_all_kinds_are_read_without_an_error(string source) => Assert.Empty(Read(source).Errors);

    [Fact]
    public void An_error_costs_one_statement()
    {
        var unit = Read("a();\nvar x = = 1;\nb();\nclass C { int ; void M() { c(); } }");

        Assert.Equal(2, unit.Errors.Count);
        Assert.Equal(["a()", "b()", "c()"], unit.Statements.OfType<Statement.Evaluation>().Select(FactWriter.Write));
    }

    [Theory]
    [InlineData("a.cs", true)]
    [InlineData("a.csx", true)]
    [InlineData("a.csproj", false)]
    [InlineData("a.css", false)]
    public void Files_are_known_by_their_ending(string path, bool reads) => Assert.Equal(reads, new CSharpFrontEnd().Reads(new TreePath(path)));
}
