namespace Sextant.Map;

/// <summary>Makes one asset of all observations of one thing.</summary>
internal static class AssetMerger
{
    public static Asset[] Merge(List<AssetObservation> observations, List<RelationObservation> relations, Identities identities)
    {
        var groups = new Dictionary<AssetId, List<AssetObservation>>();
        foreach (var observation in observations)
            Group(groups, identities.Canonical(observation.Id)).Add(observation);
        foreach (var relation in relations)
        {
            SeenByRelation(groups, identities, relation.From, relation.Evidence);
            SeenByRelation(groups, identities, relation.To, relation.Evidence);
        }

        var assets = new Asset[groups.Count];
        var next = 0;
        foreach (var (id, group) in groups)
            assets[next++] = Merge(id, group);
        Array.Sort(assets, (a, b) => a.Id.CompareTo(b.Id));
        return assets;
    }

    // An end of a relation that nobody observed as an asset exists by the relation's evidence alone.
    private static void SeenByRelation(Dictionary<AssetId, List<AssetObservation>> groups, Identities identities, AssetId end, Evidence evidence)
    {
        var id = identities.Canonical(end);
        if (!groups.TryGetValue(id, out var group))
            groups[id] = [new AssetObservation(end, evidence)];
        else if (group[0].Name.Length == 0 && group[0].Properties.Count == 0 && !group.Exists(o => o.Evidence == evidence))
            group.Add(new AssetObservation(end, evidence));
    }

    private static List<AssetObservation> Group(Dictionary<AssetId, List<AssetObservation>> groups, AssetId id)
    {
        if (!groups.TryGetValue(id, out var group))
            groups[id] = group = [];
        return group;
    }

    private static Asset Merge(AssetId id, List<AssetObservation> group)
    {
        group.Sort(SurestFirst);
        var name = group.Find(o => o.Name.Length > 0)?.Name ?? id.Path[(id.Path.LastIndexOf('/') + 1)..];
        var aliases = group.SelectMany(o => o.Aliases).Concat(group.Select(o => o.Id.Value))
            .Where(alias => alias != id.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var evidence = group.Select(o => o.Evidence).Distinct().Order();
        return new Asset(id, Excerpt.OneLine(name, 200), [.. aliases], PropertyMerger.Merge(group), [.. evidence]);
    }

    private static int SurestFirst(AssetObservation a, AssetObservation b)
    {
        var order = b.Evidence.Confidence.CompareTo(a.Evidence.Confidence);
        if (order == 0)
            order = a.Evidence.CompareTo(b.Evidence);
        if (order == 0)
            order = a.Id.CompareTo(b.Id);
        return order == 0 ? string.CompareOrdinal(a.Name, b.Name) : order;
    }
}
