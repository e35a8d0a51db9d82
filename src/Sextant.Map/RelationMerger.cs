namespace Sextant.Map;

/// <summary>Makes one relation of all observations of the same ends and kind, as columns sorted by (from, kind, to).</summary>
internal sealed class RelationMerger
{
    private readonly RelationTable _seen;
    private readonly int[] _assetOf;
    private readonly int[] _from;
    private readonly int[] _to;
    private readonly RelationKind[] _kind;
    private readonly string[] _because;
    private readonly int[] _offsets;
    private readonly Evidence[] _evidence;
    private int _relations;
    private int _evidences;

    private RelationMerger(RelationTable seen, int[] assetOf)
    {
        (_seen, _assetOf) = (seen, assetOf);
        (_from, _to, _kind) = (new int[seen.Count], new int[seen.Count], new RelationKind[seen.Count]);
        (_because, _evidence, _offsets) = (new string[seen.Count], new Evidence[seen.Count], new int[seen.Count + 1]);
    }

    /// <summary>Merges what was recorded.</summary>
    /// <param name="seen">The relations as recorded, between ids.</param>
    /// <param name="assetOf">The number of the asset that each id names.</param>
    /// <param name="assets">How many assets there are.</param>
    public static RelationColumns Merge(RelationTable seen, int[] assetOf, int assets)
    {
        var merger = new RelationMerger(seen, assetOf);
        var starts = new int[seen.Count];
        for (var row = 0; row < starts.Length; row++)
            starts[row] = assetOf[seen.From(row)];
        var byStart = Groups.By(starts, assets);
        var keys = Array.Empty<ulong>();
        for (var asset = 0; asset < assets; asset++)
        {
            var rows = byStart[asset];
            if (keys.Length < rows.Length)
                keys = new ulong[Math.Max(rows.Length, keys.Length * 2)];
            merger.AddFrom(asset, rows, keys.AsSpan(0, rows.Length));
        }

        return merger.Columns();
    }

    private void AddFrom(int asset, Span<int> rows, Span<ulong> keys)
    {
        for (var i = 0; i < rows.Length; i++)
            keys[i] = ((ulong)_seen.Kind(rows[i]) << 32) | (uint)_assetOf[_seen.To(rows[i])];
        keys.Sort(rows);
        for (int start = 0, end = 0; start < rows.Length; start = end)
        {
            while (end < rows.Length && keys[end] == keys[start])
                end++;
            Add(asset, (RelationKind)(keys[start] >> 32), (int)(uint)keys[start], rows[start..end]);
        }
    }

    private void Add(int from, RelationKind kind, int to, Span<int> rows)
    {
        rows.Sort(_seen.Compare);
        (_from[_relations], _kind[_relations], _to[_relations]) = (from, kind, to);
        (_because[_relations], _offsets[_relations]) = (_seen.Because(rows[0]), _evidences);
        _relations++;
        var first = _evidences;
        foreach (var row in rows)
        {
            if (_evidences == first || _evidence[_evidences - 1] != _seen.Evidence(row))
                _evidence[_evidences++] = _seen.Evidence(row);
        }
    }

    private RelationColumns Columns()
    {
        _offsets[_relations] = _evidences;
        return new RelationColumns(
            Cut(_from, _relations), Cut(_kind, _relations), Cut(_to, _relations), Cut(_because, _relations), Cut(_offsets, _relations + 1), Cut(_evidence, _evidences));
    }

    private static T[] Cut<T>(T[] column, int length) => column.Length == length ? column : column[..length];
}
