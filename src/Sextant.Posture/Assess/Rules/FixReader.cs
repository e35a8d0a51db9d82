using Sextant.Documents;
using Sextant.Map;
using Sextant.Posture.Assess.Language;

namespace Sextant.Posture.Assess.Rules;

/// <summary>Reads what to do about a finding, and which edges of the pattern that removes.</summary>
internal sealed class FixReader(RuleFile file, PatternReader patterns)
{
    public RuleFix Read(DocumentNode root, Pattern match)
    {
        var fix = root["fix"];
        if (!fix.IsMap)
        {
            file.Error(fix.Line > 0 ? fix : root, "'fix' is missing; it holds effort, steps and, where an edge is removed, breaks");
            return new RuleFix("", [], []);
        }

        file.CheckKeys(fix, "effort", "breaks", "steps");
        var steps = file.Scalars(fix["steps"], "steps").Select(patterns.Template).ToArray();
        if (steps.Length == 0)
            file.Error(fix, "'steps' is missing or empty; say what to do");
        var breaks = file.Scalars(fix["breaks"], "breaks").Select(b => Break(b, match)).Where(b => b >= 0).Distinct().ToArray();
        return new RuleFix(file.OneOf(fix, "effort", "minutes", "hours", "days"), breaks, steps);
    }

    // Either the name of an edge, or its ends and kind: a-calls-t.
    private int Break(DocumentNode node, Pattern match)
    {
        var allowed = new List<string>();
        for (var i = 0; i < match.Edges.Count; i++)
        {
            var names = NamesOf(match, match.Edges[i]).ToArray();
            if (names.Contains(node.Text, StringComparer.Ordinal))
                return i;
            allowed.AddRange(names);
        }

        file.Error(node, $"no relation of 'match' is '{node.Text}'{Suggestion.For(node.Text, allowed)}");
        return -1;
    }

    private static IEnumerable<string> NamesOf(Pattern match, PatternEdge edge)
    {
        if (edge.Name is not null)
            yield return edge.Name;
        var from = match.Nodes.First(n => n.Slot == edge.From).Name;
        var to = match.Nodes.First(n => n.Slot == edge.To).Name;
        foreach (var kind in from is null || to is null ? [] : edge.Kinds)
            yield return $"{from}-{Kebab<RelationKind>.Name(kind)}-{to}";
    }
}
