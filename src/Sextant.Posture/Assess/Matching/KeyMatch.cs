namespace Sextant.Posture.Assess.Matching;

/// <summary>All places of one key: what becomes one finding.</summary>
internal sealed class KeyMatch(int nodes, int raises)
{
    /// <summary>Assets kept for a node, and relations kept, of all places of the key; what is beyond is not listed.</summary>
    public const int MaxKept = 64;

    /// <summary>The assets of the place that stands for all: the first by ids.</summary>
    public int[] Bindings { get; private set; } = [];

    /// <summary>The relations of that place, by edge.</summary>
    public int[][] Relations { get; private set; } = [];

    /// <summary>The assets of each node over all places, sorted by id.</summary>
    public SortedSet<int>[] Assets { get; } = [.. Enumerable.Range(0, nodes).Select(_ => new SortedSet<int>())];

    /// <summary>The relations of each edge over all places.</summary>
    public Dictionary<int, SortedSet<int>> AllRelations { get; } = [];

    /// <summary>Which of the rule's raises hold at any place.</summary>
    public bool[] Raised { get; } = new bool[raises];

    /// <summary>For each raise, the assets that it draws besides the match, where it holds, sorted by id.</summary>
    public SortedSet<int>[] RaisedBy { get; } = [.. Enumerable.Range(0, raises).Select(_ => new SortedSet<int>())];

    /// <summary>The relations by which raises hold.</summary>
    public SortedSet<int> RaisedOver { get; } = [];

    /// <summary>Adds a place where a raise holds.</summary>
    public void Raise(int raise, IEnumerable<int> assets, int[][] relations)
    {
        Raised[raise] = true;
        foreach (var asset in assets.Where(_ => !IsFull(raise)))
            RaisedBy[raise].Add(asset);
        foreach (var relation in relations.SelectMany(r => r).Where(_ => RaisedOver.Count < MaxKept))
            RaisedOver.Add(relation);
    }

    /// <summary>Whether no more assets of a raise are kept.</summary>
    public bool IsFull(int raise) => RaisedBy[raise].Count >= MaxKept;

    /// <summary>Adds a place.</summary>
    public void Add(ReadOnlySpan<int> bindings, int[][] relations)
    {
        if (Bindings.Length == 0 || bindings.SequenceCompareTo(Bindings) < 0)
            (Bindings, Relations) = (bindings.ToArray(), [.. relations.Select(r => r.ToArray())]);
        for (var i = 0; i < Assets.Length; i++)
        {
            if (Assets[i].Count < MaxKept)
                Assets[i].Add(bindings[i]);
        }

        for (var edge = 0; edge < relations.Length; edge++)
            Keep(edge, relations[edge]);
    }

    private void Keep(int edge, int[] relations)
    {
        if (!AllRelations.TryGetValue(edge, out var kept))
            AllRelations[edge] = kept = [];
        foreach (var relation in relations)
        {
            if (kept.Count < MaxKept)
                kept.Add(relation);
        }
    }
}
