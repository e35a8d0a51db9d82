namespace Sextant.Discovery.Secrets;

/// <summary>Sums that providers put into their keys, so that a key can be told from a look-alike without asking anybody.</summary>
internal static class Checksums
{
    private const string Base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int SumLength = 6;

    /// <summary>Whether a key's sum is right; true if its format has none.</summary>
    public static bool Holds(KeyChecksum kind, ReadOnlySpan<byte> key) => kind switch
    {
        KeyChecksum.GithubCrc32 => GithubHolds(key),
        _ => true,
    };

    /// <summary>The sum that completes a key whose other characters are given: of all after its last underscore.</summary>
    public static string GithubSum(ReadOnlySpan<byte> random)
    {
        var sum = Crc32(random);
        Span<char> digits = stackalloc char[SumLength];
        for (var i = SumLength - 1; i >= 0; i--, sum /= 62)
            digits[i] = Base62[(int)(sum % 62)];
        return new string(digits);
    }

    private static bool GithubHolds(ReadOnlySpan<byte> key)
    {
        var random = key[(key.LastIndexOf((byte)'_') + 1)..];
        return random.Length > SumLength && System.Text.Ascii.Equals(random[^SumLength..], GithubSum(random[..^SumLength]));
    }

    // The reflected CRC-32 of ISO 3309. Keys are short, so bits are as good as tables.
    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) == 0 ? 0 : 0xEDB88320u);
        }

        return ~crc;
    }
}
