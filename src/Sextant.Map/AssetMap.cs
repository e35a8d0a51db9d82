namespace Sextant.Map;

/// <summary>
/// The one map: assets and the typed relations between them. Immutable, and compact: relations are columns in arrays with
/// offsets in both directions (compressed sparse rows), so that a million assets and five million relations fit in memory.
/// Assets are numbered in the order of their ids, relations in the order of (from, kind, to).
/// </summary>
public sealed class AssetMap
{
    private readonly Asset[] _assets;
    private readonly RelationColumns _relations;
    private readonly int[] _out;
    private readonly Groups _incoming;

    internal AssetMap(Asset[] assets, RelationColumns relations, int[] outgoing, Groups incoming, IReadOnlyList<Gap> gaps) =>
        (_assets, _relations, _out, _incoming, Gaps) = (assets, relations, outgoing, incoming, gaps);

    /// <summary>A map of nothing.</summary>
    public static AssetMap Empty { get; } = new MapBuilder().Build();

    /// <summary>All assets, sorted by id.</summary>
    public IReadOnlyList<Asset> Assets => _assets;

    /// <summary>How many relations there are; they are numbered from 0.</summary>
    public int RelationCount => _relations.Count;

    /// <summary>What could not be read, sorted.</summary>
    public IReadOnlyList<Gap> Gaps { get; }

    /// <summary>All relations, in order.</summary>
    public IEnumerable<Relation> Relations => Enumerable.Range(0, RelationCount).Select(RelationAt);

    /// <summary>The relation of a number.</summary>
    public Relation RelationAt(int index) => new(this, index);

    /// <summary>The number of an asset, or -1.</summary>
    public int IndexOf(AssetId id)
    {
        int low = 0, high = _assets.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = _assets[middle].Id.CompareTo(id);
            if (order == 0)
                return middle;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return -1;
    }

    /// <summary>The asset of an id, or null.</summary>
    public Asset? Find(AssetId id) => IndexOf(id) is >= 0 and var index ? _assets[index] : null;

    /// <summary>The number of the relation between two assets of a kind, or -1; by binary search, since relations are sorted.</summary>
    public int IndexOf(int from, RelationKind kind, int to)
    {
        int low = _out[from], high = _out[from + 1] - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = _relations.Kind[middle].CompareTo(kind);
            if (order == 0)
                order = _relations.To[middle].CompareTo(to);
            if (order == 0)
                return middle;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return -1;
    }

    /// <summary>Whether a relation holds between two assets of the map.</summary>
    public bool Holds(Asset from, RelationKind kind, Asset to) => IndexOf(IndexOf(from.Id), kind, IndexOf(to.Id)) >= 0;

    /// <summary>How sure a relation is: as its surest evidence.</summary>
    public Confidence SurenessOf(int relation) => EvidenceOf(relation)[0].Confidence;

    /// <summary>The numbers of the relations that start at an asset: a contiguous range.</summary>
    public (int Start, int End) OutgoingRange(int asset) => (_out[asset], _out[asset + 1]);

    /// <summary>The numbers of the relations that end at an asset.</summary>
    public ReadOnlySpan<int> IncomingIndexes(int asset) => _incoming[asset];

    /// <summary>The relations that start at an asset.</summary>
    public IEnumerable<Relation> Outgoing(Asset asset)
    {
        var (start, end) = OutgoingRange(IndexOf(asset.Id));
        for (var i = start; i < end; i++)
            yield return RelationAt(i);
    }

    /// <summary>The relations that start at an asset, of one kind.</summary>
    public IEnumerable<Relation> Outgoing(Asset asset, RelationKind kind) => Outgoing(asset).Where(r => r.Kind == kind);

    /// <summary>The relations that end at an asset.</summary>
    public IEnumerable<Relation> Incoming(Asset asset)
    {
        var node = IndexOf(asset.Id);
        for (var i = _incoming.Start(node); i < _incoming.Start(node + 1); i++)
            yield return RelationAt(_incoming.Members[i]);
    }

    /// <summary>The relations that end at an asset, of one kind.</summary>
    public IEnumerable<Relation> Incoming(Asset asset, RelationKind kind) => Incoming(asset).Where(r => r.Kind == kind);

    /// <summary>The number of the asset where a relation starts.</summary>
    public int FromIndex(int relation) => _relations.From[relation];

    /// <summary>The number of the asset where a relation ends.</summary>
    public int ToIndex(int relation) => _relations.To[relation];

    /// <summary>The kind of a relation.</summary>
    public RelationKind KindOf(int relation) => _relations.Kind[relation];

    /// <summary>The sentence that explains a relation.</summary>
    public string BecauseOf(int relation) => _relations.Because[relation];

    /// <summary>Where a relation was seen, sorted.</summary>
    public ReadOnlySpan<Evidence> EvidenceOf(int relation) => _relations.EvidenceOf(relation);
}

/// <summary>A relation of a map: a view, not a copy.</summary>
public readonly record struct Relation(AssetMap Map, int Index)
{
    /// <summary>Where it starts.</summary>
    public Asset From => Map.Assets[Map.FromIndex(Index)];

    /// <summary>Where it ends.</summary>
    public Asset To => Map.Assets[Map.ToIndex(Index)];

    /// <summary>What it says.</summary>
    public RelationKind Kind => Map.KindOf(Index);

    /// <summary>Why it is so, in a sentence.</summary>
    public string Because => Map.BecauseOf(Index);

    /// <summary>Where it was seen, surest first.</summary>
    public ReadOnlySpan<Evidence> Evidence => Map.EvidenceOf(Index);

    /// <summary>The surest evidence.</summary>
    public Evidence Surest => Evidence[0];

    /// <inheritdoc/>
    public override string ToString() => $"{From} -[{Kebab<RelationKind>.Name(Kind)}]-> {To}";
}
