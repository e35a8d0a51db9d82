using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Sextant.Discovery.Reading.Matching;

/// <summary>
/// The path of 128 bits: each place of a window is two shuffles a plane, by the low and the high half of a byte. Halves are confused with
/// others' halves, so more places pass than with whole bytes.
/// </summary>
internal static class Vector128Shuffles
{
    private const int Block = 16;

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
            var passed = Vector128<byte>.Zero;
            for (var plane = 0; plane < tables.Planes; plane++)
            {
                var all = Vector128<byte>.AllBitsSet;
                for (var place = 0; place < BucketTables.Places; place++)
                    all &= Buckets(Vector128.LoadUnsafe(ref source, (nuint)(at + place)), tables, (plane * BucketTables.Places) + place);
                passed |= all;
            }

            var mask = ~Vector128.Equals(passed, Vector128<byte>.Zero).ExtractMostSignificantBits() & 0xFFFF;
            LiteralSearch.List(ref target, ref count, at, mask);
        }

        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Buckets(Vector128<byte> bytes, BucketTables tables, int row)
    {
        var low = Vector128.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(tables.ByLow), (nuint)(row * 16));
        var high = Vector128.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(tables.ByHigh), (nuint)(row * 16));
        return Vector128.ShuffleNative(low, bytes & Vector128.Create((byte)15)) & Vector128.ShuffleNative(high, Vector128.ShiftRightLogical(bytes, 4));
    }
}
