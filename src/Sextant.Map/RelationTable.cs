namespace Sextant.Map;

/// <summary>Relations as they were recorded, as columns: five million of them are a few hundred megabytes, not gigabytes.</summary>
internal sealed class RelationTable
{
    private readonly List<int> _from = [];
    private readonly List<int> _to = [];
    private readonly List<RelationKind> _kind = [];
    private readonly List<string> _because = [];
    private readonly List<Evidence> _evidence = [];

    public int Count => _from.Count;

    /// <summary>Adds a relation between two ids, by their numbers.</summary>
    public void Add(int from, int to, RelationObservation seen)
    {
        _from.Add(from);
        _to.Add(to);
        _kind.Add(seen.Kind);
        _because.Add(Excerpt.OneLine(seen.Because, Map.Evidence.MaxDetail));
        _evidence.Add(seen.Evidence);
    }

    public int From(int row) => _from[row];

    public int To(int row) => _to[row];

    public RelationKind Kind(int row) => _kind[row];

    public string Because(int row) => _because[row];

    public Evidence Evidence(int row) => _evidence[row];

    /// <summary>The order of rows that say the same: surest first, then by place.</summary>
    public int Compare(int a, int b)
    {
        var order = _evidence[b].Confidence.CompareTo(_evidence[a].Confidence);
        if (order == 0)
            order = _evidence[a].CompareTo(_evidence[b]);
        return order == 0 ? string.CompareOrdinal(_because[a], _because[b]) : order;
    }
}
