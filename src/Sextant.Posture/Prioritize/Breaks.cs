using Sextant.Map;

namespace Sextant.Posture.Prioritize;

/// <summary>Which findings' fixes break a path: those that are about an asset on it, or remove a relation of it.</summary>
internal sealed class Breaks(IReadOnlyList<Finding> findings)
{
    private readonly ILookup<AssetId, string> _byAsset = findings.ToLookup(f => f.Asset, f => f.Id);

    private readonly ILookup<(AssetId From, RelationKind Kind, AssetId To), string> _byRelation =
        findings.SelectMany(f => f.Breaks.Select(relation => (relation, f.Id))).ToLookup(b => b.relation, b => b.Id);

    /// <summary>The ids of the findings, sorted.</summary>
    public IReadOnlyList<string> Of(AttackPath path) =>
    [
        .. path.Steps.SelectMany(s => _byRelation[s.Forward ? (s.From, s.Relation, s.To) : (s.To, s.Relation, s.From)])
            .Concat(path.Steps.Select(s => s.From).Append(path.Steps[^1].To).Distinct().SelectMany(id => _byAsset[id]))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];
}
