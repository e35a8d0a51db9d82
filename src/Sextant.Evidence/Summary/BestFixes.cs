using Sextant.Posture;

namespace Sextant.Evidence.Summary;

/// <summary>A fix and what it is good for.</summary>
/// <param name="Finding">The worst finding that it closes; its remediation says what to do.</param>
/// <param name="Closes">All findings that it closes, worst first.</param>
/// <param name="Breaks">The attack paths that it breaks, worst first.</param>
public sealed record BestFix(Finding Finding, IReadOnlyList<Finding> Closes, IReadOnlyList<AttackPath> Breaks);

/// <summary>
/// Chooses the fixes that remove most risk. Findings that break at one relation are closed by one fix; a fix also breaks the
/// attack paths that name one of its findings. Fixes are taken greedily by the scores of what they still remove, which for
/// coverage problems is within 1 - 1/e of the best choice (Nemhauser, Wolsey, Fisher 1978).
/// </summary>
internal static class BestFixes
{
    public static IReadOnlyList<BestFix> Of(ScanResult result, int top)
    {
        var candidates = Candidates(result);
        var closed = new HashSet<string>(StringComparer.Ordinal);
        var broken = new HashSet<string>(StringComparer.Ordinal);
        var chosen = new List<BestFix>();
        while (chosen.Count < top)
        {
            var best = candidates.MaxBy(c => Gain(c, closed, broken));
            if (best is null || Gain(best, closed, broken) == 0)
                break;
            chosen.Add(best);
            closed.UnionWith(best.Closes.Select(f => f.Id));
            broken.UnionWith(best.Breaks.Select(p => p.Id));
        }

        return chosen;
    }

    // One point a finding and path, so that what scores 0 still counts for something.
    private static int Gain(BestFix fix, HashSet<string> closed, HashSet<string> broken) =>
        fix.Closes.Where(f => !closed.Contains(f.Id)).Sum(f => f.Score + 1)
        + fix.Breaks.Where(p => !broken.Contains(p.Id)).Sum(p => p.Score + 1);

    private static List<BestFix> Candidates(ScanResult result)
    {
        var pathsOf = result.Paths.SelectMany(p => p.Breaks, (path, finding) => (path, finding))
            .ToLookup(p => p.finding, p => p.path, StringComparer.Ordinal);
        var byRelation = result.Findings.SelectMany(f => f.Breaks.Distinct(), (finding, relation) => (finding, relation))
            .GroupBy(p => p.relation, p => p.finding)
            .Select(g => g.ToArray());
        var alone = result.Findings.Where(f => f.Breaks.Count == 0).Select(f => new[] { f });
        var candidates = byRelation.Concat(alone).Select(findings => Fix(findings, pathsOf)).ToList();
        candidates.Sort((a, b) => Order(a.Finding, b.Finding));
        return candidates;
    }

    private static BestFix Fix(Finding[] findings, ILookup<string, AttackPath> pathsOf)
    {
        Array.Sort(findings, Order);
        var paths = findings.SelectMany(f => pathsOf[f.Id]).DistinctBy(p => p.Id)
            .OrderByDescending(p => p.Score).ThenBy(p => p.Id, StringComparer.Ordinal);
        return new BestFix(findings[0], findings, [.. paths]);
    }

    private static int Order(Finding a, Finding b)
    {
        var order = b.Score.CompareTo(a.Score);
        if (order == 0)
            order = b.Severity.CompareTo(a.Severity);
        return order == 0 ? string.CompareOrdinal(a.Id, b.Id) : order;
    }
}
