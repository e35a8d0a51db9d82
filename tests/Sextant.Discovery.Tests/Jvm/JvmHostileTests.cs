using System.Diagnostics;
using System.Text;
using CsCheck;
using Sextant.Discovery.Code;
using Sextant.Discovery.Code.Java;
using Sextant.Discovery.Code.Kotlin;
using Sextant.Discovery.Tests.Code;

namespace Sextant.Discovery.Tests.Jvm;

/// <summary>Whatever a file holds, reading it ends, and does not throw.</summary>
public sealed class JvmHostileTests
{
    private const string Java = """"
        package a.b; import static c.D.e; import f.*;
        @A(x = {1, "b"}) public sealed class T<X extends Y<? super Z>> extends B<X> implements I permits P {
          @Value("${a:b}") private final Map<String, List<int[]>> m = new HashMap<>(), k = Map.of("a", 1);
          enum E { ONE("1") { void a() {} }, TWO; E(String s) { this.s = s; } } record R(int... b) { R { c(b); } }
          <U> U f(@P String a) throws IOException { for (int i = 0; i < n; i++) x[i] += 1; for (var e : m.entrySet()) use(e);
            int z = switch (b) { case 1, 2 -> 3; case Foo(var q) when q > 1 -> { yield 5; } default -> throw new X(); };
            if (o instanceof String s && (int) d < (b) + 1) return (String) o; else if (y) return null;
            try (var in = open()) { g((a, c) -> a <<= 2, A::new, String.class); } catch (A | B e) { } finally { done(); }
            new Thread(this::run) { public void run() { } }.start(); return """
              text \
              block"""; } }
        """";

    private const string Kotlin = """"
        @file:Suppress("x") package a.b
        import c.d.E as F
        sealed class A<out T>(val x: String = "a $b ${c { "d${e}" }}", vararg y: Int) : B(x), C by d where T : Any {
          companion object { const val K = 'k' } 
          init { println(K) }
          val z by lazy { X() }
          var w: Int = 1
            private set
          val v: String get() = x ?: return@f "q" fun <R> List<R>.f(g: (A) -> Unit = {}): R? = when (val h = i) { is J, !in k -> l!!; else -> { m } }
          object O : P { override fun q() = try { r as? S } catch (e: E) { null } finally { t() } }
          enum class U(val n: Int) { ONE(1) { fun a() = 1 }, TWO(2); fun b() = 2 }
        }
        fun main() = run { for ((a, b) in c) { d += a to b } ; list.map { (x, y), z: Int -> x + y }.also(::println); val (p, q) = r; """raw $x""" }
        """";

    private static readonly IFrontEnd[] FrontEnds = [new JavaFrontEnd(), new KotlinFrontEnd()];

    private static void Ends(string text)
    {
        foreach (var frontEnd in FrontEnds)
            HostileSource.Check(frontEnd.Read("a.x", text), text);
    }

    [Fact]
    public void The_samples_are_read_without_errors()
    {
        Assert.Empty(FrontEnds[0].Read("a.java", Java).Errors);
        Assert.Empty(FrontEnds[1].Read("a.kt", Kotlin).Errors);
    }

    [Fact]
    public void Random_bytes_end() => Gen.Byte.Array[0, 400].Sample(bytes => Ends(Encoding.Latin1.GetString(bytes)), iter: 1_000);

    [Fact]
    public void Mutated_sources_end() =>
        Gen.Select(Gen.Bool, Gen.Int[0, 1_400], Gen.Int[0, 60], Gen.String[Gen.Char["(){}[]<>\"'$.,;:=->@?!/*\\\n ax1"], 0, 6]).Sample((java, at, length, text) =>
        {
            var source = java ? Java : Kotlin;
            at = Math.Min(at, source.Length);
            Ends(source[..at] + text + source[Math.Min(source.Length, at + length)..]);
        }, iter: 4_000);

    [Theory]
    [InlineData("(")]
    [InlineData("{")]
    [InlineData("a.b(")]
    [InlineData("if (a) ")]
    [InlineData("!")]
    [InlineData("a ? b : ")]
    [InlineData("class A { ")]
    [InlineData("x -> ")]
    [InlineData("\"${")]
    [InlineData("List<")]
    [InlineData("a.b().")]
    [InlineData("new A() { int f() { ")]
    [InlineData("when (a) { 1 -> ")]
    [InlineData("switch (a) { case 1 -> ")]
    [InlineData("@A(")]
    [InlineData("a = ")]
    [InlineData("else if (a) b; ")]
    public void What_is_nested_too_deeply_ends_in_time(string part)
    {
        var watch = Stopwatch.StartNew();
        var text = new StringBuilder("class A { void f() { fun g() { ");
        for (var i = 0; i < 20_000; i++)
            text.Append(part);
        Ends(text.ToString());
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }
}
