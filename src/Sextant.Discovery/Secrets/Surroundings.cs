using System.Buffers;
using System.Text;

namespace Sextant.Discovery.Secrets;

/// <summary>Reads whom a key opens from the key itself or from what stands near it.</summary>
internal static class Surroundings
{
    private const int Reach = 2048;

    private static readonly SearchValues<byte> BetweenNameAndValue = SearchValues.Create("\":= \t'\\"u8);

    /// <summary>The secret with its subject, where there is one to read.</summary>
    public static FoundSecret Describe(ReadOnlySpan<byte> bytes, FoundSecret secret) => secret.Format.Subject switch
    {
        KeySubject.AwsKeyId when bytes[secret.Start + 4] is not ((byte)'I' or (byte)'J') =>
            secret with { Subject = [AwsAccount(bytes.Slice(secret.Start, secret.Length))] },
        KeySubject.ServiceAccount => WithValue(bytes, secret, "client_email", "@"),
        KeySubject.StorageAccount => WithValue(bytes, secret, "AccountName", ""),
        _ => secret,
    };

    /// <summary>
    /// The account inside an access key id: the first 48 bits of its base 32 part hold it, shifted by seven. Keys from before
    /// 2019, which go on with I or J, hold none.
    /// </summary>
    public static string AwsAccount(ReadOnlySpan<byte> keyId)
    {
        var bits = 0UL;
        foreach (var c in keyId[4..14])
            bits = (bits << 5) | (uint)(c >= 'A' ? c - 'A' : c - '2' + 26);
        // Ten characters are fifty bits; the first six bytes are the upper forty-eight.
        return (((bits >> 2) & 0x7FFFFFFFFF80UL) >> 7).ToString("D12", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static FoundSecret WithValue(ReadOnlySpan<byte> bytes, FoundSecret secret, string key, string needed)
    {
        var from = Math.Max(0, secret.Start - Reach);
        var near = bytes[from..Math.Min(bytes.Length, secret.End + Reach)];
        var at = near.IndexOf(Encoding.ASCII.GetBytes(key));
        if (at < 0)
            return secret;
        var rest = near[(at + key.Length)..];
        var skipped = rest.IndexOfAnyExcept(BetweenNameAndValue);
        if (skipped < 0)
            return secret;
        var length = 0;
        rest = rest[skipped..];
        while (length < Math.Min(rest.Length, 120) && (Boundary.IsWord(rest[length]) || rest[length] is (byte)'-' or (byte)'.' or (byte)'@'))
            length++;
        var value = Encoding.ASCII.GetString(rest[..length]);
        var overlaps = from + at + key.Length + skipped < secret.End && from + at + key.Length + skipped + length > secret.Start;
        return overlaps || value.Length < 3 || !value.Contains(needed, StringComparison.Ordinal) ? secret : secret with { Subject = [value] };
    }
}
