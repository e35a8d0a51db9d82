namespace Sextant.Posture.Assess;

/// <summary>What rules say of a map.</summary>
/// <param name="Findings">What is wrong, sorted by id; without scores, which need the whole map's context.</param>
/// <param name="NotAssessed">What could be neither passed nor failed, sorted by rule and asset.</param>
/// <param name="Tallies">Each rule's denominator, sorted by rule.</param>
public sealed record Assessment(IReadOnlyList<Finding> Findings, IReadOnlyList<NotAssessed> NotAssessed, IReadOnlyList<RuleTally> Tallies);
