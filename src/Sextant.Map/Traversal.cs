namespace Sextant.Map;

/// <summary>Walks over the map.</summary>
public static class Traversal
{
    /// <summary>
    /// The assets reached from a start along relations that <paramref name="follow"/> admits, breadth first, with the number
    /// of the relation by which each was first reached (-1 for the start). Order is deterministic.
    /// </summary>
    /// <param name="map">The map.</param>
    /// <param name="start">The number of the asset to start from.</param>
    /// <param name="follow">Whether to go along a relation, by its number.</param>
    /// <param name="maxSteps">The longest way to go.</param>
    public static IReadOnlyList<(int Asset, int Via, int Steps)> Reach(AssetMap map, int start, Func<int, bool> follow, int maxSteps = int.MaxValue)
    {
        var reached = new List<(int Asset, int Via, int Steps)> { (start, -1, 0) };
        var seen = new HashSet<int> { start };
        for (var i = 0; i < reached.Count; i++)
        {
            var (asset, _, steps) = reached[i];
            if (steps == maxSteps)
                continue;
            var (from, end) = map.OutgoingRange(asset);
            for (var relation = from; relation < end; relation++)
            {
                if (follow(relation) && seen.Add(map.ToIndex(relation)))
                    reached.Add((map.ToIndex(relation), relation, steps + 1));
            }
        }

        return reached;
    }
}
