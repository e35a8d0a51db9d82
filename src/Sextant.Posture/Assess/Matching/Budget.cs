namespace Sextant.Posture.Assess.Matching;

/// <summary>How much work one rule may do: each asset tried and each relation followed is a step.</summary>
internal sealed class Budget(long steps)
{
    /// <summary>Whether it is used up.</summary>
    public bool IsSpent => steps < 0;

    /// <summary>Takes a step; false if there is none left.</summary>
    public bool Spend() => --steps >= 0;
}
