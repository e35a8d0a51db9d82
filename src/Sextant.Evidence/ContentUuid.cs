using System.Security.Cryptography;

namespace Sextant.Evidence;

/// <summary>Derives a UUID from content, so that the same content has the same one: RFC 9562, version 8.</summary>
internal static class ContentUuid
{
    /// <summary>The UUID of what a writer writes, in lower-case hexadecimal with hyphens.</summary>
    public static string Of(Action<Stream> write)
    {
        using var hash = SHA256.Create();
        using (var stream = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write))
        {
            write(stream);
            stream.FlushFinalBlock();
        }

        var bytes = hash.Hash.AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString("D");
    }
}
