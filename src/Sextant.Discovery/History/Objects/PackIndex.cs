using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace Sextant.Discovery.History.Objects;

/// <summary>The index of a pack, version 2 (gitformat-pack(5)): ids in order, and the offset of each in the pack.</summary>
internal sealed class PackIndex : IDisposable
{
    private const int HeaderLength = 8;
    private const int FanoutLength = 256 * 4;

    private readonly MappedFile _file;
    private readonly int _idLength;
    private readonly long _ids;
    private readonly long _offsets;
    private readonly long _largeOffsets;

    private PackIndex(MappedFile file, int idLength, int count)
    {
        (_file, _idLength, Count) = (file, idLength, count);
        _ids = HeaderLength + FanoutLength;
        _offsets = _ids + ((long)count * idLength) + ((long)count * 4);
        _largeOffsets = _offsets + ((long)count * 4);
    }

    /// <summary>Objects of the pack.</summary>
    public int Count { get; }

    /// <summary>Opens an index; null if it is of another version or too short for what it says.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "What is opened belongs to the result, or is disposed before a null.")]
    public static PackIndex? Open(string path, int idLength)
    {
        var file = new MappedFile(path);
        var head = file.Slice(0, HeaderLength + FanoutLength);
        if (head.Length == HeaderLength + FanoutLength && head.StartsWith((ReadOnlySpan<byte>)[0xFF, (byte)'t', (byte)'O', (byte)'c', 0, 0, 0, 2]))
        {
            var count = BinaryPrimitives.ReadUInt32BigEndian(head[^4..]);
            if (count <= int.MaxValue && head.Length + (count * (idLength + 8L)) <= file.Length)
                return new PackIndex(file, idLength, (int)count);
        }

        file.Dispose();
        return null;
    }

    /// <summary>The id at a position of the order of ids.</summary>
    public ObjectId IdAt(int position) => ObjectId.Of(_file.Slice(_ids + ((long)position * _idLength), _idLength));

    /// <summary>The ids that begin with a byte.</summary>
    public IEnumerable<ObjectId> Beginning(byte first)
    {
        var end = Fanout(first);
        for (var i = first == 0 ? 0 : Fanout(first - 1); i < end; i++)
            yield return IdAt(i);
    }

    /// <summary>The offset in the pack of the object at a position; -1 if the index is damaged.</summary>
    public long OffsetAt(int position)
    {
        var offset = BinaryPrimitives.ReadUInt32BigEndian(_file.Slice(_offsets + (position * 4L), 4));
        if ((offset & 0x80000000) == 0)
            return offset;
        var large = _file.Slice(_largeOffsets + ((offset & 0x7FFFFFFF) * 8L), 8);
        return large.Length < 8 ? -1 : BinaryPrimitives.ReadInt64BigEndian(large);
    }

    /// <summary>The position of an id; -1 if the pack does not hold it.</summary>
    public int PositionOf(ObjectId id)
    {
        var bucket = (int)(id.A >> 56);
        var (low, high) = (bucket == 0 ? 0 : Fanout(bucket - 1), Fanout(bucket));
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) / 2);
            var order = IdAt(middle).CompareTo(id);
            if (order == 0)
                return middle;
            (low, high) = order < 0 ? (middle + 1, high) : (low, middle);
        }

        return -1;
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private int Fanout(int bucket) =>
        (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(_file.Slice(HeaderLength + (bucket * 4), 4)), (uint)Count);
}
