using System.Text;

namespace Sextant.Discovery.Reading;

/// <summary>Where one of an inspector's triggers occurs in a file.</summary>
/// <param name="Trigger">Its index among the inspector's <see cref="IInspector.Triggers"/>.</param>
/// <param name="Offset">The offset of its first byte.</param>
public readonly record struct TriggerHit(int Trigger, int Offset);

/// <summary>A version of a file that is in history: which commit brought it.</summary>
/// <param name="Commit">The commit's id.</param>
/// <param name="AuthorDate">When its author made it.</param>
/// <param name="InTree">Whether the same content is still in the working tree's commit.</param>
public sealed record Revision(string Commit, DateTimeOffset AuthorDate, bool InTree);

/// <summary>
/// A file as inspectors get it: bytes that were read once, with the places of the inspector's own triggers. The bytes are
/// valid only during the call, since buffers are reused; what must outlive it is copied.
/// </summary>
public sealed class FileContent(TreePath path, ReadOnlyMemory<byte> bytes)
{
    private string? _text;
    private int _countedTo;
    private int _line = 1;

    /// <summary>The path, relative to the target.</summary>
    public TreePath Path { get; } = path;

    /// <summary>The bytes, as in the file; of a file in UTF-16, its text in UTF-8.</summary>
    public ReadOnlyMemory<byte> Bytes { get; } = bytes;

    /// <summary>Where the inspector's own triggers occur, by offset. Set anew for each inspector, and valid only during the call.</summary>
    public IReadOnlyList<TriggerHit> Hits { get; set; } = [];

    /// <summary>The version in history; null for a file of the tree.</summary>
    public Revision? Revision { get; init; }

    /// <summary>The text: UTF-8, or UTF-16 if it begins with that mark; what is invalid becomes U+FFFD.</summary>
    public string Text => _text ??= Decode(Bytes.Span);

    /// <summary>The line, from 1, of a byte offset. Cheap when asked in rising order.</summary>
    public int LineAt(int offset)
    {
        if (offset < _countedTo)
            (_countedTo, _line) = (0, 1);
        _line += Bytes.Span[_countedTo..offset].Count((byte)'\n');
        _countedTo = offset;
        return _line;
    }

    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8))
            return Encoding.UTF8.GetString(bytes[3..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Encoding.Unicode.GetString(bytes[2..]);
        return bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Encoding.BigEndianUnicode.GetString(bytes[2..]) : Encoding.UTF8.GetString(bytes);
    }
}
