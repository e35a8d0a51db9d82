using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Sextant.Discovery.Memory;

/// <summary>The id of what a file holds: 128 bits of a keyed hash. Without the key nobody can try contents against it.</summary>
internal readonly record struct ContentId(ulong A, ulong B)
{
    /// <summary>Of what is not there.</summary>
    public static ContentId None => default;
}

/// <summary>What was read of a file; the same bytes mean something else if they are only a part.</summary>
internal enum ContentPart : byte
{
    Whole,
    Cut,
    BinaryHead,
}

/// <summary>Makes ids of contents and paths with a key of the installation (HMAC-SHA-256, cut).</summary>
internal sealed class ContentKey
{
    private readonly byte[][] _parts;
    private readonly byte[] _paths;
    private readonly ConcurrentDictionary<string, ulong> _known = new(StringComparer.Ordinal);

    public ContentKey(Func<string, byte[]> derive) =>
        (_parts, _paths) = ([derive("content/whole"), derive("content/cut"), derive("content/binary")], derive("path"));

    /// <summary>The id of a content.</summary>
    public ContentId Of(ReadOnlySpan<byte> bytes, ContentPart part)
    {
        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_parts[(int)part], bytes, digest);
        return new ContentId(BinaryPrimitives.ReadUInt64LittleEndian(digest), BinaryPrimitives.ReadUInt64LittleEndian(digest[8..]));
    }

    /// <summary>The id of a path, or of a text that was looked for as one: such texts come from sources, and are not kept.</summary>
    public ulong OfPath(string path) => _known.GetOrAdd(path, Hash);

    private ulong Hash(string path)
    {
        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_paths, Encoding.UTF8.GetBytes(path), digest);
        return BinaryPrimitives.ReadUInt64LittleEndian(digest);
    }
}
