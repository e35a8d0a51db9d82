using Sextant.Map;

namespace Sextant.Posture.Prioritize;

/// <summary>
/// Which findings' fixes break a path: those that remove a relation of it. A finding about an asset on the path may be fixed and
/// leave the way open (a pinned server still runs), so standing on it is not enough.
/// </summary>
internal sealed class Breaks(IReadOnlyList<Finding> findings)
{
    private readonly ILookup<(AssetId From, RelationKind Kind, AssetId To), string> _byRelation =
        findings.SelectMany(f => f.Breaks.Select(relation => (relation, f.Id))).ToLookup(b => b.relation, b => b.Id);

    /// <summary>The ids of the findings, sorted.</summary>
    public IReadOnlyList<string> Of(AttackPath path) =>
    [
        .. path.Steps.SelectMany(s => _byRelation[s.Forward ? (s.From, s.Relation, s.To) : (s.To, s.Relation, s.From)])
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];
}
