namespace Sextant.Posture.Prioritize;

/// <summary>
/// How many of a score's 100 points each factor can give. Additive, so that a score is the sum of its shares, nothing is averaged away,
/// and more of a factor never lowers it.
/// </summary>
public static class ScoreWeights
{
    /// <summary>What the rule says by itself.</summary>
    public const int Severity = 40;

    /// <summary>Whether attackers get to it, and how easily.</summary>
    public const int Reachability = 16;

    /// <summary>How sensitive the data is that it holds or leads to.</summary>
    public const int Sensitivity = 12;

    /// <summary>Who can connect to it.</summary>
    public const int Exposure = 10;

    /// <summary>How much that matters falls with it.</summary>
    public const int BlastRadius = 10;

    /// <summary>How much depends on it.</summary>
    public const int Criticality = 6;

    /// <summary>How little an attacker needs to know or break.</summary>
    public const int Exploitability = 6;

    /// <summary>The share of its weight that a factor gives when nobody knows it: neither a pass nor a worst case.</summary>
    public const double Unknown = .5;

    /// <summary>The share of the points that is taken off for what only tests, shows or documents.</summary>
    public const double NotProduct = .5;

    /// <summary>The share of <see cref="Severity"/> of each severity.</summary>
    public static double Share(Severity severity) => severity switch
    {
        Posture.Severity.Critical => 1,
        Posture.Severity.High => .75,
        Posture.Severity.Medium => .45,
        Posture.Severity.Low => .2,
        _ => .05,
    };
}
