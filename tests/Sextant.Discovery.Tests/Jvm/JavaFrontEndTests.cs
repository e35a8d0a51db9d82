using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Java;
using Sextant.Discovery.Tests.Python;

namespace Sextant.Discovery.Tests.Jvm;

public sealed class JavaFrontEndTests
{
    private static CodeUnit Read(string source) => new JavaFrontEnd().Read("src/main/java/com/acme/App.java", source);

    private static void Same(string source, params string[] lines)
    {
        var unit = Read(source);
        Assert.Empty(unit.Errors);
        Assert.Equal(lines, FactWriter.Lines(unit));
    }

    [Fact]
    public void Imports_of_types_members_and_packages_are_told_apart() => Same(
        "package com.acme;\nimport a.b.Type;\nimport static a.b.Conf.KEY;\nimport a.c.*;",
        "2/0 import a.b Type Type", "3/0 import a.b Conf a.b.Conf", "3/0 KEY = a.b.Conf.KEY", "4/0 import a.c * *", "1/0 import com.acme * *");

    [Fact]
    public void A_text_block_loses_its_indentation_and_joined_lines() => Same(
        "class A {\n  String p = \"\"\"\n      You are {{name}}.\n        Be nice\\\n       please.\n      \"\"\";\n}",
        "2/1 p: String = 'You are {{name}}.\\n  Be nice please.\\n'");

    [Fact]
    public void A_placeholder_is_a_reading_of_the_environment() => Same(
        "class A { @Value(\"${model:gpt-4o}\") String model; @ConfigProperty(name = \"key\") String key; A(@Value(\"${url}\") String url) { this.url = url; } }",
        "1/1 model: String = Value('model', 'gpt-4o')", "1/1 key: String = ConfigProperty('key')", "1/2 this.url = url");

    [Fact]
    public void Switches_are_choices_of_their_values() => Same(
        "class A { int f(int b) { int z = switch (b) { case 1, 2 -> 3; case 4 -> { g(); yield 5; } default -> throw new X(\"a\"); }; return z; } }",
        "1/2 b", "1/2 g()", "1/2 X('a')", "1/2 z: int = (?: ? 3 5)", "1/2 return z");

    [Fact]
    public void Lambdas_method_references_and_casts_are_values() => Same(
        "class A { void f() { Runnable r = () -> g(); h(A::run, (List<String>) x, (a) + 1); } }",
        "1/3 return g()", "1/2 r: Runnable = ?", "1/2 h(A.run, x, (+ a 1))");

    [Fact]
    public void Lists_maps_and_formats_of_the_library_are_literals() => Same(
        "class A { Object a = List.of(1, 2); Object b = Map.of(\"k\", 1); Object c = String.format(\"a %s\", x); Object d = y.orElse(\"z\"); }",
        "1/1 a: Object = [1, 2]", "1/1 b: Object = {'k': 1}", "1/1 c: Object = (% 'a %s' [x])", "1/1 d: Object = (?? y 'z')");

    [Fact]
    public void Records_enumerations_and_constructors_give_fields()
    {
        var unit = Read("record R(String a, int... b) { } enum E { ONE(\"1\"); E(String id) { this.id = id; } }");
        Assert.Empty(unit.Errors);
        Assert.Equal(["", "R", "E", "constructor"], unit.Scopes.Select(s => s.Name));
        Assert.Equal(["1/1 a: String = -", "1/1 b: [int] = -", "1/2 ONE = E('1')", "1/3 this.id = id"], FactWriter.Lines(unit));
    }

    [Fact]
    public void Annotations_keep_their_arguments()
    {
        var unit = Read("class A { @Tool(value = {\"a\", \"b\"}, name = N) <T> String run(@P(\"x\") String s) throws E { return s; } }");
        Assert.Empty(unit.Errors);
        var method = unit.Scopes[2];
        Assert.Equal("Tool(['a', 'b'], name=N)", FactWriter.Write(Assert.Single(method.Decorators)));
        Assert.Equal("s", Assert.Single(method.Parameters).Name);
    }

    [Fact]
    public void A_statement_that_cannot_be_read_costs_itself_alone()
    {
        var unit = Read("class A {\n  void f() {\n    int a = 1;\n    int b = = 2;\n    int c = 3;\n  }\n  int d = 4;\n}");
        Assert.Single(unit.Errors);
        Assert.Equal(["3/2 a: int = 1", "5/2 c: int = 3", "7/1 d: int = 4"], FactWriter.Lines(unit));
    }

    [Fact]
    public void Generic_calls_comparisons_and_shifts_are_told_apart() => Same(
        "class A { void f() { Map<String, List<T>> m = a.<X>g(b < c, d >> 2); x <<= 1; int[] q = new int[]{1}; } }",
        "1/2 m: Map[[String, List[T]]] = a.g((< b c), (>> d 2))", "1/2 x = (<< x 1)", "1/2 q: [int] = [1]");
}
