using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;

namespace Sextant.Discovery.History.Objects;

/// <summary>Where an entry of a pack says what it is.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Size">Bytes of it when inflated.</param>
/// <param name="Data">The offset of its compressed bytes.</param>
/// <param name="BaseOffset">The entry that a difference is to, if named by offset; else -1.</param>
/// <param name="BaseId">The object that a difference is to, if named by id.</param>
internal readonly record struct PackEntry(ObjectKind Kind, long Size, long Data, long BaseOffset, ObjectId BaseId);

/// <summary>A pack and its index. Every offset is checked; what is damaged is a null.</summary>
internal sealed class PackFile(string name, MappedFile pack, PackIndex index, int idLength) : IDisposable
{
    private const int MaxHeader = 64;

    /// <summary>The name of the file, for error lines.</summary>
    public string Name { get; } = name;

    /// <summary>The ids and offsets.</summary>
    public PackIndex Index { get; } = index;

    /// <summary>Bytes of the pack.</summary>
    public long Length => pack.Length;

    /// <summary>Opens a pack beside its index; null if either is of no known form. Throws what the file system says.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "What is opened belongs to the result, or is disposed before a null.")]
    public static PackFile? Open(string packPath, int idLength)
    {
        if (PackIndex.Open(Path.ChangeExtension(packPath, ".idx"), idLength) is not { } index)
            return null;
        var pack = new MappedFile(packPath);
        if (pack.Slice(0, 8) is [(byte)'P', (byte)'A', (byte)'C', (byte)'K', 0, 0, 0, 2 or 3])
            return new PackFile(Path.GetFileName(packPath), pack, index, idLength);
        pack.Dispose();
        index.Dispose();
        return null;
    }

    /// <summary>The entry at an offset; null if it makes no sense.</summary>
    public PackEntry? EntryAt(long offset)
    {
        var head = pack.Slice(offset, MaxHeader);
        if (offset < 0 || !TrySize(head, out var first, out var size, out var used))
            return null;
        var kind = (ObjectKind)((first >> 4) & 7);
        switch (kind)
        {
            case ObjectKind.Commit or ObjectKind.Tree or ObjectKind.Blob or ObjectKind.Tag:
                return new PackEntry(kind, size, offset + used, -1, default);
            case ObjectKind.OffsetDelta when TryDistance(head[used..], out var distance, out var bytes) && distance > 0 && distance < offset:
                return new PackEntry(kind, size, offset + used + bytes, offset - distance, default);
            case ObjectKind.IdDelta when head.Length >= used + idLength:
                return new PackEntry(kind, size, offset + used + idLength, -1, ObjectId.Of(head.Slice(used, idLength)));
            default:
                return null;
        }
    }

    /// <summary>Inflates an entry's data into a buffer of exactly its size; false if it is damaged.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="compressed">Compressed bytes at most, where the next entry's offset tells; else the length of the pack.</param>
    /// <param name="target">Where to.</param>
    public bool TryInflate(PackEntry entry, long compressed, Span<byte> target)
    {
        if (entry.Data >= pack.Length)
            return false;
        try
        {
            using var source = pack.Stream(entry.Data, compressed);
            using var inflater = new ZLibStream(source, CompressionMode.Decompress);
            return inflater.ReadAtLeast(target, target.Length, throwOnEndOfStream: false) == target.Length;
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        pack.Dispose();
        Index.Dispose();
    }

    private static bool TrySize(ReadOnlySpan<byte> head, out byte first, out long size, out int used)
    {
        (first, size, used) = (head.IsEmpty ? (byte)0 : head[0], head.IsEmpty ? 0 : head[0] & 15, 1);
        for (var shift = 4; used <= head.Length && !head.IsEmpty && (head[used - 1] & 0x80) != 0; shift += 7, used++)
        {
            if (used == head.Length || shift > 50)
                return false;
            size |= (long)(head[used] & 0x7F) << shift;
        }

        return !head.IsEmpty;
    }

    private static bool TryDistance(ReadOnlySpan<byte> head, out long distance, out int used)
    {
        (distance, used) = (0, 0);
        while (used < Math.Min(head.Length, 9))
        {
            var part = head[used];
            distance = ((distance + (used > 0 ? 1 : 0)) << 7) | (uint)(part & 0x7F);
            used++;
            if ((part & 0x80) == 0)
                return true;
        }

        return false;
    }
}
