using Sextant.Map;
using Sextant.Posture.Assess.Rules;

namespace Sextant.Posture.Assess.Testing;

/// <summary>What became of an example.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Kind">What the example must give.</param>
/// <param name="Name">The example's name.</param>
/// <param name="Passed">Whether it gave that.</param>
/// <param name="Message">What it gave, and why, where nobody read what it depends on.</param>
/// <param name="Line">The line of the rule's file.</param>
public sealed record ExampleResult(string Rule, ExampleKind Kind, string Name, bool Passed, string Message, int Line)
{
    /// <inheritdoc/>
    public override string ToString() => $"{(Passed ? "ok  " : "FAIL")} {Rule} {Kind.ToString().ToLowerInvariant()}/{Name}: {Message}";
}

/// <summary>Runs a rule on its own examples.</summary>
public static class RuleTester
{
    /// <summary>The result of each example, in the order of the file.</summary>
    public static IReadOnlyList<ExampleResult> Test(Rule rule) => [.. rule.Examples.Select(e => Test(rule, e, e.Graph.ToMap()))];

    internal static ExampleResult Test(Rule rule, RuleExample example, AssetMap map)
    {
        var said = RuleEngine.Assess(map, [rule]);
        var passed = example.Kind switch
        {
            ExampleKind.Fails => said.Findings.Count > 0 && (example.Severity is not { } severity || said.Findings.All(f => f.Severity == severity)),
            ExampleKind.Passes => said.Findings.Count == 0 && said.NotAssessed.Count == 0,
            _ => said.Findings.Count == 0 && said.NotAssessed.Count > 0,
        };
        return new ExampleResult(rule.Id, example.Kind, example.Name, passed, Message(said), example.Line);
    }

    private static string Message(Assessment said)
    {
        var parts = said.Findings.Select(f => $"{f.Severity.ToString().ToLowerInvariant()} finding at {f.Asset}: {string.Join(" ", f.Why)}")
            .Concat(said.NotAssessed.Select(n => $"not assessed at {n.Asset}: {n.Reason}"));
        var message = string.Join("; ", parts);
        return message.Length > 0 ? message : "passes";
    }
}
