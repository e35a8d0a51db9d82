namespace Sextant.Discovery.History.Objects;

/// <summary>
/// Keeps objects that were just made from differences, since the next version is most often a difference to one of them.
/// Bounded in bytes; when full, the older half is forgotten.
/// </summary>
internal sealed class ObjectCache(long maxBytes)
{
    private Dictionary<(PackFile, long), GitObject> _new = [];
    private Dictionary<(PackFile, long), GitObject> _old = [];
    private long _bytes;

    public bool TryGet(PackFile pack, long offset, out GitObject found)
    {
        if (_new.TryGetValue((pack, offset), out found))
            return true;
        if (!_old.Remove((pack, offset), out found))
            return false;
        Add(pack, offset, found);
        return true;
    }

    public void Add(PackFile pack, long offset, GitObject made)
    {
        if (!_new.TryAdd((pack, offset), made))
            return;
        _bytes += made.Data.Length + 100;
        if (_bytes < maxBytes / 2)
            return;
        (_old, _new, _bytes) = (_new, [], 0);
    }
}
