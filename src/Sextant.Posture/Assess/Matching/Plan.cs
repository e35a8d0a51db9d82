using Sextant.Posture.Assess.Language;

namespace Sextant.Posture.Assess.Matching;

/// <summary>What a step of matching does.</summary>
internal enum StepKind
{
    /// <summary>Tests an asset that is bound already.</summary>
    Test,

    /// <summary>Tries every asset of a node's kinds.</summary>
    Scan,

    /// <summary>Follows an edge from its bound end to assets for the other.</summary>
    Expand,

    /// <summary>Asks whether an edge joins two bound assets.</summary>
    Check,
}

/// <summary>A step: what it does, for which node, along which edge, and whether along or against the relation.</summary>
internal readonly record struct Step(StepKind Kind, int Node, int Edge, bool Forward);

/// <summary>
/// The order in which a pattern is matched: it starts at what is bound, or else at the node with the fewest candidates, checks
/// edges as soon as both ends are bound, and follows single relations before ways of several.
/// </summary>
internal sealed class Plan
{
    private readonly Pattern _pattern;
    private readonly HashSet<int> _bound;
    private readonly List<Step> _steps = [];
    private readonly HashSet<int> _openEdges;

    private Plan(Pattern pattern, Func<int, bool> isBound)
    {
        _pattern = pattern;
        _bound = [.. pattern.Nodes.Where(n => isBound(n.Slot)).Select(n => n.Slot)];
        _openEdges = [.. Enumerable.Range(0, pattern.Edges.Count)];
    }

    /// <summary>Plans a pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="isBound">Whether a slot is bound before matching begins.</param>
    /// <param name="kinds">How many candidates each kind has.</param>
    public static Step[] Of(Pattern pattern, Func<int, bool> isBound, KindIndex kinds)
    {
        var plan = new Plan(pattern, isBound);
        for (var i = 0; i < pattern.Nodes.Count; i++)
        {
            if (isBound(pattern.Nodes[i].Slot))
                plan._steps.Add(new Step(StepKind.Test, i, -1, true));
        }

        while (plan._openEdges.Count > 0 || plan._bound.Count < pattern.Nodes.Count)
        {
            if (!plan.TakeEdge())
                plan.TakeNode(kinds);
        }

        return [.. plan._steps];
    }

    private bool TakeEdge()
    {
        var next = _openEdges
            .Where(e => _bound.Contains(_pattern.Edges[e].From) || _bound.Contains(_pattern.Edges[e].To))
            .OrderBy(e => BothBound(_pattern.Edges[e]) ? 0 : 1)
            .ThenBy(e => _pattern.Edges[e].Max)
            .ThenBy(e => e)
            .DefaultIfEmpty(-1).First();
        if (next < 0)
            return false;
        var edge = _pattern.Edges[next];
        var forward = _bound.Contains(edge.From);
        var kind = BothBound(edge) ? StepKind.Check : StepKind.Expand;
        _steps.Add(new Step(kind, NodeOf(forward ? edge.To : edge.From), next, forward));
        _openEdges.Remove(next);
        _bound.Add(edge.From);
        _bound.Add(edge.To);
        return true;
    }

    private void TakeNode(KindIndex kinds)
    {
        var next = Enumerable.Range(0, _pattern.Nodes.Count)
            .Where(i => !_bound.Contains(_pattern.Nodes[i].Slot))
            .OrderBy(i => kinds.Count(KindIndex.Mask(_pattern.Nodes[i].Kinds)))
            .ThenBy(i => i).First();
        _steps.Add(new Step(StepKind.Scan, next, -1, true));
        _bound.Add(_pattern.Nodes[next].Slot);
    }

    private bool BothBound(PatternEdge edge) => _bound.Contains(edge.From) && _bound.Contains(edge.To);

    private int NodeOf(int slot)
    {
        for (var i = 0; i < _pattern.Nodes.Count; i++)
        {
            if (_pattern.Nodes[i].Slot == slot)
                return i;
        }

        return -1;
    }
}
