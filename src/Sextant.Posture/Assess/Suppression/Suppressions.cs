using Sextant.Map;

namespace Sextant.Posture.Assess.Suppression;

/// <summary>A choice not to see some findings, as <c>sextant.yaml</c> or <c>.sextantignore</c> holds it.</summary>
/// <param name="Rule">The rule's id; <c>*</c> in it stands for any text.</param>
/// <param name="Asset">The asset's id; <c>*</c> stands for any text, <c>?</c> for one character.</param>
/// <param name="Reason">Why. Without a reason it does not apply.</param>
/// <param name="Expires">The last day on which it applies, or null.</param>
/// <param name="Author">Who chose it, or empty.</param>
/// <param name="Source">Where it stands: <c>sextant.yaml:12</c>.</param>
public sealed record SuppressionEntry(string Rule, string Asset, string Reason, DateOnly? Expires, string Author, string Source);

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
    public static SuppressionResult Apply(IReadOnlyList<Finding> findings, IReadOnlyList<SuppressionEntry> entries, DateOnly today)
    {
        var warnings = entries.Select(e => Fault(e, today)).OfType<string>().ToArray();
        var valid = entries.Where(e => Fault(e, today) is null).ToArray();
        return Split(findings, warnings, f => Array.Find(valid, e => Fits(e, f)) is { } entry
            ? new SuppressedFinding(f, Excerpt.OneLine(entry.Author.Length > 0 ? $"{entry.Reason} ({entry.Author})" : entry.Reason, Evidence.MaxDetail), entry.Source)
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

    private static string? Fault(SuppressionEntry entry, DateOnly today) =>
        entry.Expires < today ? $"{entry.Source}: the suppression of {entry.Rule} at {entry.Asset} expired on {entry.Expires:yyyy-MM-dd} and does not apply"
        : string.IsNullOrWhiteSpace(entry.Reason) ? $"{entry.Source}: the suppression of {entry.Rule} at {entry.Asset} gives no reason and does not apply"
        : null;

    private static bool Fits(SuppressionEntry entry, Finding finding) =>
        Glob.IsMatch(entry.Rule, finding.Rule) && Glob.IsMatch(entry.Asset, finding.Asset.Value);
}
