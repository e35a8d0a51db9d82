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
    private const int Stretch = 4096;

    /// <summary>Shows the search all places that pass, and returns the first that was not looked at.</summary>
    [SkipLocalsInit]
    public static int Run(ReadOnlySpan<byte> text, BucketTables tables, ref LiteralSearch search)
    {
        Span<byte> classes = stackalloc byte[Stretch + Block];
        var at = 0;
        while (at + Block + 3 <= text.Length && !search.IsCut)
        {
            var blocks = Math.Min(Stretch, text.Length - at - 3) / Block;
            Classify(text.Slice(at, (blocks * Block) + 3), tables.ClassOf, classes);
            Shuffle(classes, blocks, at, tables, ref search);
            at += blocks * Block;
        }

        return at;
    }

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

    private static void Shuffle(scoped ReadOnlySpan<byte> classes, int blocks, int at, BucketTables tables, ref LiteralSearch search)
    {
        ref var source = ref MemoryMarshal.GetReference(classes);
        ref var table = ref MemoryMarshal.GetArrayDataReference(tables.ByClass);
        var planes = tables.Planes;
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
            if (mask != 0)
                search.Look(at + (block * Block), mask);
        }
    }
}
