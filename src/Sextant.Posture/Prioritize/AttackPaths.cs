using Sextant.Map;

namespace Sextant.Posture.Prioritize;

/// <summary>
/// The best path from each kind of source to each thing that matters, as stories: paths that take the same kinds of
/// relations to the same target are one.
/// </summary>
internal sealed class AttackPaths(AssetMap map, AttackSearch search, Friction friction)
{
    private readonly Dictionary<string, AttackPath> _stories = new(StringComparer.Ordinal);
    private readonly double[] _cost = Filled(map.Assets.Count);

    /// <summary>The paths, worst first.</summary>
    public IEnumerable<AttackPath> Worst => _stories.Values.OrderByDescending(p => p.Score).ThenBy(p => p.Steps.Count).ThenBy(p => p.Id, StringComparer.Ordinal);

    /// <summary>-ln of the likelihood that attackers get to an asset; infinite if no way was found.</summary>
    public double CostOf(int asset) => _cost[asset];

    /// <summary>Finds the paths of all kinds of sources to jewels.</summary>
    public void Find(IReadOnlyList<Jewel> jewels)
    {
        foreach (var kind in Enum.GetValues<SourceKind>())
        {
            search.Run(AttackSources.Of(kind, map, friction), AttackLimits.Cutoff, AttackLimits.MaxSteps);
            foreach (var asset in search.Reached)
                _cost[asset] = Math.Min(_cost[asset], search.At(search.Best(asset, Hold.Reached)).Cost);
            foreach (var jewel in jewels)
                Tell(kind, jewel);
        }
    }

    private void Tell(SourceKind kind, Jewel jewel)
    {
        var end = search.Best(jewel.Asset, jewel.Needs);
        if (end < 0 || search.At(end).Parent < 0)
            return;
        var way = Way(end);
        var steps = way.ConvertAll(Step);
        var harm = Harm.Of(map, jewel, way[^1]);
        var ease = AttackLimits.Ease(search.At(end).Cost);
        var score = (int)Math.Round(100 * harm.Value * (AttackLimits.UnlikelyShare + ((1 - AttackLimits.UnlikelyShare) * ease)));
        var source = map.Assets[search.At(way[0].Parent).Asset];
        var path = new AttackPath(Id(steps), harm.Title(kind, source, map.Assets[jewel.Asset], steps), score, steps, []);
        var story = $"{string.Join(' ', way.Select(l => $"{l.Step?.Kind}{l.Step?.Forward}"))} {jewel.Asset}";
        if (!_stories.TryGetValue(story, out var known) || known.Score < score)
            _stories[story] = path;
    }

    private List<AttackSearch.Label> Way(int end)
    {
        var way = new List<AttackSearch.Label>();
        for (var label = search.At(end); label.Parent >= 0; label = search.At(label.Parent))
            way.Add(label);
        way.Reverse();
        return way;
    }

    private PathStep Step(AttackSearch.Label label)
    {
        var from = map.Assets[search.At(label.Parent).Asset];
        var to = map.Assets[label.Asset];
        var move = label.Step ?? throw new InvalidOperationException("Only a source has no step, and a source is no step of a way.");
        var (meaning, seen) = (Sentences.Fill(move.Because, from, to), map.BecauseOf(label.Relation));
        var because = seen.Length == 0 || string.Equals(meaning, seen, StringComparison.OrdinalIgnoreCase) ? meaning : $"{meaning} {seen}";
        return new PathStep(from.Id, move.Kind, to.Id, move.Forward, because);
    }

    private static string Id(List<PathStep> steps) =>
        $"path-{StableHash.Hex(steps.SelectMany(s => new[] { s.From.Value, Kebab<RelationKind>.Name(s.Relation), s.Forward ? ">" : "<", s.To.Value }))}";

    private static double[] Filled(int length)
    {
        var values = new double[length];
        Array.Fill(values, double.PositiveInfinity);
        return values;
    }
}
