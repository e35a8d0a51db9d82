using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Sextant.Discovery.Reading.Matching;

/// <summary>
/// The path of AVX2: each place of a window is two shuffles a plane, by the low and the high half of a byte. Halves are confused with
/// others' halves, so more places pass than with whole bytes.
/// </summary>
internal static class Avx2Shuffles
{
    private const int Block = 32;

    /// <summary>Lists the places of a stretch that pass, and returns how many bytes were looked at; 0 if the text is too short.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Run(ReadOnlySpan<byte> text, BucketTables tables, Span<ushort> places, out int count)
    {
        ref var source = ref MemoryMarshal.GetReference(text);
        ref var target = ref MemoryMarshal.GetReference(places);
        count = 0;
        var at = 0;
        for (; at + Block + 3 <= text.Length && at + Block <= LiteralSearch.Stretch; at += Block)
        {
            var passed = Vector256<byte>.Zero;
            for (var plane = 0; plane < tables.Planes; plane++)
            {
                var all = Vector256<byte>.AllBitsSet;
                for (var place = 0; place < BucketTables.Places; place++)
                    all &= Buckets(Vector256.LoadUnsafe(ref source, (nuint)(at + place)), tables, (plane * BucketTables.Places) + place);
                passed |= all;
            }

            var mask = ~Vector256.Equals(passed, Vector256<byte>.Zero).ExtractMostSignificantBits();
            LiteralSearch.List(ref target, ref count, at, mask);
        }

        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Buckets(Vector256<byte> bytes, BucketTables tables, int row)
    {
        var low = Vector128.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(tables.ByLow), (nuint)(row * 16));
        var high = Vector128.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(tables.ByHigh), (nuint)(row * 16));
        return Avx2.Shuffle(Vector256.Create(low, low), bytes & Vector256.Create((byte)15))
            & Avx2.Shuffle(Vector256.Create(high, high), Vector256.ShiftRightLogical(bytes, 4));
    }
}
