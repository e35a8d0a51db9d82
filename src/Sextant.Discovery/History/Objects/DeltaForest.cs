namespace Sextant.Discovery.History.Objects;

/// <summary>
/// Which entries of a pack are differences to which: trees whose roots are whole. Only what is wanted, and what it is built
/// from, is marked as needed.
/// </summary>
internal sealed class DeltaForest
{
    private readonly PackFile _pack;
    private readonly long[] _offsets;
    private readonly int[] _positions;
    private readonly int[] _base;
    private readonly int[] _child;
    private readonly int[] _sibling;
    private readonly bool[] _needed;

    /// <summary>Reads the header of every entry of a pack.</summary>
    public DeltaForest(PackFile pack, Func<ObjectId, bool> isWanted)
    {
        _pack = pack;
        var count = pack.Index.Count;
        (_offsets, _positions) = (new long[count], new int[count]);
        for (var i = 0; i < count; i++)
            (_offsets[i], _positions[i]) = (pack.Index.OffsetAt(i), i);
        Array.Sort(_offsets, _positions);
        (_base, _child, _sibling, _needed, Wanted) = (Filled(count), Filled(count), Filled(count), new bool[count], new bool[count]);
        for (var node = 0; node < count; node++)
            Place(node, isWanted(IdOf(node)));
        for (var node = 0; node < count; node++)
        {
            for (var n = Wanted[node] ? node : -1; n >= 0 && !_needed[n]; n = _base[n])
                _needed[n] = true;
        }

        Roots = [.. Enumerable.Range(0, count).Where(n => _needed[n] && _base[n] == -1)];
    }

    /// <summary>Entries that are whole and needed, in the order of the pack. Differences to what another pack holds are among them.</summary>
    public int[] Roots { get; }

    /// <summary>Which entries are wanted themselves.</summary>
    public bool[] Wanted { get; }

    /// <summary>The id of an entry.</summary>
    public ObjectId IdOf(int node) => _pack.Index.IdAt(_positions[node]);

    /// <summary>The entry, with its compressed bytes at most; null if it is damaged.</summary>
    public PackEntry? EntryOf(int node, out long compressed)
    {
        var entry = _pack.EntryAt(_offsets[node]);
        compressed = (node + 1 < _offsets.Length ? _offsets[node + 1] : _pack.Length) - (entry?.Data ?? 0);
        return entry;
    }

    /// <summary>The first needed entry that is a difference to this one; -1 if there is none.</summary>
    public int FirstChild(int node) => Needed(_child[node]);

    /// <summary>The next needed difference to the same entry; -1 if there is none.</summary>
    public int NextSibling(int node) => Needed(_sibling[node]);

    private int Needed(int node)
    {
        while (node >= 0 && !_needed[node])
            node = _sibling[node];
        return node;
    }

    private void Place(int node, bool wanted)
    {
        Wanted[node] = wanted;
        var entry = _pack.EntryAt(_offsets[node]);
        if (entry is not { Kind: ObjectKind.OffsetDelta or ObjectKind.IdDelta } delta)
            return;
        var parent = delta.Kind == ObjectKind.OffsetDelta ? Array.BinarySearch(_offsets, delta.BaseOffset) : NodeOf(delta.BaseId);
        if (parent < 0)
            return;
        (_base[node], _sibling[node], _child[parent]) = (parent, _child[parent], node);
    }

    private int NodeOf(ObjectId id)
    {
        var position = _pack.Index.PositionOf(id);
        return position < 0 ? -1 : Array.BinarySearch(_offsets, _pack.Index.OffsetAt(position));
    }

    private static int[] Filled(int count)
    {
        var array = new int[count];
        Array.Fill(array, -1);
        return array;
    }
}
