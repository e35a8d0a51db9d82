using Sextant.Map;
using Sextant.Posture.Assess.Language;
using Sextant.Posture.Assess.Rules;

namespace Sextant.Posture.Assess.Testing;

/// <summary>
/// Mutation testing of rules: each part of a rule is left out or turned round, and some example must then give another
/// result. A change that no example notices is a part of the rule that no example tests.
/// </summary>
public static class RuleMutations
{
    /// <summary>The changes that no example notices, in words.</summary>
    public static IReadOnlyList<string> Survivors(Rule rule)
    {
        var examples = rule.Examples.Select(e => (Example: e, Map: e.Graph.ToMap())).ToArray();
        return [.. Mutants(rule).Where(m => examples.All(e => RuleTester.Test(m.Rule, e.Example, e.Map).Passed)).Select(m => m.Change)];
    }

    /// <summary>How many changes are tried.</summary>
    public static int Count(Rule rule) => Mutants(rule).Count();

    private static IEnumerable<(string Change, Rule Rule)> Mutants(Rule rule)
    {
        // Edges lose their positions in mutants, and what a fix removes plays no part in matching.
        var plain = rule with { Fix = rule.Fix with { Breaks = [] } };
        foreach (var (change, match) in PatternMutations.Of(rule.Match))
            yield return ($"match: {change}", plain with { Match = match });
        for (var i = 0; i < rule.Unless.Count; i++)
        {
            yield return ($"unless {i + 1}: leave it out", plain with { Unless = Without(rule.Unless, i) });
            foreach (var (change, pattern) in PatternMutations.Of(rule.Unless[i]))
                yield return ($"unless {i + 1}: {change}", plain with { Unless = With(rule.Unless, i, pattern) });
        }

        for (var i = 0; i < rule.Where.Count; i++)
        {
            yield return ($"where {i + 1}: leave it out", plain with { Where = Without(rule.Where, i) });
            foreach (var condition in PatternMutations.Of(rule.Where[i]))
                yield return ($"where {i + 1}: {condition.Change}", plain with { Where = With(rule.Where, i, condition.Condition) });
        }

        for (var i = 0; i < rule.Raise.Count; i++)
        {
            yield return ($"raise {i + 1}: leave it out", plain with { Raise = Without(rule.Raise, i) });
            foreach (var (change, pattern) in PatternMutations.Of(rule.Raise[i].When))
                yield return ($"raise {i + 1}: {change}", plain with { Raise = With(rule.Raise, i, rule.Raise[i] with { When = pattern }) });
        }
    }

    internal static T[] Without<T>(IReadOnlyList<T> list, int index) => [.. list.Take(index), .. list.Skip(index + 1)];

    internal static T[] With<T>(IReadOnlyList<T> list, int index, T item) => [.. list.Take(index), item, .. list.Skip(index + 1)];
}

/// <summary>The changes of one pattern.</summary>
internal static class PatternMutations
{
    public static IEnumerable<(string Change, Pattern Pattern)> Of(Pattern pattern)
    {
        for (var n = 0; n < pattern.Nodes.Count; n++)
        {
            foreach (var (change, node) in Of(pattern.Nodes[n]))
                yield return (change, pattern with { Nodes = RuleMutations.With(pattern.Nodes, n, node) });
        }

        for (var e = 0; e < pattern.Edges.Count; e++)
        {
            yield return ($"leave out {Name(pattern.Edges[e])}", pattern with { Edges = RuleMutations.Without(pattern.Edges, e) });
            foreach (var (change, edge) in Of(pattern.Edges[e]))
                yield return (change, pattern with { Edges = RuleMutations.With(pattern.Edges, e, edge) });
        }
    }

    /// <summary>A condition turned round, and with a neighbouring number.</summary>
    public static IEnumerable<(string Change, Condition Condition)> Of(Condition condition)
    {
        if (Negated(condition.Operator) is { } negated)
            yield return ("turn it round", condition with { Operator = negated });
        if (condition.Right is Operand.Literal { Number: { } number } literal)
            yield return ($"{literal.Text} plus one", condition with { Right = literal with { Number = number + 1 } });
    }

    private static IEnumerable<(string Change, PatternNode Node)> Of(PatternNode node)
    {
        var name = node.Name ?? Wording.Kinds(node.Kinds);
        for (var k = 0; node.Kinds.Count > 1 && k < node.Kinds.Count; k++)
            yield return ($"'{name}' is no {Kebab<AssetKind>.Name(node.Kinds[k])}", node with { Kinds = RuleMutations.Without(node.Kinds, k) });
        for (var t = 0; t < node.Tests.Count; t++)
        {
            var test = node.Tests[t];
            yield return ($"leave out '{test.Facet.Name}' of '{name}'", node with { Tests = RuleMutations.Without(node.Tests, t) });
            foreach (var (change, changed) in Of(test))
                yield return ($"{change} '{test.Facet.Name}' of '{name}'", node with { Tests = RuleMutations.With(node.Tests, t, changed) });
        }
    }

    private static IEnumerable<(string Change, PropertyTest Test)> Of(PropertyTest test)
    {
        if (Negated(test.Operator) is { } negated)
            yield return ("turn round", test with { Operator = negated });
        if (test.IfMissing != Truth.Unknown)
            yield return ("leave open a missing", test with { IfMissing = Truth.Unknown });
    }

    private static IEnumerable<(string Change, PatternEdge Edge)> Of(PatternEdge edge)
    {
        for (var k = 0; edge.Kinds.Count > 1 && k < edge.Kinds.Count; k++)
        {
            var kind = Kebab<RelationKind>.Name(edge.Kinds[k]);
            yield return ($"{Name(edge)} without {kind}", edge with { Kinds = RuleMutations.Without(edge.Kinds, k) });
        }

        if (edge.Max > Math.Max(edge.Min, 1))
            yield return ($"{Name(edge)} in one step", edge with { Max = Math.Max(edge.Min, 1) });
        if (edge.Min == 0)
            yield return ($"{Name(edge)} in at least one step", edge with { Min = 1 });
    }

    private static string Name(PatternEdge edge) => $"-[{string.Join('|', edge.Kinds.Select(Kebab<RelationKind>.Name))}]->";

    private static TestOperator? Negated(TestOperator test) => test switch
    {
        TestOperator.Is => TestOperator.IsNot,
        TestOperator.IsNot => TestOperator.Is,
        TestOperator.Has => TestOperator.Lacks,
        TestOperator.Lacks => TestOperator.Has,
        TestOperator.Missing => TestOperator.Present,
        TestOperator.Present => TestOperator.Missing,
        TestOperator.Less => TestOperator.GreaterOrEqual,
        TestOperator.GreaterOrEqual => TestOperator.Less,
        TestOperator.Greater => TestOperator.LessOrEqual,
        TestOperator.LessOrEqual => TestOperator.Greater,
        _ => null,
    };
}
