using Sextant.Map;

namespace Sextant.Posture.Prioritize;

/// <summary>Findings with their scores, worst first, and the attack paths, worst first.</summary>
public sealed record Priorities(IReadOnlyList<Finding> Findings, IReadOnlyList<AttackPath> Paths);

/// <summary>Says what matters first: scores findings by their surroundings, and finds the attack paths over the map.</summary>
public static class Prioritizer
{
    /// <summary>Scores findings and finds paths. Linear in the map for the paths, and bounded for each asset with a finding.</summary>
    /// <param name="map">The map, with what was concluded.</param>
    /// <param name="findings">What is wrong, in any order.</param>
    /// <param name="maxPaths">The most paths to return.</param>
    public static Priorities Run(AssetMap map, IReadOnlyList<Finding> findings, int maxPaths = AttackLimits.MaxPaths)
    {
        var friction = new Friction(map);
        var search = new AttackSearch(map, friction);
        var jewels = Jewels.In(map);
        var paths = new AttackPaths(map, search, friction);
        paths.Find(jewels);
        var breaks = new Breaks(findings);
        var context = new Context(map, paths, search, jewels);
        return new Priorities(
            [.. findings.Select(f => Scored(f, context)).OrderByDescending(f => f.Score).ThenByDescending(f => f.Severity).ThenBy(f => f.Id, StringComparer.Ordinal)],
            [.. paths.Worst.Take(maxPaths).Select(p => p with { Breaks = breaks.Of(p) })]);
    }

    private static Finding Scored(Finding finding, Context context)
    {
        var factors = Score.Factors(context.Of(finding));
        return finding with { Factors = factors, Score = factors.Sum(f => f.Points) };
    }
}
