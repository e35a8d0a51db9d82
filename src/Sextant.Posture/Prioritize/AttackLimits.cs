namespace Sextant.Posture.Prioritize;

/// <summary>Where looking for attack paths stops, and why there.</summary>
public static class AttackLimits
{
    /// <summary>The least probability of a path: below one in a hundred a chain is a row of guesses, and shown would bury the rest.</summary>
    public const double Cutoff = .01;

    /// <summary>The most steps of a path: real intrusions seldom have more, and nobody reads on.</summary>
    public const int MaxSteps = 8;

    /// <summary>The most paths that are shown, by default.</summary>
    public const int MaxPaths = 50;

    /// <summary>The least probability in a blast radius: what follows from a fallen asset more often than one time in twenty.</summary>
    public const double BlastCutoff = .05;

    /// <summary>The most steps of a blast radius.</summary>
    public const int BlastSteps = 6;

    /// <summary>The most ways looked at for one blast radius, to bound time where one asset reaches everything.</summary>
    public const int BlastLabels = 20_000;

    /// <summary>The share of a path's value that is left when its likelihood is at the cutoff.</summary>
    public const double UnlikelyShare = .25;

    /// <summary>Likelihood on a scale of orders of magnitude: 1 for certain, 0 at the cutoff.</summary>
    public static double Ease(double cost) => Math.Clamp(1 + (cost / Math.Log(Cutoff)), 0, 1);
}
