namespace Sextant.Discovery.Reading.Matching;

/// <summary>
/// Numbers the bytes that occur in windows from 1 to 63, a letter's two cases alike, so that a set of them is one word of 64
/// bits; all other bytes are 0. Should there be more kinds, the last share a number, which only costs a needless look.
/// </summary>
internal sealed class ByteClasses
{
    private const int Count = 64;

    private readonly byte[] _of = new byte[128];
    private readonly double[] _shares = new double[Count];

    // Shares of every set of eight neighbouring classes, so that a set of 64 is a sum of eight.
    private readonly double[] _sums = new double[8 * 256];

    public ByteClasses(IEnumerable<WindowedLiteral> literals)
    {
        var next = 1;
        foreach (var c in literals.SelectMany(l => l.Window.ToArray()).Distinct().OrderByDescending(TextStatistics.Frequency).ThenBy(c => c))
        {
            var number = (byte)Math.Min(next++, Count - 1);
            _of[c] = number;
            if (c is >= (byte)'a' and <= (byte)'z')
                _of[c - 0x20] = number;
            _shares[number] += TextStatistics.Frequency(c);
        }

        for (var i = 0; i < _sums.Length; i++)
        {
            for (var bit = 0; bit < 8; bit++)
                _sums[i] += (i >> bit & 1) * _shares[((i >> 8) * 8) + bit];
        }
    }

    /// <summary>The class of each ASCII byte; of others it is 0.</summary>
    public ReadOnlySpan<byte> OfAscii => _of;

    /// <summary>The set that holds the class of one byte.</summary>
    public ulong SetOf(byte c) => 1UL << _of[c];

    /// <summary>The share of bytes of a text whose class is in a set.</summary>
    public double Share(ulong set)
    {
        if (set == ulong.MaxValue)
            return 1;
        var share = 0.0;
        for (var i = 0; i < 8; i++)
            share += _sums[(i << 8) | (int)(set >> (8 * i) & 0xFF)];
        return share;
    }
}
