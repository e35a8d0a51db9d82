using System.Buffers.Binary;

namespace Sextant.Discovery.Reading.Matching;

/// <summary>
/// Finds all occurrences of some thousand ASCII literals, in any case, in one pass over bytes. Immutable, for any thread.
/// </summary>
public sealed class LiteralMatcher
{
    /// <summary>Characters that a literal must have at least.</summary>
    public const int MinLength = 3;

    /// <summary>Hits after which a text is not searched on: a text that is made of literals must not fill the memory.</summary>
    public const int MaxHits = 1 << 22;

    private readonly WindowTable _ofFour;
    private readonly WindowTable _ofThree;

    /// <summary>Builds a matcher. Literals are ASCII with at least <see cref="MinLength"/> characters; others throw.</summary>
    public LiteralMatcher(IReadOnlyList<string> literals)
    {
        var windowed = literals.Select((literal, id) => WindowedLiteral.Of(id, literal)).ToArray();
        (_ofFour, _ofThree) = (new WindowTable(windowed, 4), new WindowTable(windowed, 3));
    }

    /// <summary>Adds all hits, sorted by offset and literal. False if there were more than <see cref="MaxHits"/> and the last are missing.</summary>
    public bool Find(ReadOnlySpan<byte> text, List<LiteralHit> hits)
    {
        var first = hits.Count;
        FindScalar(text, 0, hits);
        if (hits.Count - first > 1)
            System.Runtime.InteropServices.CollectionsMarshal.AsSpan(hits)[first..].Sort();
        return hits.Count - first < MaxHits;
    }

    private void FindScalar(ReadOnlySpan<byte> text, int from, List<LiteralHit> hits)
    {
        for (var i = from; i + 4 <= text.Length; i++)
        {
            var bytes = BinaryPrimitives.ReadUInt32LittleEndian(text[i..]);
            if (_ofFour.MayStartWith(bytes))
                _ofFour.Verify(text, i, bytes, hits);
            if (_ofThree.MayStartWith(bytes))
                _ofThree.Verify(text, i, bytes, hits);
        }

        if (text.Length >= 3)
        {
            var last = text.Length - 3;
            var bytes = (uint)(text[last] | (text[last + 1] << 8) | (text[last + 2] << 16));
            _ofThree.Verify(text, last, bytes, hits);
        }
    }
}
