using System.Text;
using Sextant.Discovery.Reading;

namespace Sextant.Discovery.Secrets;

/// <summary>
/// Finds many literals in one pass, in any case: a rolling hash of three bytes selects the few literals that may begin there.
/// Serves texts that were not searched by the readers already.
/// </summary>
internal sealed class LiteralIndex
{
    private const int Buckets = 1 << 15;

    private readonly byte[][] _literals;
    private readonly short[] _bucketOf = new short[Buckets];
    private readonly List<int[]> _buckets = [[]];

    /// <summary>An index of literals that are lower case and at least three characters long.</summary>
    public LiteralIndex(IReadOnlyList<string> literals)
    {
        _literals = [.. literals.Select(Encoding.ASCII.GetBytes)];
        foreach (var group in Enumerable.Range(0, literals.Count).GroupBy(i => Hash(Hash(Hash(0, _literals[i][0]), _literals[i][1]), _literals[i][2])))
        {
            _bucketOf[group.Key] = (short)_buckets.Count;
            _buckets.Add([.. group]);
        }
    }

    /// <summary>Adds all places of all literals, in rising order of offsets.</summary>
    public void Find(ReadOnlySpan<byte> bytes, List<TriggerHit> hits)
    {
        if (bytes.Length < 3)
            return;
        var hash = Hash(Hash(0, bytes[0]), bytes[1]);
        for (var i = 2; i < bytes.Length; i++)
        {
            hash = Hash(hash, bytes[i]);
            var bucket = _bucketOf[hash];
            if (bucket != 0)
                Check(bytes, i - 2, _buckets[bucket], hits);
        }
    }

    // Five bits a character keep letters apart in either case; three characters fill the table.
    private static int Hash(int hash, byte next) => ((hash << 5) | (next & 31)) & (Buckets - 1);

    private void Check(ReadOnlySpan<byte> bytes, int offset, int[] bucket, List<TriggerHit> hits)
    {
        foreach (var literal in bucket)
        {
            if (bytes.Length - offset >= _literals[literal].Length && Ascii.EqualsIgnoreCase(bytes.Slice(offset, _literals[literal].Length), _literals[literal]))
                hits.Add(new TriggerHit(literal, offset));
        }
    }
}
