using System.Diagnostics.CodeAnalysis;
using Sextant.Discovery.History.Objects;
using Sextant.Discovery.Memory;
using Sextant.Discovery.Reading;
using Sextant.Discovery.Reading.Ignoring;

namespace Sextant.Discovery.History;

/// <summary>The files of a commit's tree, for repositories without a working tree.</summary>
internal sealed class GitTree : ISourceTree
{
    private readonly ObjectStore _store;
    private readonly CoverageTally _tally;
    private readonly int _maxBytes;
    private readonly bool _vendored;
    private readonly SortedDictionary<string, ObjectId> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ObjectId> _byPath;
    private readonly bool _splits;
    private readonly SortedDictionary<string, ObjectId> _nested = new(StringComparer.Ordinal);
    private int _folders;

    /// <summary>Lists the files of a tree by the same rules as a folder's, but that what git tracks is never ignored by git.</summary>
    /// <param name="store">The repository's objects.</param>
    /// <param name="tree">The tree.</param>
    /// <param name="vendored">Whether vendored and generated trees are listed too.</param>
    /// <param name="maxBytes">Larger files are not read as a whole.</param>
    /// <param name="tally">Counts what is left out.</param>
    /// <param name="splits">Whether folders that declare themselves repositories are left to be read each by itself, as in a folder.</param>
    public GitTree(ObjectStore store, ObjectId tree, bool vendored, int maxBytes, CoverageTally tally, bool splits = false)
    {
        (_store, _tally, _maxBytes, _vendored, _splits) = (store, tally, maxBytes, vendored, splits);
        Folder(tree, "", null, 0, null);
        Listing = [.. _files.Keys.Select(path => new TreeFile(path, -1))];
        Paths = [.. _files.Keys];
        _byPath = new Dictionary<string, ObjectId>(_files, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public IReadOnlyList<TreeFile> Listing { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Paths { get; }

    /// <summary>The content of each file that is read.</summary>
    public IReadOnlyDictionary<string, ObjectId> Ids => _byPath;

    /// <summary>Folders that are repositories of their own, and their trees.</summary>
    public IReadOnlyDictionary<string, ObjectId> Nested => _nested;

    /// <inheritdoc/>
    public bool Exists(string path) => _byPath.ContainsKey(path);

    /// <inheritdoc/>
    public byte[]? Read(string path)
    {
        if (!_byPath.TryGetValue(path, out var id))
            return null;
        using var store = _store.ForThread();
        return store.Read(id) is { Kind: ObjectKind.Blob } blob && blob.Data.Length <= _maxBytes ? blob.Data : null;
    }

    /// <inheritdoc/>
    public FileMark MarkOf(TreeFile file, DateTimeOffset settled) => _byPath[file.Path] is var id ? FileMark.Git(id.A, id.B, id.C, id.D) : FileMark.None;

    /// <inheritdoc/>
    [SuppressMessage("Reliability", "CA2000", Justification = "The store belongs to the reader.")]
    public ITreeReader OpenReader() => new Reader(_store.ForThread(), _byPath, _tally);

    private void Folder(ObjectId id, string prefix, IgnoreLayer? own, int depth, string? leftOut)
    {
        if (depth > _store.Limits.MaxTreeDepth || ++_folders > _store.Limits.MaxTrees)
        {
            _tally.Fail($"{prefix}: lies deeper than {_store.Limits.MaxTreeDepth} folders and was not read");
            return;
        }

        if (_store.Read(id) is not { Kind: ObjectKind.Tree } tree)
        {
            _tally.Fail($"{(prefix.Length == 0 ? "HEAD" : prefix.TrimEnd('/'))}: its tree is missing or damaged in the repository; run 'git fsck', or clone again");
            return;
        }

        if (_splits && leftOut is null && prefix.Length > 0 && IsDeclared(tree.Data))
        {
            _nested[prefix[..^1]] = id;
            return;
        }

        own = Deepen(own, tree.Data, prefix);
        var entries = new TreeEntries(tree.Data, _store.IdLength);
        while (entries.MoveNext())
        {
            var (name, path) = (entries.Text, prefix + entries.Text);
            if (entries.IsFolder)
                Folder(entries.Id, path + "/", own, depth + 1, leftOut ?? Reason(path, own, isFolder: true, VendoredTrees.IsFolderByName(name)));
            else if (entries.IsFile)
                File(path, entries.Id, leftOut ?? Reason(path, own, isFolder: false, VendoredTrees.IsFile(name)));
        }
    }

    private void File(string path, ObjectId id, string? reason)
    {
        _tally.See();
        if (reason is null)
            _files[path] = id;
        else
            _tally.Skip(reason);
    }

    private string? Reason(string path, IgnoreLayer? own, bool isFolder, bool vendored)
    {
        if (IgnoreLayer.Decide(own, path, isFolder) is { } decision)
            return decision ? SkipReasons.Ignored : null;
        return vendored && !_vendored ? SkipReasons.Vendored : null;
    }

    private IgnoreLayer? Deepen(IgnoreLayer? above, ReadOnlySpan<byte> tree, string prefix) =>
        FileIn(tree, ".sextantignore"u8) is { } bytes && IgnoreFile.Parse(System.Text.Encoding.UTF8.GetString(bytes)) is { } file
            ? new IgnoreLayer(above, file, prefix.Length) : above;

    private bool IsDeclared(ReadOnlySpan<byte> tree) => FileIn(tree, "sextant.yaml"u8) is { } bytes && NestedRepository.IsDeclared(bytes);

    private byte[]? FileIn(ReadOnlySpan<byte> tree, ReadOnlySpan<byte> name)
    {
        var entries = new TreeEntries(tree, _store.IdLength);
        while (entries.MoveNext())
        {
            if (entries.IsFile && entries.Name.SequenceEqual(name) && _store.Read(entries.Id) is { Kind: ObjectKind.Blob } blob)
                return blob.Data;
        }

        return null;
    }

    private sealed class Reader(ObjectStore store, Dictionary<string, ObjectId> files, CoverageTally tally) : ITreeReader
    {
        public FileBytes? Read(TreeFile file, int max, bool evenBinary)
        {
            if (store.Read(files[file.Path]) is { Kind: ObjectKind.Blob } blob)
                return FileBytes.Of(blob.Data.AsMemory(0, Math.Min(max, blob.Data.Length)), blob.Data.Length > max);
            tally.Fail($"{file.Path}: its content is missing, damaged or larger than {store.Limits.MaxObjectBytes >> 20} MiB in the repository; run 'git fsck', or clone again");
            tally.Skip(SkipReasons.Unreadable);
            return null;
        }

        public void Dispose() => store.Dispose();
    }
}
