using System.Globalization;
using System.Text;
using Sextant.Map;
using Sextant.Posture;

namespace Sextant.Evidence.JUnit;

/// <summary>What a rule gave.</summary>
internal sealed record JUnitSuite(string Rule, RuleTally? Tally, IReadOnlyList<Finding> Findings, IReadOnlyList<NotAssessed> NotAssessed)
{
    /// <summary>Whether some asset passes.</summary>
    public bool Passes => Tally is { Pass: > 0 };

    /// <summary>How many cases are written.</summary>
    public int Cases => Findings.Count + NotAssessed.Count + (Passes ? 1 : 0);

    /// <summary>The suites, by rule.</summary>
    public static IReadOnlyList<JUnitSuite> Of(ScanResult result)
    {
        var tallies = new Dictionary<string, RuleTally>(StringComparer.Ordinal);
        foreach (var tally in result.Tallies)
            tallies[tally.Rule] = tally;
        var findings = result.Findings.ToLookup(f => f.Rule, StringComparer.Ordinal);
        var notAssessed = result.NotAssessed.ToLookup(n => n.Rule, StringComparer.Ordinal);
        var rules = tallies.Keys.Concat(findings.Select(g => g.Key)).Concat(notAssessed.Select(g => g.Key));
        return
        [
            .. rules.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(rule => new JUnitSuite(
                rule,
                tallies.GetValueOrDefault(rule),
                [.. findings[rule].OrderBy(f => f.Id, StringComparer.Ordinal)],
                [.. notAssessed[rule].OrderBy(n => n.Asset).ThenBy(n => n.Reason, StringComparer.Ordinal)])),
        ];
    }

    /// <summary>Why a finding is one, where it was seen, and what to do.</summary>
    public static string Explain(Finding finding, AssetMap map)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{map.Find(finding.Asset)?.Name ?? finding.Asset.Value} (score {finding.Score}, {finding.Id})\n");
        foreach (var why in finding.Why)
            text.Append(Excerpt.OneLine(why, 1000)).Append('\n');
        foreach (var evidence in finding.Evidence)
            text.Append("at ").Append(evidence.Place).Append(evidence.Detail.Length > 0 ? ": " : "").Append(evidence.Detail).Append('\n');
        foreach (var step in finding.Remediation)
            text.Append("fix: ").Append(Excerpt.OneLine(step, 1000)).Append('\n');
        return text.ToString();
    }
}
