using Sextant.Posture;

namespace Sextant.Evidence.Sarif;

/// <summary>What goes into the run: which findings have a place, in what order, and under which rules.</summary>
internal sealed class SarifRun
{
    private readonly Dictionary<string, int> _ruleIndex = new(StringComparer.Ordinal);
    private readonly ILookup<string, AttackPath> _pathsOf;

    private SarifRun(ScanResult result)
    {
        Result = result;
        var all = result.Findings.Select(f => Place(f, null)).Concat(result.Suppressed.Select(s => Place(s.Finding, s))).ToArray();
        Unplaced = [.. all.Where(p => p.Places.Count == 0).Select(p => p.Finding)];
        var placed = all.Where(p => p.Places.Count > 0).ToArray();
        Results = [.. placed.Take(SarifWriter.MaxResults)];
        LeftOut = placed.Length - Results.Count;
        Rules = RulesOf(result);
        for (var i = 0; i < Rules.Count; i++)
            _ruleIndex[Rules[i].Id] = i;
        _pathsOf = result.Paths.SelectMany(p => p.Breaks, (path, finding) => (path, finding)).ToLookup(p => p.finding, p => p.path, StringComparer.Ordinal);
    }

    public ScanResult Result { get; }

    /// <summary>Rules by id, also those that only findings name.</summary>
    public IReadOnlyList<RuleInfo> Rules { get; }

    /// <summary>What is reported, worst first, then what is suppressed.</summary>
    public IReadOnlyList<PlacedFinding> Results { get; }

    /// <summary>Findings without a place in a file.</summary>
    public IReadOnlyList<Finding> Unplaced { get; }

    /// <summary>How many findings are over the limit.</summary>
    public int LeftOut { get; }

    public static SarifRun Of(ScanResult result) => new(result);

    /// <summary>The place of a rule among the rules; -1 if there is no such rule.</summary>
    public int IndexOf(string rule) => _ruleIndex.GetValueOrDefault(rule, -1);

    /// <summary>The attack paths that a finding's fix breaks, worst first.</summary>
    public IEnumerable<AttackPath> PathsOf(Finding finding) => _pathsOf[finding.Id];

    private static PlacedFinding Place(Finding finding, SuppressedFinding? suppressed) =>
        new(finding, [.. Places.InFiles(finding.Evidence)], suppressed);

    private static IReadOnlyList<RuleInfo> RulesOf(ScanResult result)
    {
        var rules = new SortedDictionary<string, RuleInfo>(StringComparer.Ordinal);
        foreach (var f in result.Findings.Concat(result.Suppressed.Select(s => s.Finding)))
            rules[f.Rule] = new RuleInfo(f.Rule, f.Title, f.Severity, f.Title, f.Remediation, f.Frameworks);
        foreach (var rule in result.Rules)
            rules[rule.Id] = rule;
        return [.. rules.Values];
    }
}

/// <summary>A finding and its places in files, the one to show first.</summary>
internal sealed record PlacedFinding(Finding Finding, IReadOnlyList<Map.Evidence> Places, SuppressedFinding? Suppressed);
