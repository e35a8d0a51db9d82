namespace Sextant.Discovery.History.Objects;

/// <summary>
/// Makes every wanted object of a pack, each entry inflated once: a whole one, then what is a difference to it, depth first,
/// with one buffer a level. One instance serves one thread.
/// </summary>
internal sealed class PackWalk(PackFile pack, DeltaForest forest, ObjectStore store, Action<ObjectId, ReadOnlyMemory<byte>> visit)
{
    private const int SmallestBuffer = 16 << 10;

    private readonly List<byte[]> _buffers = [];
    private readonly List<int> _lengths = [];
    private readonly Stack<(int Node, int Next)> _path = [];
    private byte[] _delta = new byte[SmallestBuffer];
    private long _held;

    /// <summary>Wanted objects that were made.</summary>
    public int Visited { get; private set; }

    /// <summary>Bytes that were made.</summary>
    public long Bytes { get; private set; }

    /// <summary>Makes a root and all that is built on it.</summary>
    public void Run(int root, CancellationToken cancellation)
    {
        _path.Clear();
        if (!TryRoot(root))
            return;
        Enter(root);
        while (_path.TryPop(out var top) && !cancellation.IsCancellationRequested)
        {
            if (top.Next < 0)
                continue;
            _path.Push((top.Node, forest.NextSibling(top.Next)));
            if (TryChild(top.Next, _path.Count))
                Enter(top.Next);
        }
    }

    private void Enter(int node)
    {
        var level = _path.Count;
        Bytes += _lengths[level];
        if (forest.Wanted[node])
        {
            Visited++;
            visit(forest.IdOf(node), _buffers[level].AsMemory(0, _lengths[level]));
        }

        _path.Push((node, forest.FirstChild(node)));
    }

    private bool TryRoot(int node)
    {
        if (forest.EntryOf(node, out var compressed) is not { } entry || entry.Size > store.Limits.MaxObjectBytes)
            return false;
        if (entry.Kind is ObjectKind.Commit or ObjectKind.Tree or ObjectKind.Blob or ObjectKind.Tag)
            return Buffer(0, (int)entry.Size) && pack.TryInflate(entry, compressed, _buffers[0].AsSpan(0, _lengths[0]));

        // A difference to an object of another pack.
        if (store.Read(forest.IdOf(node)) is not { } found || !Buffer(0, found.Data.Length))
            return false;
        found.Data.CopyTo(_buffers[0], 0);
        return true;
    }

    private bool TryChild(int node, int level)
    {
        if (level > store.Limits.MaxChain || forest.EntryOf(node, out var compressed) is not { } entry || entry.Size > store.Limits.MaxObjectBytes)
            return false;
        if (_delta.Length < entry.Size)
            _delta = GC.AllocateUninitializedArray<byte>(Capacity((int)entry.Size));
        var delta = _delta.AsSpan(0, (int)entry.Size);
        if (!pack.TryInflate(entry, compressed, delta) || !Delta.TrySizes(delta, out var baseSize, out var size, out var used)
            || baseSize != _lengths[level - 1] || size > store.Limits.MaxObjectBytes || !Buffer(level, (int)size))
        {
            return false;
        }

        return Delta.TryApply(_buffers[level - 1].AsSpan(0, (int)baseSize), delta[used..], _buffers[level].AsSpan(0, (int)size));
    }

    /// <summary>Makes room at a level; false if the chain would hold more than is allowed.</summary>
    private bool Buffer(int level, int length)
    {
        if (level == _buffers.Count)
        {
            _buffers.Add([]);
            _lengths.Add(0);
        }

        _lengths[level] = length;
        if (_buffers[level].Length >= length)
            return true;
        if (_held + Capacity(length) > store.Limits.MaxHeldBytes)
            Release(level + 1);
        if (_held + Capacity(length) - _buffers[level].Length > store.Limits.MaxHeldBytes)
            return false;
        _held += Capacity(length) - _buffers[level].Length;
        _buffers[level] = GC.AllocateUninitializedArray<byte>(Capacity(length));
        return true;
    }

    private void Release(int from)
    {
        for (var level = from; level < _buffers.Count; level++)
        {
            _held -= _buffers[level].Length;
            _buffers[level] = [];
        }
    }

    private static int Capacity(int length) => (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(length, SmallestBuffer));
}
