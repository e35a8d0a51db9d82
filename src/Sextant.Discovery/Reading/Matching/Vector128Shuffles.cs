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
        ref var lowTable = ref MemoryMarshal.GetArrayDataReference(tables.ByLow);
        ref var highTable = ref MemoryMarshal.GetArrayDataReference(tables.ByHigh);
        var rows = tables.ByLow.Length;
        count = 0;
        var at = 0;
        for (; at + Block + 3 <= text.Length && at + Block <= LiteralSearch.Stretch; at += Block)
        {
            var (low0, high0) = Halves(ref source, at + 0);
            var (low1, high1) = Halves(ref source, at + 1);
            var (low2, high2) = Halves(ref source, at + 2);
            var (low3, high3) = Halves(ref source, at + 3);
            var passed = Vector128<byte>.Zero;
            for (var row = 0; row < rows; row += BucketTables.Places * BucketTables.HalfRow)
            {
                passed |= Buckets(ref lowTable, ref highTable, row, low0, high0)
                    & Buckets(ref lowTable, ref highTable, row + BucketTables.HalfRow, low1, high1)
                    & Buckets(ref lowTable, ref highTable, row + (2 * BucketTables.HalfRow), low2, high2)
                    & Buckets(ref lowTable, ref highTable, row + (3 * BucketTables.HalfRow), low3, high3);
            }

            var mask = ~Vector128.Equals(passed, Vector128<byte>.Zero).ExtractMostSignificantBits() & 0xFFFF;
            LiteralSearch.List(ref target, ref count, at, mask);
        }

        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector128<byte> Low, Vector128<byte> High) Halves(ref byte source, int at)
    {
        var bytes = Vector128.LoadUnsafe(ref source, (nuint)at);
        return (bytes & Vector128.Create((byte)15), Vector128.ShiftRightLogical(bytes, 4));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Buckets(ref byte lowTable, ref byte highTable, int row, Vector128<byte> low, Vector128<byte> high) =>
        Vector128.ShuffleNative(Vector128.LoadUnsafe(ref lowTable, (nuint)row), low) & Vector128.ShuffleNative(Vector128.LoadUnsafe(ref highTable, (nuint)row), high);
}
