using Sextant.Discovery.History.Objects;

namespace Sextant.Discovery.Memory;

/// <summary>A content of history that must be looked at in every scan: a key was found in it, or the tree held it.</summary>
/// <param name="Id">The object.</param>
/// <param name="Path">The path that it had in the commit that brought it.</param>
/// <param name="Commit">That commit's id; empty if only a tagged tree holds it.</param>
/// <param name="AuthorDate">When it was made.</param>
internal readonly record struct UnsettledBlob(ObjectId Id, string Path, string Commit, DateTimeOffset AuthorDate);

/// <summary>
/// What is known of a history: contents in which nothing was found, which need not be read again, and, while no name points elsewhere, all
/// the others. Nothing of a key is kept.
/// </summary>
internal sealed class HistoryMemory
{
    private const string Kind = "history";

    private readonly ScanCache _cache;
    private readonly string _name;
    private readonly HashSet<(ObjectId Id, ulong Path)> _clean = [];

    private HistoryMemory(ScanCache cache, string name) => (_cache, _name) = (cache, name);

    /// <summary>Makes ids of paths.</summary>
    public ContentKey Key => _cache.Contents;

    /// <summary>What the names pointed to.</summary>
    public ContentId State { get; set; }

    public long Commits { get; set; }

    public long Blobs { get; set; }

    /// <summary>Whether only a part of the history was read.</summary>
    public bool IsCut { get; set; }

    /// <summary>What was missing or damaged.</summary>
    public IReadOnlyList<string> Problems { get; set; } = [];

    /// <summary>Contents that are looked at in every scan.</summary>
    public IReadOnlyList<UnsettledBlob> Unsettled { get; set; } = [];

    /// <summary>Opens what the last scan kept.</summary>
    public static HistoryMemory Open(ScanCache cache, string name)
    {
        var memory = new HistoryMemory(cache, name);
        if (cache.Read(Kind, name) is { } bytes)
            memory.Load(bytes);
        return memory;
    }

    /// <summary>Whether a content, under a path, was looked at and showed nothing.</summary>
    public bool IsClean(ObjectId id, string path) => _clean.Contains((id, Key.OfPath(path)));

    /// <summary>Keeps what is known for the next scan.</summary>
    public void Save(IEnumerable<(ObjectId Id, ulong Path)> clean)
    {
        using var writer = new MemoryWriter();
        writer.Id(State);
        writer.Number(Commits);
        writer.Number(Blobs);
        writer.Flag(IsCut);
        writer.Items(Problems, writer.Text);
        writer.Items(Unsettled, blob =>
        {
            Write(blob.Id, writer);
            writer.Text(blob.Path);
            writer.Text(blob.Commit);
            writer.Number(blob.AuthorDate.UtcTicks);
            writer.Number((long)blob.AuthorDate.Offset.TotalMinutes);
        });
        writer.Items([.. clean], blob =>
        {
            Write(blob.Id, writer);
            writer.Fixed(blob.Path);
        });
        _cache.Write(Kind, _name, writer.Written);
    }

    private void Load(byte[] bytes)
    {
        try
        {
            using var reader = new MemoryReader(bytes);
            (State, Commits, Blobs, IsCut, Problems) = (reader.Id(), reader.Number(), reader.Number(), reader.Flag(), reader.Items(reader.Text));
            Unsettled = reader.Items(() => new UnsettledBlob(IdOf(reader), reader.Text(), reader.Text(), Date(reader.Number(), reader.Number())));
            _clean.UnionWith(reader.Items(() => (IdOf(reader), reader.Fixed())));
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or FormatException or ArgumentException)
        {
            State = ContentId.None;
            _clean.Clear();
        }
    }

    private static DateTimeOffset Date(long ticks, long minutes) => new DateTimeOffset(ticks, TimeSpan.Zero).ToOffset(TimeSpan.FromMinutes(minutes));

    private static ObjectId IdOf(MemoryReader reader) => new(reader.Fixed(), reader.Fixed(), reader.Fixed(), reader.Fixed());

    private static void Write(ObjectId id, MemoryWriter writer)
    {
        writer.Fixed(id.A);
        writer.Fixed(id.B);
        writer.Fixed(id.C);
        writer.Fixed(id.D);
    }
}
