using Sextant.Map;
using Sextant.Posture.Assess.Language;

namespace Sextant.Posture.Assess.Matching;

/// <summary>Something that nobody read and on which a match depends.</summary>
internal readonly record struct Missing(int Asset, string Facet);

/// <summary>
/// Finds the places of a map where a pattern's kinds and relations hold and no known facet contradicts it. Each is offered with
/// what is unknown in it: with nothing unknown the pattern holds there.
/// </summary>
internal sealed class Match
{
    private readonly AssetMap _map;
    private readonly KindIndex _kinds;
    private readonly Pattern _pattern;
    private readonly Step[] _plan;
    private readonly Budget _budget;
    private readonly ulong[] _nodeMasks;
    private readonly ulong[] _edgeMasks;
    private readonly int[][] _single;
    private Func<bool> _offer = () => true;

    /// <param name="map">The map.</param>
    /// <param name="kinds">Where its kinds are.</param>
    /// <param name="pattern">The pattern.</param>
    /// <param name="bindings">The asset of each slot, or -1; shared by all patterns of a rule.</param>
    /// <param name="isBound">Whether a slot is bound before this pattern is matched.</param>
    /// <param name="budget">How much work is left.</param>
    public Match(AssetMap map, KindIndex kinds, Pattern pattern, int[] bindings, Func<int, bool> isBound, Budget budget)
    {
        (_map, _kinds, _pattern, Bindings, _budget) = (map, kinds, pattern, bindings, budget);
        _plan = Plan.Of(pattern, isBound, kinds);
        _nodeMasks = [.. pattern.Nodes.Select(n => KindIndex.Mask(n.Kinds))];
        _edgeMasks = [.. pattern.Edges.Select(e => e.Kinds.Aggregate(0UL, (mask, kind) => mask | 1UL << (int)kind))];
        _single = [.. pattern.Edges.Select(_ => new int[1])];
        Relations = [.. _single];
    }

    /// <summary>The asset of each slot.</summary>
    public int[] Bindings { get; }

    /// <summary>The relations of each edge of the pattern; good until the next place is looked for.</summary>
    public int[][] Relations { get; }

    /// <summary>What is unknown in what is offered.</summary>
    public List<Missing> Missing { get; } = [];

    /// <summary>Offers every place, in a fixed order, until one is refused.</summary>
    /// <param name="offer">Takes a place, which it reads from this object; false to stop.</param>
    public void Run(Func<bool> offer)
    {
        _offer = offer;
        Missing.Clear();
        Take(0);
    }

    /// <summary>Whether the pattern holds anywhere; if that is unknown, what it depends on.</summary>
    public Truth Exists(out IReadOnlyList<Missing> missing)
    {
        var truth = Truth.False;
        IReadOnlyList<Missing> reasons = [];
        Run(() =>
        {
            if (Missing.Count > 0 && truth == Truth.False)
                (truth, reasons) = (Truth.Unknown, Missing.ToArray());
            else if (Missing.Count == 0)
                truth = Truth.True;
            return truth != Truth.True;
        });
        missing = truth == Truth.Unknown ? reasons : [];
        return truth;
    }

    private bool Take(int step)
    {
        if (step == _plan.Length)
            return _offer();
        var next = _plan[step];
        return next.Kind switch
        {
            StepKind.Test => Bind(next.Node, Bindings[_pattern.Nodes[next.Node].Slot], step),
            StepKind.Scan => Scan(next, step),
            _ => _pattern.Edges[next.Edge] is { Min: 1, Max: 1 } edge ? FollowOne(next, edge, step) : FollowWays(next, step),
        };
    }

    private bool Scan(Step next, int step)
    {
        foreach (var (start, end) in _kinds.Ranges(_nodeMasks[next.Node]))
        {
            for (var asset = start; asset < end; asset++)
            {
                if (!_budget.Spend() || !Bind(next.Node, asset, step))
                    return false;
            }
        }

        return true;
    }

    private bool FollowOne(Step next, PatternEdge edge, int step)
    {
        var from = Bindings[next.Forward ? edge.From : edge.To];
        if (!next.Forward)
        {
            foreach (var relation in _map.IncomingIndexes(from))
            {
                if (!Follow(next, relation, _map.FromIndex(relation), step))
                    return false;
            }

            return true;
        }

        var (start, end) = _map.OutgoingRange(from);
        for (var relation = start; relation < end; relation++)
        {
            if (!Follow(next, relation, _map.ToIndex(relation), step))
                return false;
        }

        return true;
    }

    private bool Follow(Step next, int relation, int to, int step)
    {
        if (!_budget.Spend())
            return false;
        if ((_edgeMasks[next.Edge] >> (int)_map.KindOf(relation) & 1) == 0)
            return true;
        _single[next.Edge][0] = relation;
        return Arrive(next, to, step);
    }

    private bool FollowWays(Step next, int step)
    {
        var edge = _pattern.Edges[next.Edge];
        var ways = new Ways(_map, edge, _edgeMasks[next.Edge], next.Forward, _budget);
        foreach (var entry in ways.From(Bindings[next.Forward ? edge.From : edge.To]))
        {
            Relations[next.Edge] = ways.Relations(entry);
            if (!Arrive(next, ways.Asset(entry), step))
                return false;
        }

        return !_budget.IsSpent;
    }

    private bool Arrive(Step next, int asset, int step)
    {
        var slot = _pattern.Nodes[next.Node].Slot;
        return next.Kind == StepKind.Check ? asset != Bindings[slot] || Take(step + 1) : Bind(next.Node, asset, step);
    }

    // Goes on with an asset for a node if nothing known speaks against it; false only if matching is to stop.
    private bool Bind(int node, int asset, int step)
    {
        if ((_nodeMasks[node] >> (int)_map.Assets[asset].Kind & 1) == 0)
            return true;
        var before = Missing.Count;
        var goesOn = true;
        if (Passes(_pattern.Nodes[node], asset))
        {
            var slot = _pattern.Nodes[node].Slot;
            var previous = Bindings[slot];
            Bindings[slot] = asset;
            goesOn = Take(step + 1);
            Bindings[slot] = previous;
        }

        Missing.RemoveRange(before, Missing.Count - before);
        return goesOn;
    }

    private bool Passes(PatternNode node, int asset)
    {
        foreach (var test in node.Tests)
        {
            var truth = test.Of(_map.Assets[asset]);
            if (truth == Truth.False)
                return false;
            if (truth == Truth.Unknown)
                Missing.Add(new Missing(asset, test.Facet.Name));
        }

        return true;
    }
}
