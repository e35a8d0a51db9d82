namespace Sextant.Map;

/// <summary>Makes one asset of all observations of one thing.</summary>
internal sealed class AssetMerger(IdTable ids, Identities identities, List<AssetObservation> observations, RelationColumns relations, Groups incoming, int[] outgoing)
{
    /// <summary>
    /// Places kept of something that only relations name, such as a provider's API that a thousand files call: the surest, then the
    /// first in order. The relations keep all of theirs.
    /// </summary>
    public const int MaxEvidenceOfRelations = 100;

    /// <summary>The assets, sorted by id.</summary>
    public Asset[] Merge()
    {
        var observed = new int[observations.Count];
        for (var i = 0; i < observed.Length; i++)
            observed[i] = identities.AssetOf[ids.Find(observations[i].Id)];
        var groups = Groups.By(observed, identities.Assets.Length);
        var names = Groups.By(identities.AssetOf, identities.Assets.Length);
        var assets = new Asset[identities.Assets.Length];
        var group = new List<AssetObservation>();
        for (var asset = 0; asset < assets.Length; asset++)
        {
            group.Clear();
            foreach (var index in groups[asset])
                group.Add(observations[index]);
            group.Sort(SurestFirst);
            assets[asset] = Merge(asset, group, names[asset]);
        }

        return assets;
    }

    private Asset Merge(int asset, List<AssetObservation> group, Span<int> slots)
    {
        var id = identities.Assets[asset];
        var named = group.Find(o => o.Name.Length > 0);
        var name = named?.Name ?? id.Path[(id.Path.LastIndexOf('/') + 1)..];
        return new Asset(id, Excerpt.OneLine(name, 200), Aliases(id, group, slots), PropertyMerger.Merge(group), EvidenceOf(asset, group, named is null));
    }

    private string[] Aliases(AssetId id, List<AssetObservation> group, Span<int> slots)
    {
        if (slots.Length == 1 && group.TrueForAll(o => o.Aliases.Count == 0))
            return [];
        var aliases = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var slot in slots)
            aliases.Add(ids[slot].Value);
        foreach (var observation in group)
            aliases.UnionWith(observation.Aliases);
        aliases.Remove(id.Value);
        return [.. aliases];
    }

    /// <summary>Something that nobody saw as itself, and so nobody named, was seen where its relations were.</summary>
    private Evidence[] EvidenceOf(int asset, List<AssetObservation> group, bool byRelations)
    {
        if (!byRelations && group.Count == 1)
            return [group[0].Evidence];
        var own = group.Select(o => o.Evidence);
        if (byRelations)
            own = own.Concat(OfRelations(asset));
        return [.. own.Distinct().Order()];
    }

    private IEnumerable<Evidence> OfRelations(int asset)
    {
        var seen = new HashSet<Evidence>();
        for (var relation = outgoing[asset]; relation < outgoing[asset + 1]; relation++)
            Add(relation);
        foreach (var relation in incoming[asset])
            Add(relation);
        return seen.OrderByDescending(e => e.Confidence).ThenBy(e => e).Take(MaxEvidenceOfRelations);

        void Add(int relation)
        {
            foreach (var evidence in relations.EvidenceOf(relation))
                seen.Add(evidence);
        }
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
