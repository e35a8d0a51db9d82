using Sextant.Map;
using Sextant.Posture;

namespace Sextant.Evidence.Summary;

/// <summary>What a reader wants to know first; shared by every report that people read.</summary>
/// <param name="Kinds">How many assets of each kind, in the order in which kinds are declared; kinds without assets are left out.</param>
/// <param name="Severities">How many findings of each severity, worst first; all five, also where the count is 0.</param>
/// <param name="Worst">The worst findings, worst first.</param>
/// <param name="TopPaths">The worst attack paths, worst first.</param>
/// <param name="Fixes">The fixes that remove most risk, best first; each counts what those before it leave.</param>
/// <param name="NotAssessed">What could not be assessed, most first.</param>
public sealed record SummaryModel(
    IReadOnlyList<KindCount> Kinds,
    IReadOnlyList<SeverityCount> Severities,
    IReadOnlyList<Finding> Worst,
    IReadOnlyList<AttackPath> TopPaths,
    IReadOnlyList<BestFix> Fixes,
    IReadOnlyList<NotAssessedGroup> NotAssessed)
{
    /// <summary>The summary of a scan.</summary>
    /// <param name="result">The scan.</param>
    /// <param name="top">How many findings, paths and fixes to name.</param>
    public static SummaryModel Of(ScanResult result, int top = 10) => new(
        [.. result.Map.Assets.GroupBy(a => a.Kind).OrderBy(g => g.Key).Select(g => new KindCount(g.Key, g.Count()))],
        [.. Enum.GetValues<Severity>().Reverse().Select(s => new SeverityCount(s, result.Findings.Count(f => f.Severity == s)))],
        [.. result.Findings.Take(top)],
        [.. result.Paths.Take(top)],
        BestFixes.Of(result, top),
        NotAssessedGroup.Of(result.NotAssessed));
}

/// <summary>How many assets are of a kind.</summary>
public sealed record KindCount(AssetKind Kind, int Count);

/// <summary>How many findings are of a severity.</summary>
public sealed record SeverityCount(Severity Severity, int Count);

/// <summary>A rule that could not be assessed at some assets.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Reason">Why not, at the first of them.</param>
/// <param name="Assets">Where, in order.</param>
public sealed record NotAssessedGroup(string Rule, string Reason, IReadOnlyList<AssetId> Assets)
{
    internal static IReadOnlyList<NotAssessedGroup> Of(IReadOnlyList<NotAssessed> entries) =>
    [
        .. entries.GroupBy(e => e.Rule, StringComparer.Ordinal)
            .Select(g => new NotAssessedGroup(g.Key, g.OrderBy(e => e.Asset).First().Reason, [.. g.Select(e => e.Asset).Distinct().Order()]))
            .OrderByDescending(g => g.Assets.Count)
            .ThenBy(g => g.Rule, StringComparer.Ordinal),
    ];
}
