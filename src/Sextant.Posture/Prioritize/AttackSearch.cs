using System.Runtime.InteropServices;
using Sextant.Map;

namespace Sextant.Posture.Prioritize;

/// <summary>
/// Finds the likeliest way from sources to everything within a number of steps and above a probability. Costs are -ln p, so the
/// likeliest way is the cheapest. It goes in layers (Bellman and Ford's relaxation, of what the last layer improved): unlike
/// Dijkstra's order this is exact under a limit of steps, where the cheapest way may be too long and a dearer one is not.
/// </summary>
internal sealed class AttackSearch
{
    private readonly AssetMap _map;
    private readonly Friction _friction;
    private readonly int[] _best;
    private readonly List<Label> _labels = [];
    private double _maxCost;
    private int _layer;

    public AttackSearch(AssetMap map, Friction friction)
    {
        (_map, _friction) = (map, friction);
        _best = new int[map.Assets.Count * 2];
        Array.Fill(_best, -1);
    }

    /// <summary>A way to a state; its parents are the way. States are an asset's number and what is held of it.</summary>
    /// <param name="Asset">Where it leads.</param>
    /// <param name="Hold">What is held there.</param>
    /// <param name="Cost">-ln of its probability.</param>
    /// <param name="Parent">The label before, or -1 at a source.</param>
    /// <param name="Relation">The relation of the last step, or -1.</param>
    /// <param name="Step">The last step, or null.</param>
    /// <param name="Superseded">Whether the same layer found a better way to the state.</param>
    public readonly record struct Label(int Asset, Hold Hold, double Cost, int Parent, int Relation, AttackStep? Step, bool Superseded);

    /// <summary>Searches from sources; results stay until the next search.</summary>
    /// <param name="sources">Where attackers start, and how likely they can.</param>
    /// <param name="cutoff">The least probability of a way.</param>
    /// <param name="maxSteps">The most steps of a way.</param>
    /// <param name="maxLabels">Where to stop, to bound time.</param>
    public void Run(IEnumerable<(int Asset, Hold Hold, double Probability)> sources, double cutoff, int maxSteps, int maxLabels = int.MaxValue)
    {
        Clear();
        _maxCost = -Math.Log(cutoff);
        foreach (var (asset, hold, probability) in sources)
            Offer(new Label(asset, hold, -Math.Log(probability), -1, -1, null, false));
        for (int step = 0, start = 0; step < maxSteps && start < _labels.Count && _labels.Count < maxLabels; step++)
        {
            _layer = _labels.Count;
            for (; start < _layer && _labels.Count < maxLabels; start++)
                Relax(start);
        }
    }

    /// <summary>The assets that were reached, in the order in which they were.</summary>
    public IEnumerable<int> Reached => _labels.Select(l => l.Asset).Distinct();

    /// <summary>The number of the label of the best way to hold an asset so; -1 if there is none.</summary>
    public int Best(int asset, Hold needs)
    {
        var controlled = _best[(asset * 2) + (int)Hold.Controlled];
        if (needs == Hold.Controlled)
            return controlled;
        var reached = _best[asset * 2];
        return reached < 0 || (controlled >= 0 && _labels[controlled].Cost <= _labels[reached].Cost) ? controlled : reached;
    }

    /// <summary>A label by its number.</summary>
    public Label At(int label) => _labels[label];

    private void Relax(int index)
    {
        var label = _labels[index];
        if (label.Superseded)
            return;
        var (start, end) = _map.OutgoingRange(label.Asset);
        for (var relation = start; relation < end; relation++)
            Go(index, label, relation, true, _map.ToIndex(relation));
        foreach (var relation in _map.IncomingIndexes(label.Asset))
            Go(index, label, relation, false, _map.FromIndex(relation));
    }

    private void Go(int index, in Label label, int relation, bool forward, int to)
    {
        foreach (var step in AttackTable.Over(_map.KindOf(relation), forward))
        {
            if (step.Needs > label.Hold || !step.Admits(_map.Assets[label.Asset].Kind, _map.Assets[to].Kind))
                continue;
            var probability = _friction.Of(step, relation, to);
            if (probability > 0)
                Offer(new Label(to, step.Gains, label.Cost - Math.Log(probability), index, relation, step, false));
        }
    }

    /// <summary>Keeps a way if it is likely enough and better than what is known, also than controlling what it only reaches.</summary>
    private void Offer(Label label)
    {
        var rival = Best(label.Asset, label.Hold);
        if (label.Cost > _maxCost || (rival >= 0 && _labels[rival].Cost <= label.Cost))
            return;
        ref var best = ref _best[(label.Asset * 2) + (int)label.Hold];
        if (best >= _layer && best >= 0)
            CollectionsMarshal.AsSpan(_labels)[best] = _labels[best] with { Superseded = true };
        best = _labels.Count;
        _labels.Add(label);
    }

    private void Clear()
    {
        foreach (var label in _labels)
            _best[(label.Asset * 2) + (int)label.Hold] = -1;
        _labels.Clear();
        _layer = 0;
    }
}
