using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Sextant.Discovery.Reading.Matching;

/// <summary>
/// The path of AVX-512 VBMI: bytes become classes by one table of 128, kept for a stretch of text in the first cache, then each
/// place of a window is one shuffle of 64 classes a plane.
/// </summary>
internal static class VbmiShuffles
{
    private const int Block = 64;
    /// <summary>Lists the places of a stretch that pass, and returns how many bytes were looked at; 0 if the text is too short.</summary>
    [SkipLocalsInit]
    public static int Run(ReadOnlySpan<byte> text, BucketTables tables, Span<ushort> places, out int count)
    {
        count = 0;
        var blocks = Math.Min(LiteralSearch.Stretch, text.Length - 3) / Block;
        if (blocks <= 0)
            return 0;
        Span<byte> classes = stackalloc byte[LiteralSearch.Stretch + Block];
        Classify(text[..((blocks * Block) + 3)], tables.ClassOf, classes);
        count = Shuffle(classes, blocks, tables, places);
        return blocks * Block;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Classify(ReadOnlySpan<byte> text, byte[] classOf, Span<byte> classes)
    {
        var (low, high) = (Vector512.Create<byte>(classOf.AsSpan(0, Block)), Vector512.Create<byte>(classOf.AsSpan(Block, Block)));
        ref var source = ref MemoryMarshal.GetReference(text);
        ref var target = ref MemoryMarshal.GetReference(classes);
        var i = 0;
        for (; i + Block <= text.Length; i += Block)
        {
            var bytes = Vector512.LoadUnsafe(ref source, (nuint)i);
            var numbers = Avx512Vbmi.PermuteVar64x8x2(low, bytes, high);
            Vector512.ConditionalSelect(Vector512.LessThan(bytes.AsSByte(), Vector512<sbyte>.Zero).AsByte(), Vector512<byte>.Zero, numbers).StoreUnsafe(ref target, (nuint)i);
        }

        for (; i < text.Length; i++)
            classes[i] = text[i] < 128 ? classOf[text[i]] : (byte)0;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Shuffle(ReadOnlySpan<byte> classes, int blocks, BucketTables tables, Span<ushort> places)
    {
        ref var source = ref MemoryMarshal.GetReference(classes);
        ref var table = ref MemoryMarshal.GetArrayDataReference(tables.ByClass);
        ref var target = ref MemoryMarshal.GetReference(places);
        var (planes, count) = (tables.Planes, 0);
        for (var block = 0; block < blocks; block++)
        {
            ref var first = ref Unsafe.Add(ref source, block * Block);
            var c0 = Vector512.LoadUnsafe(ref first);
            var c1 = Vector512.LoadUnsafe(ref first, 1);
            var c2 = Vector512.LoadUnsafe(ref first, 2);
            var c3 = Vector512.LoadUnsafe(ref first, 3);
            var passed = Vector512<byte>.Zero;
            for (var plane = 0; plane < planes; plane++)
            {
                ref var rows = ref Unsafe.Add(ref table, plane * BucketTables.Places * Block);
                passed |= Avx512Vbmi.PermuteVar64x8(Vector512.LoadUnsafe(ref rows), c0)
                    & Avx512Vbmi.PermuteVar64x8(Vector512.LoadUnsafe(ref rows, 64), c1)
                    & Avx512Vbmi.PermuteVar64x8(Vector512.LoadUnsafe(ref rows, 128), c2)
                    & Avx512Vbmi.PermuteVar64x8(Vector512.LoadUnsafe(ref rows, 192), c3);
            }

            var mask = ~Vector512.Equals(passed, Vector512<byte>.Zero).ExtractMostSignificantBits();
            LiteralSearch.List(ref target, ref count, block * Block, mask);
        }

        return count;
    }
}
