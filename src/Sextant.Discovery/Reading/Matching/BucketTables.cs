namespace Sextant.Discovery.Reading.Matching;

/// <summary>
/// The buckets as tables for shuffles: for each plane of eight buckets and each of four places, which buckets a class of bytes,
/// or the low and the high half of a byte, lets pass.
/// </summary>
internal sealed class BucketTables
{
    /// <summary>Places of a window.</summary>
    public const int Places = 4;

    /// <summary>Bytes of a row by halves: the sixteen twice, as a shuffle of 256 bits wants them.</summary>
    public const int HalfRow = 32;

    private const int BucketsAPlane = 8;

    public BucketTables(IReadOnlyList<WindowedLiteral> literals, int planes)
    {
        Planes = planes;
        var classes = new ByteClasses(literals);
        var buckets = new WindowBuckets(literals, classes, planes * BucketsAPlane);
        ClassOf = classes.OfAscii.ToArray();
        ByClass = new byte[planes * Places * 64];
        ByLow = new byte[planes * Places * HalfRow];
        ByHigh = new byte[planes * Places * HalfRow];
        for (var b = 0; b < buckets.Buckets.Count; b++)
        {
            for (var place = 0; place < Places; place++)
                Add(buckets.Buckets[b][place], (b / BucketsAPlane * Places) + place, (byte)(1 << (b % BucketsAPlane)));
        }
    }

    /// <summary>Groups of eight buckets.</summary>
    public int Planes { get; }

    /// <summary>The class of each of 128 bytes.</summary>
    public byte[] ClassOf { get; }

    /// <summary>For each plane, place and class, the buckets.</summary>
    public byte[] ByClass { get; }

    /// <summary>For each plane, place and low half of a byte, the buckets.</summary>
    public byte[] ByLow { get; }

    /// <summary>For each plane, place and high half of a byte, the buckets.</summary>
    public byte[] ByHigh { get; }

    private void Add(ulong set, int row, byte bucket)
    {
        for (var c = 0; c < 64; c++)
            ByClass[(row * 64) + c] |= (set >> c & 1) != 0 ? bucket : (byte)0;
        for (var b = 0; b < 256; b++)
        {
            if ((set >> (b < 128 ? ClassOf[b] : 0) & 1) == 0)
                continue;
            for (var lane = 0; lane < HalfRow; lane += 16)
            {
                ByLow[(row * HalfRow) + lane + (b & 15)] |= bucket;
                ByHigh[(row * HalfRow) + lane + (b >> 4)] |= bucket;
            }
        }
    }
}
