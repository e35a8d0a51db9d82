namespace Sextant.Posture.Prioritize;

/// <summary>What a score is made of: each factor from 0 to 1 with its reason, null where nobody knows.</summary>
public sealed record ScoreInputs(
    Severity Severity,
    (double? Value, string Because) Exposure,
    (double? Value, string Because) Reachability,
    (double? Value, string Because) Sensitivity,
    (double? Value, string Because) Criticality,
    (double? Value, string Because) Exploitability,
    (double? Value, string Because) BlastRadius)
{
    /// <summary>Whether it belongs to what ships: <c>product</c>, <c>test</c>, <c>example</c>, <c>documentation</c>.</summary>
    public string Scope { get; init; } = "product";
}
