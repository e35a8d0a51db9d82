using Sextant.Discovery.Reading;
using Sextant.Map;

namespace Sextant.Discovery.Memory;

/// <summary>What was recorded while something was looked at, and what it asked of other files: equal answers mean equal records.</summary>
/// <param name="Seen">Observations and gaps.</param>
/// <param name="Existing">Ids of paths that it asked for, and whether there was a file.</param>
/// <param name="Reads">Ids of paths that it read, and what they held.</param>
internal sealed record Captured(IReadOnlyList<object> Seen, IReadOnlyList<(ulong Path, bool Exists)> Existing, IReadOnlyList<(ulong Path, ContentId Content)> Reads)
{
    public static Captured Nothing { get; } = new([], [], []);
}

/// <summary>Stands between inspectors and what they record and ask, for one thread, and notes both.</summary>
internal sealed class FileCapture(TreeContext context, ContentKey key) : IRecorder, IFileSource
{
    private readonly List<object> _seen = [];
    private readonly Dictionary<string, bool> _existing = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ContentId> _reads = new(StringComparer.Ordinal);
    private int _start;
    private bool _isSpoiled;

    /// <inheritdoc/>
    public IReadOnlyList<string> Paths
    {
        get
        {
            _isSpoiled = true;
            return context.Files.Paths;
        }
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _seen.Clear();
        _existing.Clear();
        _reads.Clear();
        (_start, _isSpoiled) = (0, false);
    }

    /// <summary>From here on another inspector looks.</summary>
    public void Begin() => _start = _seen.Count;

    /// <summary>What the last inspector recorded will come from it again.</summary>
    public void Drop() => _seen.RemoveRange(_start, _seen.Count - _start);

    /// <summary>Whether nothing was recorded.</summary>
    public bool IsEmpty => _seen.Count == 0 && !_isSpoiled;

    /// <summary>What was noted since <see cref="Clear"/>; null if it cannot be relied on.</summary>
    public Captured? Take() => _isSpoiled ? null : new Captured(
        [.. _seen],
        [.. _existing.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => (key.OfPath(e.Key), e.Value))],
        [.. _reads.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => (key.OfPath(r.Key), r.Value))]);

    /// <inheritdoc/>
    public void Record(AssetObservation asset)
    {
        _seen.Add(asset);
        context.Recorder.Record(asset);
    }

    /// <inheritdoc/>
    public void Record(RelationObservation relation)
    {
        _seen.Add(relation);
        context.Recorder.Record(relation);
    }

    /// <inheritdoc/>
    public void Record(Gap gap)
    {
        _seen.Add(gap);
        context.Recorder.Record(gap);
    }

    /// <inheritdoc/>
    public bool Exists(string path)
    {
        var exists = context.Files.Exists(path);
        _existing[path] = exists;
        return exists;
    }

    /// <inheritdoc/>
    public byte[]? Read(string path)
    {
        var bytes = context.Files.Read(path);
        _reads[path] = bytes is null ? ContentId.None : key.Of(bytes, ContentPart.Whole);
        _isSpoiled |= bytes is null && context.Files.Exists(path); // it is too large, or could not be read, which is counted
        return bytes;
    }
}
