namespace Sextant.Map;

/// <summary>
/// Decides what a facet's value is when several observations set it: sets are united; otherwise the surest evidence holds,
/// and what disagrees with it is kept as a conflict.
/// </summary>
internal static class PropertyMerger
{
    /// <summary>The facets of a group of observations that is sorted surest first.</summary>
    public static Property[] Merge(List<AssetObservation> group)
    {
        if (group.Count == 0 || (group.Count == 1 && group[0].Properties.Count == 0))
            return [];
        if (group.Count == 1 && group[0].Properties.DistinctBy(p => p.Key).Count() == group[0].Properties.Count)
            return [.. group[0].Properties.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => new Property(p.Key, p.Value, group[0].Evidence, []))];
        var seen = new SortedDictionary<string, List<(PropertyValue Value, Evidence Evidence)>>(StringComparer.Ordinal);
        foreach (var observation in group)
        {
            foreach (var (name, value) in observation.Properties)
            {
                if (!seen.TryGetValue(name, out var values))
                    seen[name] = values = [];
                values.Add((value, observation.Evidence));
            }
        }

        return [.. seen.Select(p => Merge(p.Key, p.Value))];
    }

    private static Property Merge(string name, List<(PropertyValue Value, Evidence Evidence)> values)
    {
        // Two observations may share one piece of evidence; their values then decide the order.
        values.Sort((a, b) =>
        {
            var order = b.Evidence.Confidence.CompareTo(a.Evidence.Confidence);
            if (order == 0)
                order = a.Evidence.CompareTo(b.Evidence);
            return order == 0 ? string.CompareOrdinal(a.Value.ToString(), b.Value.ToString()) : order;
        });
        if (values.TrueForAll(v => v.Value is PropertyValue.Set))
        {
            var union = new PropertyValue.Set(values.SelectMany(v => ((PropertyValue.Set)v.Value).Members));
            return new Property(name, union, values[0].Evidence, []);
        }

        var holds = values[0];
        var conflicts = values.Where(v => !v.Value.Equals(holds.Value)).DistinctBy(v => v.Value).ToArray();
        return new Property(name, holds.Value, holds.Evidence, conflicts);
    }
}
