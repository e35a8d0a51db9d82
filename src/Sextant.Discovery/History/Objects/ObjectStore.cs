using System.Diagnostics.CodeAnalysis;

namespace Sextant.Discovery.History.Objects;

/// <summary>
/// All objects of a repository: its packs, its loose objects, and those of alternates that lie within what may be read. Every
/// read is bounded and checked; an object that is missing or damaged is a null. For one thread, the packs for any.
/// </summary>
internal sealed class ObjectStore : IDisposable
{
    private const long CacheBytes = 256 << 20;

    private readonly List<PackFile> _packs = [];
    private readonly List<LooseObjects> _loose = [];
    private readonly ObjectCache _cache = new(CacheBytes);
    private bool _isShared;

    private ObjectStore(int idLength, HistoryLimits limits) => (IdLength, Limits) = (idLength, limits);

    /// <summary>Bytes of an id.</summary>
    public int IdLength { get; }

    /// <summary>How much is read.</summary>
    public HistoryLimits Limits { get; }

    /// <summary>The packs, by name.</summary>
    public IReadOnlyList<PackFile> Packs => _packs;

    /// <summary>The folders of loose objects.</summary>
    public IReadOnlyList<LooseObjects> Loose => _loose;

    /// <summary>What could not be opened, one line each that says what to do.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>Opens the objects of a repository. Never throws for what lies there.</summary>
    public static ObjectStore Open(GitDirectory git, HistoryLimits limits)
    {
        var store = new ObjectStore(git.IdLength, limits);
        store.AddFolder(Path.Join(git.CommonPath, "objects"));
        foreach (var line in (git.ReadText("objects/info/alternates") ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (GitDirectory.FullPath(line, Path.Join(git.CommonPath, "objects")) is { } path && path.StartsWith(git.CommonPath + "/", StringComparison.Ordinal))
                store.AddFolder(path);
            else
                store.Problems.Add("objects borrowed from another repository were not read (objects/info/alternates leads out of the target); run 'git repack -a' to bring them in");
        }

        return store;
    }

    /// <summary>The same objects for another thread. The packs stay this store's to close.</summary>
    public ObjectStore ForThread()
    {
        var store = new ObjectStore(IdLength, Limits) { _isShared = true };
        store._packs.AddRange(_packs);
        store._loose.AddRange(_loose);
        return store;
    }

    /// <summary>An object as a whole.</summary>
    public GitObject? Read(ObjectId id) => Read(id, 0);

    /// <summary>The ids that begin with at least two hexadecimal digits, each once and in order.</summary>
    public SortedSet<ObjectId> Beginning(string hex)
    {
        var found = new SortedSet<ObjectId>();
        if (!byte.TryParse(hex.AsSpan(0, 2), System.Globalization.NumberStyles.HexNumber, null, out var first))
            return found;
        foreach (var id in _packs.SelectMany(p => p.Index.Beginning(first)).Concat(_loose.SelectMany(l => l.List())))
        {
            if (id.ToHex(IdLength).StartsWith(hex, StringComparison.OrdinalIgnoreCase))
                found.Add(id);
        }

        return found;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_isShared)
            _packs.ForEach(p => p.Dispose());
    }

    private void AddFolder(string folder)
    {
        if (!Directory.Exists(folder))
            return;
        var packs = Path.Join(folder, "pack");
        if (new DirectoryInfo(folder).LinkTarget is not null || new DirectoryInfo(packs).LinkTarget is not null)
        {
            Problems.Add("its objects folder is a link, which is not followed; scan the repository that it leads to");
            return;
        }

        _loose.Add(new LooseObjects(folder, IdLength, Limits.MaxObjectBytes));
        if (!Directory.Exists(packs))
            return;
        foreach (var path in Directory.EnumerateFiles(packs, "*.pack").Where(p => new FileInfo(p).LinkTarget is null).Order(StringComparer.Ordinal))
            AddPack(path);
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "What is opened belongs to the result, or is disposed before a null.")]
    private void AddPack(string path)
    {
        try
        {
            if (PackFile.Open(path, IdLength) is { } pack)
                _packs.Add(pack);
            else
                Problems.Add($"{Path.GetFileName(path)} or its index is damaged or of an unknown version; run 'git index-pack' on it, or 'git repack -ad'");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            Problems.Add($"{Path.GetFileName(path)} or its index cannot be opened; run 'git fsck', or clone again");
        }
    }

    private GitObject? Read(ObjectId id, int depth)
    {
        foreach (var pack in _packs)
        {
            var position = pack.Index.PositionOf(id);
            if (position < 0)
                continue;
            // Below the first level only one copy is tried, so that rings over several packs end.
            if (ReadAt(pack, pack.Index.OffsetAt(position), depth) is { } found)
                return found;
            if (depth > 0)
                return null;
        }

        foreach (var loose in _loose)
        {
            if (loose.Read(id) is { } found)
                return found;
        }

        return null;
    }

    /// <summary>Follows a chain of differences down to an object that is whole, then applies them upwards.</summary>
    private GitObject? ReadAt(PackFile pack, long offset, int depth)
    {
        var chain = new Stack<(long Offset, PackEntry Entry)>();
        GitObject current = default;
        while (!_cache.TryGet(pack, offset, out current))
        {
            if (chain.Count + depth > Limits.MaxChain || pack.EntryAt(offset) is not { } entry || entry.Size > Limits.MaxObjectBytes)
                return null;
            if (entry.BaseOffset < 0 && entry.Kind != ObjectKind.IdDelta)
            {
                if (Whole(pack, offset, entry) is not { } whole)
                    return null;
                current = whole;
                break;
            }

            chain.Push((offset, entry));
            offset = entry.BaseOffset;
            if (entry.Kind != ObjectKind.IdDelta)
                continue;
            if (Read(entry.BaseId, depth + chain.Count) is not { } named)
                return null;
            current = named;
            break;
        }

        while (chain.TryPop(out var next))
        {
            if (Applied(pack, next.Entry, current) is not { } made)
                return null;
            current = made;
            _cache.Add(pack, next.Offset, current);
        }

        return current;
    }

    private GitObject? Whole(PackFile pack, long offset, PackEntry entry)
    {
        var data = new byte[entry.Size];
        if (!pack.TryInflate(entry, pack.Length, data))
            return null;
        var whole = new GitObject(entry.Kind, data);
        _cache.Add(pack, offset, whole);
        return whole;
    }

    private GitObject? Applied(PackFile pack, PackEntry entry, GitObject source)
    {
        var delta = new byte[entry.Size];
        if (!pack.TryInflate(entry, pack.Length, delta) || !Delta.TrySizes(delta, out var baseSize, out var size, out var used)
            || baseSize != source.Data.Length || size > Limits.MaxObjectBytes)
        {
            return null;
        }

        var data = new byte[size];
        return Delta.TryApply(source.Data, delta.AsSpan(used), data) ? new GitObject(source.Kind, data) : null;
    }
}
