using System.Buffers.Binary;

namespace Sextant.Discovery.History.Objects;

/// <summary>The id of a git object: 20 bytes of SHA-1, padded with zeros, or 32 of SHA-256.</summary>
internal readonly record struct ObjectId(ulong A, ulong B, ulong C, ulong D) : IComparable<ObjectId>
{
    /// <summary>From 20 or 32 bytes.</summary>
    public static ObjectId Of(ReadOnlySpan<byte> bytes)
    {
        var c = bytes.Length >= 24 ? BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]) : (ulong)BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]) << 32;
        var d = bytes.Length >= 32 ? BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]) : 0;
        return new(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]), c, d);
    }

    /// <summary>From 40 or 64 hexadecimal digits.</summary>
    public static bool TryParse(ReadOnlySpan<byte> hex, int idLength, out ObjectId id)
    {
        id = default;
        Span<byte> bytes = stackalloc byte[32];
        if (hex.Length != idLength * 2 || Convert.FromHexString(hex, bytes, out _, out var written) != System.Buffers.OperationStatus.Done)
            return false;
        id = Of(bytes[..written]);
        return true;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{byte}, int, out ObjectId)"/>
    public static bool TryParse(string hex, int idLength, out ObjectId id) => TryParse(System.Text.Encoding.ASCII.GetBytes(hex), idLength, out id);

    /// <summary>The hexadecimal digits of an id of so many bytes.</summary>
    public string ToHex(int idLength) => $"{A:x16}{B:x16}{C:x16}{D:x16}"[..(idLength * 2)];

    /// <inheritdoc/>
    public int CompareTo(ObjectId other) => (A, B, C, D).CompareTo((other.A, other.B, other.C, other.D));

    /// <summary>The first bytes: an id is a hash already.</summary>
    public override int GetHashCode() => (int)(A >> 32);
}
