using Sextant.Discovery.Memory;

namespace Sextant.Discovery.Reading;

/// <summary>The files of a folder that a walk listed.</summary>
internal sealed class FolderTree : ISourceTree
{
    private readonly string _root;
    private readonly CoverageTally _tally;
    private readonly int _maxBytes;
    private readonly int _largest;
    private readonly Dictionary<string, long> _lengths;

    public FolderTree(string root, IReadOnlyList<TreeFile> listing, CoverageTally tally, int maxBytes)
    {
        (_root, Listing, _tally, _maxBytes) = (root, listing, tally, maxBytes);
        _lengths = listing.ToDictionary(f => f.Path, f => f.Length, StringComparer.Ordinal);
        _largest = (int)Math.Min(maxBytes, listing.Count == 0 ? 0 : listing.Max(f => f.Length));
        Paths = [.. listing.Select(f => f.Path)];
    }

    /// <inheritdoc/>
    public IReadOnlyList<TreeFile> Listing { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Paths { get; }

    /// <inheritdoc/>
    public bool Exists(string path) => _lengths.ContainsKey(path);

    /// <inheritdoc/>
    public byte[]? Read(string path)
    {
        if (!_lengths.TryGetValue(path, out var length) || length > _maxBytes)
            return null;
        using var reader = new FolderReader(_root, _tally, smallestBuffer: 0);
        return reader.Read(new TreeFile(path, length), _maxBytes, evenBinary: true) is { IsCut: false } file ? file.Bytes.ToArray() : null;
    }

    /// <inheritdoc/>
    public FileMark MarkOf(TreeFile file, DateTimeOffset settled) => FileMark.File(Path.Join(_root, file.Path), settled);

    /// <inheritdoc/>
    public ITreeReader OpenReader() => new FolderReader(_root, _tally, smallestBuffer: _largest + 1);
}
