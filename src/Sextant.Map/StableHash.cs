using System.Security.Cryptography;
using System.Text;

namespace Sextant.Map;

/// <summary>A short hash that is the same on every machine and in every run: the first 64 bits of SHA-256.</summary>
public static class StableHash
{
    /// <summary>Sixteen lower-case hexadecimal digits for a text.</summary>
    public static string Hex(string text)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), digest);
        return Convert.ToHexStringLower(digest[..8]);
    }

    /// <summary>The hash of several parts; a separator keeps <c>("ab","c")</c> apart from <c>("a","bc")</c>.</summary>
    public static string Hex(IEnumerable<string> parts) => Hex(string.Join('\u001f', parts));
}
