using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Sextant.Discovery.Reading.Matching;

/// <summary>One pass over one text, a stretch after the other: shuffles list the places that pass, bitmaps thin them out, the rest are compared.</summary>
internal ref struct LiteralSearch(ReadOnlySpan<byte> text, WindowTable ofFour, WindowTable ofThree, List<LiteralHit> hits, int maxHits)
{
    /// <summary>Bytes of a stretch: what belongs to it stays in the first cache.</summary>
    public const int Stretch = 4096;

    private readonly ReadOnlySpan<byte> _text = text;
    private readonly WindowTable _ofFour = ofFour;
    private readonly WindowTable _ofThree = ofThree;
    private readonly List<LiteralHit> _hits = hits;
    private readonly int _maxHits = maxHits;

    /// <summary>Whether the text had more hits than are taken.</summary>
    public readonly bool IsCut => _hits.Count >= _maxHits;

    /// <summary>Places that passed the shuffles.</summary>
    public long Candidates { get; private set; }

    /// <summary>Searches on a path, and the last few places one by one. Compiled at its best at once, since a scan is short.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(MatcherPath path, BucketTables tables)
    {
        Span<ushort> places = stackalloc ushort[Stretch];
        var at = 0;
        while (at + sizeof(uint) <= _text.Length && !IsCut)
        {
            var rest = _text[at..];
            var count = 0;
            var done = path switch
            {
                MatcherPath.Vbmi => VbmiShuffles.Run(rest, tables, places, out count),
                MatcherPath.Avx2 => Avx2Shuffles.Run(rest, tables, places, out count),
                MatcherPath.Vector128 => Vector128Shuffles.Run(rest, tables, places, out count),
                _ => 0,
            };
            if (done == 0)
                done = count = All(rest, places);
            Candidates += count;
            Look(at, places[..count]);
            at += done;
        }

        for (; at + LiteralMatcher.MinLength <= _text.Length && !IsCut; at++)
            Verify(at, (uint)(_text[at] | (_text[at + 1] << 8) | (_text[at + 2] << 16)));
    }

    /// <summary>Lists the places of a block that passed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void List(ref ushort places, ref int count, int block, ulong passed)
    {
        for (; passed != 0; passed &= passed - 1)
            Unsafe.Add(ref places, count++) = (ushort)(block + BitOperations.TrailingZeroCount(passed));
    }

    private static int All(ReadOnlySpan<byte> rest, Span<ushort> places)
    {
        var count = Math.Min(rest.Length - sizeof(uint) + 1, Stretch);
        for (var i = 0; i < count; i++)
            places[i] = (ushort)i;
        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Look(int start, Span<ushort> places)
    {
        ref var text = ref Unsafe.Add(ref MemoryMarshal.GetReference(_text), start);
        foreach (var place in places[..Thin(ref text, places)])
            Verify(start + place, Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref text, place)));
    }

    /// <summary>Keeps the places that the bitmaps let pass. Without a branch, since which they are cannot be foreseen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly int Thin(ref byte text, Span<ushort> places)
    {
        ref readonly var four = ref _ofFour.Bitmap;
        ref readonly var three = ref _ofThree.Bitmap;
        var (maskOfFour, maskOfThree) = (_ofFour.Mask, _ofThree.Mask);
        ref var kept = ref MemoryMarshal.GetReference(places);
        var count = 0;
        for (var i = 0; i < places.Length; i++)
        {
            var place = Unsafe.Add(ref kept, i);
            var bytes = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref text, place));
            Unsafe.Add(ref kept, count) = place;
            count += (int)(WindowTable.Bit(in four, maskOfFour, bytes) | WindowTable.Bit(in three, maskOfThree, bytes));
        }

        return count;
    }

    private readonly void Verify(int at, uint bytes)
    {
        _ofFour.Verify(_text, at, bytes, _hits);
        if (!_ofThree.IsEmpty)
            _ofThree.Verify(_text, at, bytes, _hits);
    }
}
