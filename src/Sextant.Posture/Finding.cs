using Sextant.Map;

namespace Sextant.Posture;

/// <summary>How bad what a rule finds is, by itself.</summary>
public enum Severity
{
    Info,
    Low,
    Medium,
    High,
    Critical,
}

/// <summary>The state of a check at an asset. What could not be read is never a pass.</summary>
public enum CheckState
{
    Fail,
    Pass,
    NotApplicable,
    NotAssessed,
}

/// <summary>A rule that fails at an asset.</summary>
/// <param name="Id">The id: the rule and the fingerprint's beginning.</param>
/// <param name="Rule">The rule's id.</param>
/// <param name="Title">The rule's title.</param>
/// <param name="Severity">The rule's severity, raised by context where the rule says so.</param>
/// <param name="Asset">What it is about.</param>
/// <param name="Fingerprint">Its identity across scans: a hash of the rule and the ids of the key assets. Survives line moves.</param>
public sealed record Finding(string Id, string Rule, string Title, Severity Severity, AssetId Asset, string Fingerprint)
{
    /// <summary>Risk in its context, 0 to 100. Explained by <see cref="Factors"/>.</summary>
    public int Score { get; init; }

    /// <summary>The shares that make the score, largest first.</summary>
    public IReadOnlyList<ScoreFactor> Factors { get; init; } = [];

    /// <summary>Other assets that the rule's pattern bound.</summary>
    public IReadOnlyList<AssetId> Related { get; init; } = [];

    /// <summary>Why it is so: the rule's sentence with names filled in, then what raised it, then the score's factors.</summary>
    public IReadOnlyList<string> Why { get; init; } = [];

    /// <summary>Where it was seen: evidence of the asset and of the relations that matched.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>Ids of frameworks, as <c>owasp-llm:LLM06</c>.</summary>
    public IReadOnlyList<string> Frameworks { get; init; } = [];

    /// <summary>What to do, step by step, with names filled in.</summary>
    public IReadOnlyList<string> Remediation { get; init; } = [];

    /// <summary>How much work the fix is: <c>minutes</c>, <c>hours</c>, <c>days</c>.</summary>
    public string Effort { get; init; } = "";

    /// <summary>The relations whose removal fixes it, as (from, kind, to).</summary>
    public IReadOnlyList<(AssetId From, RelationKind Kind, AssetId To)> Breaks { get; init; } = [];

    /// <summary>The assets of the matched pattern in the order of the pattern, for a picture.</summary>
    public IReadOnlyList<AssetId> Path { get; init; } = [];
}

/// <summary>One share of a score.</summary>
/// <param name="Name"><c>severity</c>, <c>exposure</c>, <c>reachability</c>, <c>sensitivity</c>, <c>criticality</c>, <c>exploitability</c>, <c>blast radius</c>.</param>
/// <param name="Points">What it adds, in points of 100.</param>
/// <param name="Because">Why, in a few words.</param>
public sealed record ScoreFactor(string Name, int Points, string Because);

/// <summary>A finding that somebody chose not to see. Counted and shown.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Reason">The reason given.</param>
/// <param name="Source">Where it is suppressed: <c>sextant.yaml:12</c>, <c>.sextantignore:3</c>, an inline comment's place.</param>
public sealed record SuppressedFinding(Finding Finding, string Reason, string Source);

/// <summary>A rule that could be neither passed nor failed at an asset.</summary>
public sealed record NotAssessed(string Rule, AssetId Asset, string Reason);

/// <summary>How many assets a rule was asked about, and with what result: its denominator.</summary>
public sealed record RuleTally(string Rule, int Fail, int Pass, int NotAssessed);
