using System.Diagnostics;
using CsCheck;
using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Python;
using Sextant.Discovery.Code.Resolution;

namespace Sextant.Discovery.Tests.Resolution;

public sealed class HostileResolutionTests
{
    private static readonly string[] Fragments =
    [
        "a = b\n", "b = a\n", "a = a + b\n", "b = f(a)\n", "def f(x=a):\n  return f(x) or b\n", "class A(B):\n  x = a\n  def m(self):\n    self.y = self.x\n",
        "class B(A):\n  z = A().y\n", "a, b = b, a\n", "for a in b: b = a\n", "from app import *\n", "from other import a\n", "import app\n", "a = [a, *b]\n", "b = {a: b, **a}\n",
        "a = a[b]\n", "b = a.b\n", "a.b = b.a\n", "with a as b: a = b\n", "b = [a for a in b for b in a]\n", "a = lambda a: b\n", "if a := b: b = (a := b)\n",
        "a = f'{a}{b}'\n", "a = b if a else b\n", "b = '{}{}'.format(a, b)\n", "a = '%s' % b\n", "b = ''.join([a, b])\n", "a: A = b\n", "b: 'B' = a\n", "A = B\n", "f = f\n",
    ];

    [Fact]
    public void Circles_of_all_kinds_end_without_throwing() =>
        Gen.Int[0, Fragments.Length - 1].Select(i => Fragments[i]).Array[1, 12].Sample(
            fragments =>
            {
                var source = string.Concat(fragments);
                AskEverything(new SourceTree().With("app.py", source).With("other.py", "from app import *\na = b\n" + source));
            },
            iter: 100);

    [Fact]
    public void A_chain_through_many_names_ends_fast()
    {
        var source = "x0 = 'a'\n" + string.Concat(Enumerable.Range(1, 5_000).Select(i => $"x{i} = x{i - 1} or x{i / 2}\n"));
        var watch = Stopwatch.StartNew();
        AskEverything(SourceTree.Of(source));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 60);
    }

    [Fact]
    public void A_name_assigned_very_often_is_asked_for_fast()
    {
        var source = string.Concat(Enumerable.Range(1, 5_000).Select(i => $"x = '{i}' + x\n"));
        var watch = Stopwatch.StartNew();
        AskEverything(SourceTree.Of(source));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 60);
    }

    private static void AskEverything(SourceTree tree)
    {
        var units = new UnitSource(tree, [new PythonFrontEnd()], [new PythonModules(tree)]);
        var resolver = new CodeResolver(units);
        foreach (var unit in tree.Paths.Select(units.UnitOfPath).OfType<CodeUnit>())
        {
            foreach (var statement in unit.Statements)
            {
                foreach (var expression in statement.Expressions.SelectMany(e => e.All()))
                {
                    var located = new Located(unit, statement.Scope, expression);
                    Assert.True(resolver.SymbolOf(located)?.Length is null or < 4_000);
                    Assert.InRange(resolver.TextsOf(located).Count, 0, 24);
                    Assert.NotNull(resolver.DefinitionOf(located).Expression);
                    Assert.True(resolver.ScopeOf(located)?.Scope.Number is null or >= 0);
                }
            }
        }
    }
}
