using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Sextant.Discovery.Reading.Matching;

/// <summary>One pass over one text.</summary>
internal ref struct LiteralSearch(ReadOnlySpan<byte> text, WindowTable ofFour, WindowTable ofThree, List<LiteralHit> hits, int maxHits)
{
    private readonly ReadOnlySpan<byte> _text = text;
    private readonly WindowTable _ofFour = ofFour;
    private readonly WindowTable _ofThree = ofThree;
    private readonly List<LiteralHit> _hits = hits;
    private readonly int _maxHits = maxHits;
    private readonly bool _hasThree = !ofThree.IsEmpty;

    /// <summary>Whether the text had more hits than are taken.</summary>
    public readonly bool IsCut => _hits.Count >= _maxHits;

    /// <summary>Places that passed the shuffles.</summary>
    public long Candidates { get; private set; }

    /// <summary>Searches on a path, and the last few places one by one.</summary>
    public void Run(MatcherPath path, BucketTables tables)
    {
        var at = path switch
        {
            MatcherPath.Vbmi => VbmiShuffles.Run(_text, tables, ref this),
            MatcherPath.Avx2 => Avx2Shuffles.Run(_text, tables, ref this),
            MatcherPath.Vector128 => Vector128Shuffles.Run(_text, tables, ref this),
            _ => 0,
        };
        for (; at + LiteralMatcher.MinLength <= _text.Length && !IsCut; at++)
            Look(at, BytesAt(at));
    }

    /// <summary>Looks at the places of a block that passed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Look(int block, ulong passed)
    {
        Candidates += BitOperations.PopCount(passed);
        while (passed != 0)
        {
            var at = block + BitOperations.TrailingZeroCount(passed);
            passed &= passed - 1;
            Look(at, Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref MemoryMarshal.GetReference(_text), at)));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Look(int at, uint bytes)
    {
        if (_ofFour.MayStartWith(bytes))
            _ofFour.Verify(_text, at, bytes, _hits);
        if (_hasThree && _ofThree.MayStartWith(bytes))
            _ofThree.Verify(_text, at, bytes, _hits);
    }

    private readonly uint BytesAt(int at)
    {
        var bytes = 0u;
        for (var i = Math.Min(4, _text.Length - at) - 1; i >= 0; i--)
            bytes = (bytes << 8) | _text[at + i];
        return bytes;
    }
}
