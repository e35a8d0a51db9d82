using CsCheck;
using Sextant.Discovery.Code.Facts;

namespace Sextant.Discovery.Tests.Code;

/// <summary>Sources that no author writes, and what holds of the facts of any source in any language.</summary>
internal static class HostileSource
{
    /// <summary>One of some pieces.</summary>
    public static Gen<string> OneOf(string[] fragments) => Gen.Int[0, fragments.Length - 1].Select(i => fragments[i]);

    /// <summary>A sample, cut or with a part of it said twice, and a piece between.</summary>
    public static Gen<string> Changed(string sample, Gen<string> fragment) =>
        Gen.Select(Gen.Int[0, sample.Length], Gen.Int[0, sample.Length], fragment)
            .Select((a, b, piece) => string.Concat(sample.AsSpan(0, a), piece, sample.AsSpan(b)));

    /// <summary>All lines lie in the file, and all scopes are there.</summary>
    public static void Check(CodeUnit unit, string source)
    {
        var lines = source.Count(c => c == '\n') + 1;
        Assert.All(unit.Statements, s => Assert.InRange(s.Line, 1, lines));
        Assert.All(unit.Statements, s => Assert.InRange(s.Scope, 0, unit.Scopes.Count - 1));
        Assert.All(unit.Errors, e => Assert.InRange(e.Line, 1, lines));
        Assert.All(unit.Scopes, s => Assert.True(1 <= s.Lines.Start && s.Lines.Start <= s.Lines.End && s.Lines.End <= lines));
        Assert.All(unit.Scopes.Skip(1), s => Assert.InRange(s.Parent, 0, s.Number - 1));
        foreach (var expression in unit.Statements.SelectMany(s => s.Expressions).SelectMany(e => e.All()))
        {
            Assert.InRange(expression.Line, 1, lines);
            Assert.InRange((expression as Expression.Text)?.EndLine ?? 1, 1, lines);
            if (expression is Expression.Function function)
                Assert.InRange(function.Scope, 1, unit.Scopes.Count - 1);
        }
    }

    /// <summary>No expression is higher than what walks it can bear.</summary>
    public static void CheckHeight(CodeUnit unit, int most) =>
        Assert.All(unit.Statements.SelectMany(s => s.Expressions).Take(1_000), e => Assert.InRange(HeightOf(e), 1, most));

    private static int HeightOf(Expression expression) => 1 + expression.Parts.Select(HeightOf).DefaultIfEmpty(0).Max();
}
