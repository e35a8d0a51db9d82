using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Kotlin;
using Sextant.Discovery.Tests.Python;

namespace Sextant.Discovery.Tests.Jvm;

public sealed class KotlinFrontEndTests
{
    private static CodeUnit Read(string source) => new KotlinFrontEnd().Read("src/main/kotlin/App.kt", source);

    private static void Same(string source, params string[] lines)
    {
        var unit = Read(source);
        Assert.Empty(unit.Errors);
        Assert.Equal(lines, FactWriter.Lines(unit));
    }

    [Fact]
    public void Templates_have_pieces() => Same(
        "val a = \"Hi $name, ${user.mail}\\n\"\nval b = \"\"\"x ${if (c) \"y\" else \"z\"}\"\"\"",
        "1/0 a = t<'Hi '|name|', '|user.mail|'\\n'>", "2/0 c", "2/0 b = t<'x '|(?: ? 'y' 'z')>");

    [Fact]
    public void A_constructor_gives_fields_and_a_companion_belongs_to_its_class() => Same(
        "data class A(val url: String = \"x\", @Value(\"\\${m:d}\") val m: String) : B(m) {\n  companion object { const val K = 1 }\n}",
        "1/1 url: String = 'x'", "1/1 m: String = Value('m', 'd')", "1/1 B(m)", "2/1 K = 1");

    [Fact]
    public void A_lazy_property_is_its_value_and_a_getter_too() => Same(
        "class A {\n  val a by lazy { X(1) }\n  val b get() = c + 1\n  var d = 2\n    private set\n}",
        "2/1 a = X(1)", "3/1 b = (+ c 1)", "4/1 d = 2");

    [Fact]
    public void A_trailing_lambda_is_an_argument_and_apply_sets_arguments() => Same(
        "val a = Registry { tool(X) }\nval b = Config().apply { url = \"u\" }",
        "1/1 return tool(X)", "1/0 a = Registry(?)", "2/0 b = Config(url='u')");

    [Fact]
    public void Pairs_make_maps_and_elvis_is_a_default() => Same(
        "val a = mapOf(\"k\" to 1)\nval b = System.getenv(\"X\") ?: \"d\"\nval c = x!!.y?.z as T",
        "1/0 a = {'k': 1}", "2/0 b = (?? System.getenv('X') 'd')", "3/0 c = x.y.z");

    [Fact]
    public void Lines_end_statements_but_not_in_brackets_and_not_before_a_dot() => Same(
        "fun f() {\n  a\n    .b()\n  -c\n  g(\n    d\n      then e\n  )\n}",
        "3/1 a.b()", "4/1 (- c)", "5/1 g(d.then(e))");

    [Fact]
    public void Branches_have_values() => Same(
        "val r = when (a) { is String -> 1; in b -> f(); else -> { val t = 2; t } }",
        "1/0 a", "1/0 t = 2", "1/0 r = (?: ? 1 (?: ? f() t))");

    [Fact]
    public void References_to_functions_and_classes_are_what_they_name() => Same(
        "val a = listOf(::f, this::g, A::h, A::class, A::class.java)",
        "1/0 a = [f, this.g, A.h, A, A]");

    [Fact]
    public void Functions_have_parameters_defaults_and_annotations()
    {
        var unit = Read("@Tool(\"t\") suspend fun <T> List<T>.run(a: String, b: Int = 3, c: (String) -> Unit): String? = a");
        Assert.Empty(unit.Errors);
        var function = unit.Scopes[1];
        Assert.Equal(("run", "Tool('t')"), (function.Name, FactWriter.Write(Assert.Single(function.Decorators))));
        Assert.Equal(["a", "b", "c"], function.Parameters.Select(p => p.Name));
    }

    [Fact]
    public void A_return_in_a_lambda_is_that_of_the_function_around_it() => Same(
        "fun f(): Int {\n  xs.forEach { if (it > 1) return it }\n  return 0\n}",
        "2/2 (> it 1)", "2/1 return it", "2/2 return none", "2/1 xs.forEach(?)", "3/1 return 0");
}
