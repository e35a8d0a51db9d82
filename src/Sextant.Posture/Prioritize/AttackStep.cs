using Sextant.Map;

namespace Sextant.Posture.Prioritize;

/// <summary>One way in which a relation carries an attacker from one asset to another.</summary>
/// <param name="Kind">The relation.</param>
/// <param name="Forward">True: from the relation's start to its end. False: against its direction.</param>
/// <param name="Needs">What the attacker must have of the asset where the step starts.</param>
/// <param name="Gains">What the attacker then has of the other.</param>
/// <param name="Probability">How often it works, 0 to 1, for a certain relation that nothing guards.</param>
/// <param name="Because">The step in words; <c>{from}</c> and <c>{to}</c> are the names in the order of the attack.</param>
public sealed record AttackStep(RelationKind Kind, bool Forward, Hold Needs, Hold Gains, double Probability, string Because)
{
    /// <summary>The kinds of assets where it may start; empty means any.</summary>
    public IReadOnlyList<AssetKind> From { get; init; } = [];

    /// <summary>The kinds of assets where it may end; empty means any.</summary>
    public IReadOnlyList<AssetKind> To { get; init; } = [];

    /// <summary>Whether it leads between assets of these kinds.</summary>
    public bool Admits(AssetKind from, AssetKind to) => (From.Count == 0 || From.Contains(from)) && (To.Count == 0 || To.Contains(to));
}
