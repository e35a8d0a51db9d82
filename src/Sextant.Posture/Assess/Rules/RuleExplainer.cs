using Sextant.Map;
using Sextant.Posture.Assess.Language;

namespace Sextant.Posture.Assess.Rules;

/// <summary>Says in plain words what a rule looks for.</summary>
public static class RuleExplainer
{
    /// <summary>
    /// Lines such as <c>Looks for: an agent 'a' (scope is product or not known) calls a tool 't' (approval is none).</c>, then what
    /// excuses it, what makes it worse, and what a finding is about.
    /// </summary>
    public static IReadOnlyList<string> Explain(Rule rule)
    {
        var introduced = new HashSet<int>();
        var lines = new List<string> { $"Looks for: {Describe(rule.Match, introduced, rule.Match)}." };
        lines.AddRange(rule.Where.Select(c => $"Only where {Operand(c.Left)} {Comparison(c.Operator)} {Operand(c.Right)}."));
        lines.AddRange(rule.Unless.Select(p => $"Not if {Describe(p, [.. introduced], rule.Match)}."));
        foreach (var raise in rule.Raise)
        {
            var because = raise.Because.Fill(hole => Name(rule.Match, hole.Slot));
            lines.Add($"Raised to {Wording.Severity(raise.To)} if {Describe(raise.When, [.. introduced], rule.Match)}: {because}.");
        }

        var key = string.Join(" and ", rule.Key.Select(k => $"'{Name(rule.Match, k)}'"));
        lines.Add($"A finding is about '{rule.AssetName}'; there is one for each {key}.");
        return lines;
    }

    private static string Describe(Pattern pattern, HashSet<int> introduced, Pattern match)
    {
        if (pattern.Edges.Count == 0)
            return string.Join("; and ", pattern.Nodes.Select(n => Node(n, introduced, match)));
        var clauses = pattern.Edges.Select(e => $"{Node(pattern, e.From, introduced, match)} {Verb(e)} {Node(pattern, e.To, introduced, match)}");
        return string.Join("; and ", clauses);
    }

    private static string Verb(PatternEdge edge)
    {
        var steps = edge is { Min: 1, Max: 1 } ? "" : $" (in {edge.Min} to {edge.Max} steps)";
        return Wording.Relations(edge.Kinds) + steps;
    }

    private static string Node(Pattern pattern, int slot, HashSet<int> introduced, Pattern match) =>
        Node(pattern.Nodes.First(n => n.Slot == slot), introduced, match);

    // A node is described in full where it first occurs; later its name is enough, but for what another pattern asks of it.
    private static string Node(PatternNode node, HashSet<int> introduced, Pattern match)
    {
        var isNew = introduced.Add(node.Slot);
        var isOfMatch = node.Slot < match.Nodes.Count;
        if (!isNew && (!isOfMatch || ReferenceEquals(match.Nodes[node.Slot], node)))
            return node.Name is null ? "it" : $"'{node.Name}'";
        var tests = node.Tests.Count == 0 ? "" : $" ({string.Join(", ", node.Tests.Select(Test))})";
        var name = node.Name is null ? "" : $" '{node.Name}'";
        return isNew ? $"{Wording.WithArticle(Wording.Kinds(node.Kinds))}{name}{tests}" : $"'{node.Name}'{tests}";
    }

    private static string Test(PropertyTest test)
    {
        var values = string.Join(" or ", test.Values);
        return $"{Wording.Facet(test.Facet.Name)} " + test.Operator switch
        {
            TestOperator.Missing => "is not known",
            TestOperator.Present => "is known",
            TestOperator.Has => $"has {values}",
            TestOperator.Any when test.Facet.Type == FacetType.Set => $"has {values}{(test.IfMissing == Truth.True ? " or is not known" : "")}",
            TestOperator.Lacks => $"lacks {values}",
            TestOperator.Any => $"is {values}{(test.IfMissing == Truth.True ? " or not known" : "")}",
            _ => $"{Comparison(test.Operator)} {values}",
        };
    }

    private static string Comparison(TestOperator comparison) => comparison switch
    {
        TestOperator.IsNot => "is not",
        TestOperator.Less => "is below",
        TestOperator.LessOrEqual => "is at most",
        TestOperator.Greater => "is above",
        TestOperator.GreaterOrEqual => "is at least",
        _ => "is",
    };

    private static string Operand(Operand operand) => operand switch
    {
        Operand.Node node => $"'{node.Name}'",
        Operand.Property property => $"the {Wording.Facet(property.Facet.Name)} of '{property.Name}'",
        Operand.Literal literal => literal.Text,
        Operand.Count count => $"the number of {Wording.Kinds(count.Pattern.Nodes.First(n => n.Slot == count.Slot).Kinds)}s in its relations",
        _ => "",
    };

    private static string Name(Pattern match, int slot) => match.Nodes[slot].Name ?? "";
}
