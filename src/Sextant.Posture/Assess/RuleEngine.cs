using Sextant.Map;
using Sextant.Posture.Assess.Matching;
using Sextant.Posture.Assess.Rules;

namespace Sextant.Posture.Assess;

/// <summary>
/// Assesses a map by rules. Each rule matches its pattern in three-valued logic: a finding needs that all is known to hold; a
/// place that would match but for what nobody read is not assessed; all else passes. The result does not depend on threads.
/// </summary>
public static class RuleEngine
{
    /// <summary>Assets tried and relations followed by one rule before it gives up and says so.</summary>
    public const long MaxSteps = 100_000_000;

    /// <summary>What the rules say of a map.</summary>
    /// <param name="map">The map.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="maxSteps">How much work one rule may do.</param>
    public static Assessment Assess(AssetMap map, IReadOnlyList<Rule> rules, long maxSteps = MaxSteps)
    {
        var kinds = new KindIndex(map);
        var results = new Assessment[rules.Count];
        Parallel.For(0, rules.Count, i => results[i] = Assess(map, kinds, rules[i], maxSteps));
        return new Assessment(
            [.. results.SelectMany(r => r.Findings).OrderBy(f => f.Id, StringComparer.Ordinal)],
            [.. results.SelectMany(r => r.NotAssessed).OrderBy(n => n.Rule, StringComparer.Ordinal).ThenBy(n => n.Asset)],
            [.. results.SelectMany(r => r.Tallies).OrderBy(t => t.Rule, StringComparer.Ordinal)]);
    }

    private static Assessment Assess(AssetMap map, KindIndex kinds, Rule rule, long maxSteps)
    {
        var run = new RuleRun(map, kinds, rule, maxSteps);
        run.Run();
        var writer = new FindingWriter(map, rule);
        var findings = run.Matches.Values.Select(writer.Write).ToArray();
        var failed = findings.Select(f => f.Asset).ToHashSet();
        var population = KindIndex.Mask(rule.Match.Nodes[rule.Asset].Kinds);
        var doubts = run.IsIncomplete
            ? kinds.Of(population).Select(i => (Asset: i, Reason: $"the rule's budget of {maxSteps:N0} steps was used up"))
            : run.Undecided.Select(u => (Asset: u.Key, Reason: Reason(map, u.Value)));
        NotAssessed[] notAssessed =
        [
            .. doubts.Select(d => new NotAssessed(rule.Id, map.Assets[d.Asset].Id, d.Reason)).Where(n => !failed.Contains(n.Asset)),
        ];
        var passed = kinds.Count(population) - failed.Count - notAssessed.Length;
        return new Assessment(findings, notAssessed, [new RuleTally(rule.Id, failed.Count, passed, notAssessed.Length)]);
    }

    private static string Reason(AssetMap map, Missing[] missing)
    {
        const int shown = 3;
        var reasons = missing.Take(shown).Select(m => $"{Wording.Question(m.Facet, map.Assets[m.Asset].Name)} is not known");
        return string.Join("; ", reasons) + (missing.Length > shown ? $"; and {missing.Length - shown} more" : "");
    }
}
