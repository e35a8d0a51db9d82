using System.Buffers.Text;

namespace Sextant.Discovery.Secrets;

/// <summary>
/// A private key in a PEM block, also with its newlines escaped as inside JSON. Its body must decode, and what it decodes to must be a key:
/// an ASN.1 sequence of exactly that length, an OpenSSH key, or an OpenPGP packet.
/// </summary>
internal static class PemBlock
{
    private const int Longest = 16 << 10;
    private const int Shortest = 64;
    private const int ServiceAccountReach = 2048;

    /// <summary>The format of keys that stand in a Google service account's file.</summary>
    private const string ServiceAccountFormat = "gcp-service-account";

    /// <summary>The block whose first dashes are at an offset, and the bytes of its key; null if it is none.</summary>
    public static FoundSecret? At(ReadOnlySpan<byte> bytes, KeyFormat format, int start, KeyFormats formats)
    {
        var text = bytes[start..Math.Min(bytes.Length, start + Longest)];
        var header = text[..Math.Min(text.Length, 80)].IndexOf("PRIVATE KEY"u8);
        if (header < 0 || text[..header].Contains((byte)'\n') || text[11..header].IndexOf("-----"u8) >= 0)
            return null;
        var bodyStart = header + text[header..].IndexOf("-----"u8) + 5;
        var bodyEnd = text[bodyStart..].IndexOf("-----END"u8);
        if (bodyStart < header + 5 || bodyEnd < 0 || !IsKey(text.Slice(bodyStart, bodyEnd)))
            return null;
        var tail = bodyStart + bodyEnd + 8;
        var close = text[tail..].IndexOf("-----"u8);
        var before = bytes[Math.Max(0, start - ServiceAccountReach)..start];
        var own = before.IndexOf("service_account"u8) >= 0 && formats.ById.TryGetValue(ServiceAccountFormat, out var account) ? account : format;
        return new FoundSecret(own, start, tail + Math.Max(0, close) + 5 <= text.Length ? tail + Math.Max(0, close) + 5 : text.Length, bodyStart, "") { Proven = true };
    }

    /// <summary>The decoded key of a block, the same however its lines are broken; empty if it does not decode.</summary>
    public static byte[] Decode(ReadOnlySpan<byte> body)
    {
        var packed = new byte[body.Length];
        var length = 0;
        var base64 = Alphabet.All["base64"];
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] == '\\' && i + 1 < body.Length && body[i + 1] is (byte)'n' or (byte)'r')
                i++;
            else if (base64.Contains(body[i]) || body[i] == '=')
                packed[length++] = body[i];
            else if (body[i] > ' ' && body[i] is not ((byte)'"' or (byte)'\'' or (byte)'+' or (byte)',' or (byte)'\\' or (byte)'|'))
                return [];
        }

        var key = new byte[length];
        return Base64.DecodeFromUtf8(packed.AsSpan(0, length), key, out _, out var written) == System.Buffers.OperationStatus.Done ? key[..written] : [];
    }

    private static bool IsKey(ReadOnlySpan<byte> body)
    {
        if (body.Length < Shortest)
            return false;
        // Old encrypted keys and OpenPGP blocks carry headers, and a sum at the end; their body is not plain ASN.1.
        if (body.IndexOf(": "u8) >= 0 || body.IndexOf("\n="u8) >= 0)
            return Rarity.Entropy(body) > 4.5;
        var key = Decode(body);
        return key.AsSpan().StartsWith("openssh-key-v1"u8) ? key.Length > 100 : IsSequence(key) || (key.Length > Shortest && key[0] is 0x94 or 0x95 or 0xC5);
    }

    // DER: a sequence whose length is that of all the rest.
    private static bool IsSequence(ReadOnlySpan<byte> key)
    {
        if (key.Length < 40 || key[0] != 0x30)
            return false;
        if (key[1] < 0x80)
            return key[1] + 2 == key.Length;
        var digits = key[1] & 0x7F;
        if (digits is 0 or > 3)
            return false;
        var length = 0;
        foreach (var digit in key.Slice(2, digits))
            length = (length << 8) | digit;
        return length + 2 + digits == key.Length;
    }
}
