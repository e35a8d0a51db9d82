namespace Sextant.Discovery.Secrets;

/// <summary>A piece of a key's shape.</summary>
internal abstract record ShapePart
{
    private ShapePart()
    {
    }

    /// <summary>The fewest bytes it takes.</summary>
    public abstract int Min { get; }

    /// <summary>The most bytes it takes.</summary>
    public abstract int Max { get; }

    /// <summary>One of some fixed texts, in exactly this case.</summary>
    public sealed record Literal(IReadOnlyList<string> Texts) : ShapePart
    {
        private readonly byte[][] _texts = [.. Texts.Select(System.Text.Encoding.ASCII.GetBytes)];

        /// <inheritdoc/>
        public override int Min { get; } = Texts.Min(t => t.Length);

        /// <inheritdoc/>
        public override int Max { get; } = Texts.Max(t => t.Length);

        /// <summary>The length of the text that stands at the start, or -1.</summary>
        public int LengthAt(ReadOnlySpan<byte> bytes)
        {
            foreach (var text in _texts)
            {
                if (bytes.StartsWith(text))
                    return text.Length;
            }

            return -1;
        }
    }

    /// <summary>A run of characters of an alphabet, of some lengths.</summary>
    /// <param name="Alphabet">Its characters.</param>
    /// <param name="Lengths">The lengths allowed, ascending; or the two ends of a range.</param>
    /// <param name="IsRange">Whether all lengths between the two are allowed.</param>
    public sealed record Run(Alphabet Alphabet, int[] Lengths, bool IsRange) : ShapePart
    {
        /// <inheritdoc/>
        public override int Min => Lengths[0];

        /// <inheritdoc/>
        public override int Max => Lengths[^1];

        /// <summary>The longest allowed length that is at most <paramref name="limit"/>, or -1.</summary>
        public int LongestUpTo(int limit)
        {
            if (limit < Min)
                return -1;
            if (IsRange)
                return Math.Min(limit, Max);
            for (var i = Lengths.Length - 1; i >= 0; i--)
            {
                if (Lengths[i] <= limit)
                    return Lengths[i];
            }

            return -1;
        }
    }
}
