using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Sextant.Discovery.Reading.Matching;

/// <summary>
/// Answers, for the four bytes at a place, which literals have their window there: a bitmap of 64 Kbit that fits the first
/// cache says no to nearly all, then the few of the same hash are compared as a whole. Bytes are compared with bit 0x20 set,
/// which makes letters lower case and confuses a few signs that the comparison then tells apart.
/// </summary>
internal sealed class WindowTable
{
    private const uint Fold = 0x20202020;
    private const int BucketBits = 12;

    private readonly ulong[] _bitmap = new ulong[1024];
    private readonly int[] _starts = new int[(1 << BucketBits) + 1];
    private readonly Entry[] _entries;
    private readonly byte[][] _literals;
    private readonly uint _mask;

    /// <summary>A table over literals whose windows have <paramref name="size"/> bytes.</summary>
    public WindowTable(IEnumerable<WindowedLiteral> literals, int size)
    {
        _mask = size == 4 ? uint.MaxValue : 0x00FFFFFF;
        var ofSize = literals.Where(l => l.Size == size).ToArray();
        _literals = Array.ConvertAll(ofSize, l => l.Bytes);
        _entries = new Entry[ofSize.Length];
        for (var i = 0; i < ofSize.Length; i++)
            _entries[i] = new Entry(Folded(ofSize[i]), i, ofSize[i].Id, ofSize[i].Start);
        Array.Sort(_entries, (a, b) => (Hash(a.Window), a.Id).CompareTo((Hash(b.Window), b.Id)));
        foreach (var entry in _entries)
        {
            var hash = Hash(entry.Window);
            _bitmap[hash >> 6] |= 1UL << (int)(hash & 63);
            _starts[(hash >> (16 - BucketBits)) + 1]++;
        }

        for (var i = 1; i < _starts.Length; i++)
            _starts[i] += _starts[i - 1];
    }

    /// <summary>Whether it holds no literal.</summary>
    public bool IsEmpty => _entries.Length == 0;

    /// <summary>The bitmap, to be asked with <see cref="Bit"/>.</summary>
    public ref readonly ulong Bitmap => ref MemoryMarshal.GetArrayDataReference(_bitmap);

    /// <summary>Which bits of four bytes make a window.</summary>
    public uint Mask => _mask;

    /// <summary>1 if a literal may have its window where these four bytes stand, as in memory, the first lowest; else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Bit(ref readonly ulong bitmap, uint mask, uint bytes)
    {
        var hash = Hash((bytes | Fold) & mask);
        return (uint)(Unsafe.Add(ref Unsafe.AsRef(in bitmap), hash >> 6) >> (int)(hash & 63)) & 1;
    }

    /// <summary>Adds the literals whose window stands at a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Verify(ReadOnlySpan<byte> text, int at, uint bytes, List<LiteralHit> hits)
    {
        var window = (bytes | Fold) & _mask;
        var bucket = Hash(window) >> (16 - BucketBits);
        foreach (ref readonly var entry in _entries.AsSpan(_starts[bucket].._starts[bucket + 1]))
        {
            if (entry.Window != window)
                continue;
            var literal = _literals[entry.Literal];
            var start = at - entry.Start;
            if (start >= 0 && start + literal.Length <= text.Length && Ascii.EqualsIgnoreCase(text.Slice(start, literal.Length), literal))
                hits.Add(new LiteralHit(entry.Id, start));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Hash(uint window) => window * 0x9E3779B1u >> 16;

    private uint Folded(WindowedLiteral literal)
    {
        var window = 0u;
        for (var i = 0; i < literal.Size; i++)
            window |= (uint)literal.Window[i] << (8 * i);
        return (window | Fold) & _mask;
    }

    private readonly record struct Entry(uint Window, int Literal, int Id, int Start);
}
