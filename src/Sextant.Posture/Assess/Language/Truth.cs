namespace Sextant.Posture.Assess.Language;

/// <summary>Kleene's three values, ordered so that "and" is the least and "or" the greatest.</summary>
public enum Truth
{
    False,
    Unknown,
    True,
}

/// <summary>The strong logic of indeterminacy (S. C. Kleene, Introduction to Metamathematics, §64).</summary>
public static class TruthExtensions
{
    public static Truth And(this Truth left, Truth right) => left < right ? left : right;

    public static Truth Or(this Truth left, Truth right) => left > right ? left : right;

    public static Truth Not(this Truth value) => Truth.True - (int)value;

    /// <summary>The truth of something known.</summary>
    public static Truth ToTruth(this bool value) => value ? Truth.True : Truth.False;
}
