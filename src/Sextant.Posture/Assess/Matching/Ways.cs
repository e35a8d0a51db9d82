using Sextant.Map;
using Sextant.Posture.Assess.Language;

namespace Sextant.Posture.Assess.Matching;

/// <summary>
/// The ways of an edge of variable length from an asset: every asset to which there is a walk of the allowed length, once,
/// with the relations of the first such walk, breadth first.
/// </summary>
internal sealed class Ways(AssetMap map, PatternEdge edge, ulong kinds, bool forward, Budget budget)
{
    private readonly List<(int Asset, int Relation, int Before)> _seen = [];
    private readonly HashSet<int> _level = [];

    /// <summary>The assets reached from a start, as numbers of entries to ask for.</summary>
    public IEnumerable<int> From(int start)
    {
        _seen.Add((start, -1, -1));
        var (from, end) = (0, 1);
        for (var steps = 0; steps <= edge.Max && from < end; steps++)
        {
            for (var entry = from; steps >= edge.Min && entry < end; entry++)
                yield return entry;
            if (steps == edge.Max)
                yield break;

            // Below the least length an asset may be met again a step later; from there on once is enough.
            if (steps < edge.Min)
                _level.Clear();
            if (steps == edge.Min && steps == 0)
                _level.Add(start);
            for (var entry = from; entry < end && !budget.IsSpent; entry++)
                Follow(entry);
            (from, end) = (end, _seen.Count);
        }
    }

    /// <summary>The asset of an entry.</summary>
    public int Asset(int entry) => _seen[entry].Asset;

    /// <summary>The relations that lead to an entry, in the direction of the relations.</summary>
    public int[] Relations(int entry)
    {
        var relations = new List<int>();
        for (var at = entry; _seen[at].Before >= 0; at = _seen[at].Before)
            relations.Add(_seen[at].Relation);
        if (forward)
            relations.Reverse();
        return [.. relations];
    }

    private void Follow(int entry)
    {
        var asset = _seen[entry].Asset;
        if (forward)
        {
            var (start, end) = map.OutgoingRange(asset);
            for (var relation = start; relation < end; relation++)
                Take(relation, map.ToIndex(relation), entry);
        }
        else
        {
            foreach (var relation in map.IncomingIndexes(asset))
                Take(relation, map.FromIndex(relation), entry);
        }
    }

    private void Take(int relation, int asset, int before)
    {
        if (budget.Spend() && (kinds >> (int)map.KindOf(relation) & 1) != 0 && _level.Add(asset))
            _seen.Add((asset, relation, before));
    }
}
