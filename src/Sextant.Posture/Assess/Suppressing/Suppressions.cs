using Sextant.Map;

namespace Sextant.Posture.Assess.Suppressing;

/// <summary>Findings after suppression.</summary>
/// <param name="Findings">What is still seen, in the order given.</param>
/// <param name="Suppressed">What is not, in the order given.</param>
/// <param name="Warnings">Entries that do not apply, and why.</param>
public sealed record SuppressionResult(IReadOnlyList<Finding> Findings, IReadOnlyList<SuppressedFinding> Suppressed, IReadOnlyList<string> Warnings)
{
    /// <summary>Both, one after the other.</summary>
    public SuppressionResult Then(Func<IReadOnlyList<Finding>, SuppressionResult> next)
    {
        var after = next(Findings);
        return new SuppressionResult(after.Findings, [.. Suppressed, .. after.Suppressed], [.. Warnings, .. after.Warnings]);
    }
}

/// <summary>Suppresses findings by rule and asset.</summary>
public static class Suppressions
{
    /// <summary>Applies entries; the first that fits a finding is its reason.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="entries">The entries.</param>
    /// <param name="today">The day on which entries may have expired.</param>
    public static SuppressionResult Apply(IReadOnlyList<Finding> findings, IReadOnlyList<Suppression> entries, DateOnly today)
    {
        var warnings = entries.Select(e => Fault(e, today)).OfType<string>().ToArray();
        var valid = entries.Where(e => Fault(e, today) is null).ToArray();
        return Split(findings, warnings, f => Array.Find(valid, e => Fits(e, f)) is { } entry
            ? new SuppressedFinding(f, Excerpt.OneLine(entry.Author.Length > 0 ? $"{entry.Reason} ({entry.Author})" : entry.Reason, Evidence.MaxDetail), Source(entry))
            : null);
    }

    internal static SuppressionResult Split(IReadOnlyList<Finding> findings, IReadOnlyList<string> warnings, Func<Finding, SuppressedFinding?> suppress)
    {
        var (seen, suppressed) = (new List<Finding>(), new List<SuppressedFinding>());
        foreach (var finding in findings)
        {
            if (suppress(finding) is { } hidden)
                suppressed.Add(hidden);
            else
                seen.Add(finding);
        }

        return new SuppressionResult(seen, suppressed, warnings);
    }

    private static string? Fault(Suppression entry, DateOnly today) =>
        entry.Expires < today ? $"{Source(entry)}: the suppression of {entry.Rule} at {entry.Asset} expired on {entry.Expires:yyyy-MM-dd} and does not apply"
        : string.IsNullOrWhiteSpace(entry.Reason) ? $"{Source(entry)}: the suppression of {entry.Rule} at {entry.Asset} gives no reason and does not apply"
        : null;

    private static string Source(Suppression entry) => $"{entry.Path}:{entry.Line}";

    // A file speaks only for what lies in its own folder, so that one repository cannot hide another's findings.
    private static bool Fits(Suppression entry, Finding finding)
    {
        var folder = entry.Path[..(entry.Path.LastIndexOf('/') + 1)];
        return entry.Covers(finding.Rule, finding.Asset) && finding.Evidence.All(e => e.Path.Length == 0 || e.Path.StartsWith(folder, StringComparison.Ordinal));
    }
}
