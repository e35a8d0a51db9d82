using Sextant.Map;
using Sextant.Posture.Assess.Rules;

namespace Sextant.Posture.Tests.Assess;

/// <summary>Rules for tests, by what they look for.</summary>
internal static class RuleText
{
    /// <summary>The YAML of a rule named <c>r</c> whose asset and key are <c>a</c>.</summary>
    public static string Of(string match, string more = "", string key = "[a]", string examples = "") => $$"""
        id: r
        title: A title
        severity: medium
        description: What it looks for and why.
        match: |
          {{match}}
        {{more}}
        asset: a
        key: {{key}}
        why: "{a} is found"
        fix: { effort: minutes, steps: ["Do {a}."] }
        examples:
          fails: { one: "(:agent)" }
          passes: { none: "(:tool)" }
        {{examples}}
        """;

    /// <summary>Reads a rule that has no mistake.</summary>
    public static Rule Read(string yaml)
    {
        var set = RuleSet.Read([("rules/r.yaml", yaml)]);
        Assert.Equal("", string.Join("\n", set.Errors));
        return Assert.Single(set.Rules);
    }

    /// <summary>The mistakes of a rule's text, one a line.</summary>
    public static string Mistakes(string yaml, IReadOnlyDictionary<string, Facet>? facets = null) =>
        string.Join("\n", RuleSet.Read([("r.yaml", yaml)], RuleFiles.Frameworks, facets).Errors);

    /// <summary>A map drawn in the notation of examples.</summary>
    public static AssetMap Map(string graph) =>
        Read(Of("(a:agent)", examples: $"  unknown: {{ map: \"{graph.Replace("\"", "\\\"", StringComparison.Ordinal)}\" }}")).Examples[^1].Graph.ToMap();
}
