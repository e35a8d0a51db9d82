using System.Collections.Concurrent;
using Sextant.Discovery.Reading;

namespace Sextant.Discovery.Memory;

/// <summary>
/// What the last scan of a repository saw, file by file, and what this one sees, to be kept for the next. Only what is unchanged, and
/// asked of the tree what has the same answer today, is taken from memory.
/// </summary>
internal sealed class TreeMemory
{
    private const string Kind = "files";

    private readonly ScanCache _cache;
    private readonly string _name;
    private readonly ISourceTree _tree;
    private readonly Dictionary<string, FileEntry> _before = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FileEntry> _now = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ContentId> _contents = new(StringComparer.Ordinal);
    private readonly Lazy<Dictionary<ulong, string>> _paths;
    private int _changes;

    private TreeMemory(ScanCache cache, string name, ISourceTree tree)
    {
        (_cache, _name, _tree) = (cache, name, tree);
        _paths = new(() => tree.Paths.DistinctBy(Key.OfPath).ToDictionary(Key.OfPath, p => p));
        Settled = cache.Settled;
    }

    /// <summary>Makes ids of contents.</summary>
    public ContentKey Key => _cache.Contents;

    /// <summary>Files that changed after this may change again without a trace.</summary>
    public DateTimeOffset Settled { get; }

    /// <summary>Opens what the last scan kept; empty if that is nothing.</summary>
    /// <param name="cache">The cache.</param>
    /// <param name="name">Whose memory: the repository, the place, and what was asked for.</param>
    /// <param name="tree">The tree that is read now.</param>
    public static TreeMemory Open(ScanCache cache, string name, ISourceTree tree)
    {
        var memory = new TreeMemory(cache, name, tree);
        if (cache.Read(Kind, name) is not { } bytes)
            return memory;
        try
        {
            using var reader = new MemoryReader(bytes);
            foreach (var entry in reader.Items(() => FileEntry.Read(reader)))
                memory._before[entry.Path] = entry;
            foreach (var (path, captured) in reader.Items(() => (reader.Text(), CapturedForm.Read(reader))))
                memory._before[path] = memory._before[path] with { Captured = captured };
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or FormatException or KeyNotFoundException)
        {
            memory._before.Clear();
        }

        return memory;
    }

    /// <summary>The name of the memory of a repository at a place, as options ask for it.</summary>
    public static string NameOf(string repository, string place, CollectOptions options) => $"{repository}\n{place}\n{options.Vendored}\n{options.MaxFileBytes}";

    /// <summary>The files of the last scan, without what they showed; null if nothing is remembered.</summary>
    public static IReadOnlyDictionary<string, FileEntry>? Entries(ScanCache cache, string name)
    {
        if (cache.Read(Kind, name) is not { } bytes)
            return null;
        try
        {
            using var reader = new MemoryReader(bytes);
            return reader.Items(() => FileEntry.Read(reader)).ToDictionary(e => e.Path, StringComparer.Ordinal);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or FormatException)
        {
            return null;
        }
    }

    /// <summary>What a file held that this scan read; null if that is not known.</summary>
    public ContentId? Seen(string path) => _now.TryGetValue(path, out var entry) ? entry.Content : null;

    /// <summary>Notes that nobody reads a file.</summary>
    public void Unwanted(string path) => Keep(_before.TryGetValue(path, out var entry) && entry.IsUnwanted ? entry : new FileEntry(path, ContentId.None) { IsUnwanted = true, Length = -1 });

    /// <summary>The entry of a file that need not be read to know that it is unchanged; null if there is none.</summary>
    public FileEntry? Find(string path, FileMark mark) =>
        mark.Exists && _before.TryGetValue(path, out var entry) && (mark.IsOfGit ? entry.InGit : entry.InFolder) == mark && !entry.IsOpaque && Holds(entry) ? entry : null;

    /// <summary>The entry of a file that holds the same as before; null if there is none.</summary>
    public FileEntry? Find(string path, ContentId content) =>
        _before.TryGetValue(path, out var entry) && entry.Content == content && !entry.IsOpaque && Holds(entry) ? entry : null;

    /// <summary>Keeps what a file showed.</summary>
    public void Keep(FileEntry entry)
    {
        if (!_before.TryGetValue(entry.Path, out var before) || !ReferenceEquals(before, entry))
            Interlocked.Increment(ref _changes);
        _now[entry.Path] = entry;
    }

    /// <summary>Whether all that something asked of the tree has the same answer today.</summary>
    public bool Holds(Captured captured) =>
        captured.Existing.All(e => _paths.Value.ContainsKey(e.Path) == e.Exists) && captured.Reads.All(r => ContentOf(r.Path) == r.Content);

    /// <summary>What a file of the tree holds now; none if there is none.</summary>
    public ContentId ContentOf(string path) => _contents.GetOrAdd(path, p =>
    {
        if (_now.TryGetValue(p, out var now) && !now.IsUnwanted)
            return now.Content;
        return _tree.Read(p) is { } bytes ? Key.Of(bytes, ContentPart.Whole) : ContentId.None;
    });

    /// <summary>Keeps what this scan saw for the next.</summary>
    public void Save()
    {
        if (_changes == 0 && _now.Count == _before.Count)
            return;
        using var writer = new MemoryWriter();
        var entries = _now.Values.OrderBy(e => e.Path, StringComparer.Ordinal).ToArray();
        writer.Items(entries, e => e.Write(writer));
        writer.Items([.. entries.Where(e => e.Captured.Seen.Count + e.Captured.Existing.Count + e.Captured.Reads.Count > 0)], e =>
        {
            writer.Text(e.Path);
            CapturedForm.Write(e.Captured, writer);
        });
        _cache.Write(Kind, _name, writer.Written);
    }

    private bool Holds(FileEntry entry) => Holds(entry.Captured);

    private ContentId ContentOf(ulong path) => _paths.Value.TryGetValue(path, out var known) ? ContentOf(known) : ContentId.None;
}
