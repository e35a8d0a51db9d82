using Sextant.Map;

namespace Sextant.Posture.Prioritize;

/// <summary>What an attack path ends in, and how much that matters.</summary>
/// <param name="Value">0 to 1.</param>
/// <param name="Verb">What the attacker does, as a verb phrase with <c>{name}</c>.</param>
internal sealed record Harm(double Value, string Verb)
{
    private static readonly RelationKind[] Reading = [RelationKind.CanRead, RelationKind.Reads, RelationKind.RetrievesFrom];

    /// <summary>The harm at the end of a way. A tool that sends is as bad as the most sensitive data that its agent can read.</summary>
    public static Harm Of(AssetMap map, Jewel jewel, AttackSearch.Label last)
    {
        var tool = map.Assets[jewel.Asset];
        if (last.Step is not { Kind: RelationKind.Calls or RelationKind.Uses, Forward: true } || !tool.Has("capabilities", "sends-external"))
            return new(jewel.Value, jewel.Harm);
        var (data, value) = map.Outgoing(map.Assets[map.FromIndex(last.Relation)])
            .Where(r => Reading.Contains(r.Kind))
            .Select(r => (r.To, Value: Jewels.Sensitivity(r.To) ?? 0))
            .OrderByDescending(d => d.Value).FirstOrDefault();
        return value > jewel.Value ? new(value, $"send what {data.Name} holds out through {{name}}") : new(jewel.Value, jewel.Harm);
    }

    /// <summary>The path in a sentence: who can do what.</summary>
    public string Title(SourceKind kind, Asset source, Asset target, IReadOnlyList<PathStep> steps)
    {
        var verb = steps.Any(s => s is { Relation: RelationKind.TrainedOn, Forward: false }) && target.Kind == AssetKind.Model ? "change what {name} learns" : Verb;
        return $"{Who(kind, source)} can {verb.Replace("{name}", target.Name, StringComparison.Ordinal)}";
    }

    private static string Who(SourceKind kind, Asset source) => kind switch
    {
        SourceKind.Internet => "Anyone on the Internet",
        SourceKind.LeakedSecret => $"Whoever finds the key {source.Name}",
        _ => $"Whoever writes what {source.Name} reads",
    };
}
