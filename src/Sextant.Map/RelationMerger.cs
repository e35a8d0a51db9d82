namespace Sextant.Map;

/// <summary>Makes one relation of all observations of the same ends and kind, as sorted columns.</summary>
internal static class RelationMerger
{
    public static RelationColumns Merge(List<RelationObservation> observations, Identities identities, Asset[] assets)
    {
        var indexOf = new Dictionary<AssetId, int>(assets.Length);
        for (var i = 0; i < assets.Length; i++)
            indexOf[assets[i].Id] = i;

        var sorted = new (int From, RelationKind Kind, int To, RelationObservation Seen)[observations.Count];
        for (var i = 0; i < sorted.Length; i++)
        {
            var o = observations[i];
            sorted[i] = (indexOf[identities.Canonical(o.From)], o.Kind, indexOf[identities.Canonical(o.To)], o);
        }

        Array.Sort(sorted, Order);
        return Columns(sorted);
    }

    private static int Order(
        (int From, RelationKind Kind, int To, RelationObservation Seen) a,
        (int From, RelationKind Kind, int To, RelationObservation Seen) b)
    {
        var order = a.From.CompareTo(b.From);
        if (order == 0)
            order = a.Kind.CompareTo(b.Kind);
        if (order == 0)
            order = a.To.CompareTo(b.To);
        if (order == 0)
            order = b.Seen.Evidence.Confidence.CompareTo(a.Seen.Evidence.Confidence);
        if (order == 0)
            order = a.Seen.Evidence.CompareTo(b.Seen.Evidence);
        return order == 0 ? string.CompareOrdinal(a.Seen.Because, b.Seen.Because) : order;
    }

    private static RelationColumns Columns((int From, RelationKind Kind, int To, RelationObservation Seen)[] sorted)
    {
        var from = new List<int>(sorted.Length);
        var kind = new List<RelationKind>(sorted.Length);
        var to = new List<int>(sorted.Length);
        var because = new List<string>(sorted.Length);
        var offsets = new List<int>(sorted.Length + 1);
        var evidence = new List<Evidence>(sorted.Length);
        foreach (var r in sorted)
        {
            var last = from.Count - 1;
            if (last < 0 || from[last] != r.From || kind[last] != r.Kind || to[last] != r.To)
            {
                from.Add(r.From);
                kind.Add(r.Kind);
                to.Add(r.To);
                because.Add(Excerpt.OneLine(r.Seen.Because, Evidence.MaxDetail));
                offsets.Add(evidence.Count);
            }

            if (evidence.Count == offsets[^1] || evidence[^1] != r.Seen.Evidence)
                evidence.Add(r.Seen.Evidence);
        }

        offsets.Add(evidence.Count);
        return new RelationColumns([.. from], [.. kind], [.. to], [.. because], [.. offsets], [.. evidence]);
    }
}
