using Sextant.Map;

namespace Sextant.Posture;

/// <summary>All that a scan gives: what every output is made of.</summary>
/// <param name="Targets">What was looked at, as the user named it.</param>
/// <param name="Map">The map, with what was concluded.</param>
/// <param name="Findings">What is wrong, worst first (by score, then severity, then id).</param>
/// <param name="Paths">How it is reached, worst first.</param>
/// <param name="Coverage">What was read and what was not.</param>
/// <param name="Tool">What made it.</param>
public sealed record ScanResult(
    IReadOnlyList<string> Targets,
    AssetMap Map,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<AttackPath> Paths,
    Coverage Coverage,
    ToolInfo Tool)
{
    /// <summary>Rules that could be neither passed nor failed, by rule and asset.</summary>
    public IReadOnlyList<NotAssessed> NotAssessed { get; init; } = [];

    /// <summary>What somebody chose not to see.</summary>
    public IReadOnlyList<SuppressedFinding> Suppressed { get; init; } = [];

    /// <summary>What each rule was asked about.</summary>
    public IReadOnlyList<RuleTally> Tallies { get; init; } = [];

    /// <summary>The rules that ran, for outputs that describe them (SARIF).</summary>
    public IReadOnlyList<RuleInfo> Rules { get; init; } = [];

    /// <summary>When it was made. Left out of what is compared between scans.</summary>
    public DateTimeOffset Time { get; init; }
}

/// <summary>What made a scan.</summary>
/// <param name="Name">The tool's name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Rules">How many rules, and a hash of them: <c>25/9f2c…</c>.</param>
/// <param name="Catalog">How many catalog entries, and a hash of them.</param>
public sealed record ToolInfo(string Name, string Version, string Rules, string Catalog);

/// <summary>What outputs need to know of a rule.</summary>
public sealed record RuleInfo(string Id, string Title, Severity Severity, string Description, IReadOnlyList<string> Steps, IReadOnlyList<string> Frameworks);
