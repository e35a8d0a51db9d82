namespace Sextant.Discovery.Reading.Matching;

/// <summary>How often bytes follow each other in source text, roughly: enough to tell which part of a literal is rare.</summary>
internal static class TextStatistics
{
    // Share of each letter in source text, in thousandths, from a to z.
    private static ReadOnlySpan<byte> Letters => [58, 13, 32, 27, 92, 17, 16, 17, 53, 3, 8, 33, 22, 53, 49, 22, 2, 49, 52, 67, 24, 9, 8, 5, 11, 2];

    /// <summary>The share of places of a text at which these bytes stand, 0 to 1.</summary>
    public static double Frequency(ReadOnlySpan<byte> window)
    {
        var product = 1.0;
        foreach (var c in window)
            product *= Frequency(c);
        return product;
    }

    /// <summary>The share of a byte, letters in either case.</summary>
    public static double Frequency(byte c)
    {
        var lower = (byte)(c | 0x20);
        return lower is >= (byte)'a' and <= (byte)'z' ? Letters[lower - 'a'] / 1000.0 : c switch
        {
            (byte)' ' => 0.15,
            (byte)'.' or (byte)'"' or (byte)'\n' => 0.02,
            (byte)'_' or (byte)'-' or (byte)'/' or (byte)':' or (byte)'=' or (byte)'(' or (byte)')' or (byte)',' => 0.012,
            >= (byte)'0' and <= (byte)'9' => 0.007,
            _ => 0.003,
        };
    }
}
