using System.Text;

namespace Sextant.Discovery.Reading.Matching;

/// <summary>A literal with its window: the three or four bytes of it that are rarest in source text, by which it is found.</summary>
/// <param name="Id">Its index among the matcher's literals.</param>
/// <param name="Bytes">Its bytes, lower case.</param>
/// <param name="Start">Where the window begins.</param>
/// <param name="Size">Bytes of the window: 4, or 3 for a literal of three bytes.</param>
/// <param name="Frequency">How often the window is expected at a place of a text, 0 to 1.</param>
internal sealed record WindowedLiteral(int Id, byte[] Bytes, int Start, int Size, double Frequency)
{
    /// <summary>The window.</summary>
    public ReadOnlySpan<byte> Window => Bytes.AsSpan(Start, Size);

    /// <summary>Finds the window of a literal.</summary>
    public static WindowedLiteral Of(int id, string literal)
    {
        if (literal.Length < LiteralMatcher.MinLength || !Ascii.IsValid(literal))
            throw new ArgumentException($"the literal '{literal}' must be ASCII and have at least {LiteralMatcher.MinLength} characters", nameof(literal));
        var bytes = Encoding.ASCII.GetBytes(literal.ToLowerInvariant());
        var size = Math.Min(4, bytes.Length);
        var (start, least) = (0, double.MaxValue);
        for (var i = 0; i + size <= bytes.Length; i++)
        {
            var frequency = TextStatistics.Frequency(bytes.AsSpan(i, size));
            if (frequency < least)
                (start, least) = (i, frequency);
        }

        return new WindowedLiteral(id, bytes, start, size, least);
    }
}
