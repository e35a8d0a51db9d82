using Sextant.Documents;

namespace Sextant.Posture.Assess.Rules;

/// <summary>Reads a rule's examples: a name and a graph, or a name and a map of a graph and the severity that it must give.</summary>
internal sealed class ExampleReader(RuleFile file, PatternReader patterns)
{
    /// <summary>Examples that one rule may have.</summary>
    public const int MaxExamples = 100;

    public IReadOnlyList<RuleExample> Read(DocumentNode root)
    {
        var examples = root["examples"];
        if (!examples.IsMap)
        {
            file.Error(examples.Line > 0 ? examples : root, "'examples' is missing; a rule needs at least one under 'fails' and one under 'passes'");
            return [];
        }

        file.CheckKeys(examples, "fails", "passes", "unknown");
        foreach (var needed in new[] { "fails", "passes" })
        {
            if (examples[needed].Entries.Count == 0)
                file.Error(examples, $"at least one example is needed under '{needed}'");
        }

        if (examples.Entries.Sum(e => e.Value.Entries.Count) > MaxExamples)
            file.Error(examples, $"a rule may have {MaxExamples} examples, not more");
        return [.. Of(examples, "fails", ExampleKind.Fails), .. Of(examples, "passes", ExampleKind.Passes), .. Of(examples, "unknown", ExampleKind.Unknown)];
    }

    private IEnumerable<RuleExample> Of(DocumentNode examples, string key, ExampleKind kind)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in examples[key].Entries.Take(MaxExamples))
        {
            if (!names.Add(name.Text))
                file.Error(name, $"two examples are named '{name.Text}'");
            if (value.IsMap)
                file.CheckKeys(value, "graph", "severity");
            var severity = value["severity"].Exists && kind == ExampleKind.Fails ? SeverityOf(value) : null;
            if (patterns.Example(value.IsMap ? value["graph"] : value) is { } graph)
                yield return new RuleExample(kind, name.Text, graph, severity, name.Line);
        }
    }

    private Severity? SeverityOf(DocumentNode example)
    {
        var names = Enum.GetNames<Severity>().Select(n => n.ToLowerInvariant()).ToArray();
        return Enum.TryParse<Severity>(file.OneOf(example, "severity", names), ignoreCase: true, out var severity) ? severity : null;
    }
}
