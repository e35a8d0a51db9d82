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
            var passed = Vector256<byte>.Zero;
            for (var row = 0; row < rows; row += BucketTables.Places * BucketTables.HalfRow)
            {
                passed |= Buckets(ref lowTable, ref highTable, row, low0, high0)
                    & Buckets(ref lowTable, ref highTable, row + BucketTables.HalfRow, low1, high1)
                    & Buckets(ref lowTable, ref highTable, row + (2 * BucketTables.HalfRow), low2, high2)
                    & Buckets(ref lowTable, ref highTable, row + (3 * BucketTables.HalfRow), low3, high3);
            }

            var mask = ~Vector256.Equals(passed, Vector256<byte>.Zero).ExtractMostSignificantBits();
            LiteralSearch.List(ref target, ref count, at, mask);
        }

        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<byte> Low, Vector256<byte> High) Halves(ref byte source, int at)
    {
        var bytes = Vector256.LoadUnsafe(ref source, (nuint)at);
        return (bytes & Vector256.Create((byte)15), Vector256.ShiftRightLogical(bytes, 4));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Buckets(ref byte lowTable, ref byte highTable, int row, Vector256<byte> low, Vector256<byte> high) =>
        Avx2.Shuffle(Vector256.LoadUnsafe(ref lowTable, (nuint)row), low) & Avx2.Shuffle(Vector256.LoadUnsafe(ref highTable, (nuint)row), high);
}
