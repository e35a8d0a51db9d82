using System.Runtime.CompilerServices;

namespace Sextant.Discovery.Reading.Matching;

/// <summary>
/// Shares the windows of all literals among a few buckets, each of which lets a place pass by four sets of bytes, so that as few
/// places as possible pass that hold no window: those two buckets are joined, again and again, whose union costs least.
/// </summary>
internal sealed class WindowBuckets
{
    private const int MaxClusters = 128;

    private readonly ByteClasses _classes;
    private readonly List<Bucket> _buckets = [];

    public WindowBuckets(IReadOnlyList<WindowedLiteral> literals, ByteClasses classes, int count)
    {
        _classes = classes;
        foreach (var window in literals.Select(BucketOf).Distinct().OrderBy(b => b.A).ThenBy(b => b.B).ThenBy(b => b.C).ThenBy(b => b.D))
            _buckets.Add(window);
        JoinNeighbours();
        JoinCheapest(count);
    }

    /// <summary>The sets of bytes, for each bucket and each of four places.</summary>
    public IReadOnlyList<Bucket> Buckets => _buckets;

    /// <summary>The sets of classes that a bucket lets pass at four places.</summary>
    internal readonly record struct Bucket(ulong A, ulong B, ulong C, ulong D)
    {
        public static Bucket operator |(Bucket left, Bucket right) => new(left.A | right.A, left.B | right.B, left.C | right.C, left.D | right.D);

        public ulong this[int place] => place switch { 0 => A, 1 => B, 2 => C, _ => D };
    }

    private Bucket BucketOf(WindowedLiteral literal)
    {
        var window = literal.Window;
        return new(_classes.SetOf(window[0]), _classes.SetOf(window[1]), _classes.SetOf(window[2]), window.Length > 3 ? _classes.SetOf(window[3]) : ulong.MaxValue);
    }

    private double Cost(Bucket b) => _classes.Share(b.A) * _classes.Share(b.B) * _classes.Share(b.C) * _classes.Share(b.D);

    /// <summary>Brings thousands of windows to a number that can be compared in pairs, by joining those that begin alike.</summary>
    private void JoinNeighbours()
    {
        while (_buckets.Count > MaxClusters)
        {
            var joins = Enumerable.Range(0, _buckets.Count - 1)
                .OrderBy(i => Cost(_buckets[i] | _buckets[i + 1]) - Cost(_buckets[i]) - Cost(_buckets[i + 1]))
                .Take(Math.Max(1, (_buckets.Count - MaxClusters) / 3 * 2)).ToHashSet();
            var joined = new List<Bucket>();
            for (var i = 0; i < _buckets.Count; i++)
            {
                if (joins.Contains(i) && i + 1 < _buckets.Count)
                    joined.Add(_buckets[i] | _buckets[++i]);
                else
                    joined.Add(_buckets[i]);
            }

            _buckets.Clear();
            _buckets.AddRange(joined);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void JoinCheapest(int count)
    {
        var costs = _buckets.ConvertAll(Cost);
        var partner = new List<(int With, double Added)>();
        for (var i = 0; i < _buckets.Count; i++)
            partner.Add(Cheapest(i, costs));
        while (_buckets.Count > count)
        {
            var from = 0;
            for (var i = 1; i < partner.Count; i++)
            {
                if (partner[i].Added < partner[from].Added)
                    from = i;
            }

            Join(from, partner[from].With, costs, partner);
        }
    }

    private void Join(int from, int to, List<double> costs, List<(int With, double Added)> partner)
    {
        _buckets[to] |= _buckets[from];
        costs[to] = Cost(_buckets[to]);
        var last = _buckets.Count - 1;
        (_buckets[from], costs[from], partner[from]) = (_buckets[last], costs[last], partner[last]);
        _buckets.RemoveAt(last);
        costs.RemoveAt(last);
        partner.RemoveAt(last);
        if (to == last)
            to = from;
        for (var i = 0; i < partner.Count; i++)
        {
            if (i == to || partner[i].With == to || partner[i].With == from)
                partner[i] = Cheapest(i, costs);
            else if (partner[i].With == last)
                partner[i] = (from, partner[i].Added);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (int With, double Added) Cheapest(int i, List<double> costs)
    {
        var best = (With: -1, Added: double.MaxValue);
        for (var j = 0; j < _buckets.Count; j++)
        {
            if (j == i)
                continue;
            var added = Cost(_buckets[i] | _buckets[j]) - costs[i] - costs[j];
            if (added < best.Added)
                best = (j, added);
        }

        return best;
    }
}
