using System.Buffers.Text;
using Sextant.Documents;

namespace Sextant.Discovery.Secrets;

/// <summary>
/// A signed JSON Web Token: three parts of base64url, of which the first is a header with an algorithm. Tokens that are made
/// to be public (a database's <c>anon</c> role) or that teach (jwt.io) are none.
/// </summary>
internal static class JsonWebToken
{
    private const int Longest = 8 << 10;
    private const int ShortestSignature = 40;

    private static readonly DocumentLimits Limits = new(MaxBytes: Longest, MaxDepth: 16, MaxNodes: 500);

    /// <summary>The token at an offset; null if it is none.</summary>
    public static FoundSecret? At(ReadOnlySpan<byte> bytes, KeyFormat format, int start, KeyFormats formats)
    {
        if (!Boundary.Before(bytes, start))
            return null;
        var text = bytes[start..Math.Min(bytes.Length, start + Longest)];
        var alphabet = Alphabet.All["base64url"];
        var header = alphabet.RunLength(text);
        var payload = header < text.Length && text[header] == '.' ? alphabet.RunLength(text[(header + 1)..]) : 0;
        var second = header + 1 + payload;
        var signature = payload > 0 && second < text.Length && text[second] == '.' ? alphabet.RunLength(text[(second + 1)..]) : 0;
        if (signature < ShortestSignature || !IsHeader(text[..header]) || Read(text.Slice(header + 1, payload)) is not { IsMap: true } claims || IsPublic(claims))
            return null;
        return new FoundSecret(Issued(format, claims, formats), start, second + 1 + signature, 3, "") { Proven = true };
    }

    private static bool IsHeader(ReadOnlySpan<byte> part) => Read(part) is { } header && header["alg"].Text.Length > 1 && header["alg"].Text is not ("none" or "None");

    private static bool IsPublic(DocumentNode claims) =>
        claims["role"].Text is "anon" || claims["sub"].Text is "1234567890" || claims["name"].Text is "John Doe";

    private static KeyFormat Issued(KeyFormat format, DocumentNode claims, KeyFormats formats)
    {
        var id = claims["iss"].Text switch { "supabase" or "supabase-demo" => "supabase-jwt", "n8n" => "n8n", _ => format.Id };
        return formats.ById.GetValueOrDefault(id, format);
    }

    private static DocumentNode? Read(ReadOnlySpan<byte> part)
    {
        var json = new byte[part.Length];
        return Base64Url.DecodeFromUtf8(part, json, out _, out var written) == System.Buffers.OperationStatus.Done
            ? JsonReader.Read(json.AsSpan(0, written), Limits).Root
            : null;
    }
}
