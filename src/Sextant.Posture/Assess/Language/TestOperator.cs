namespace Sextant.Posture.Assess.Language;

/// <summary>How a property is compared.</summary>
public enum TestOperator
{
    /// <summary>Equal to a value.</summary>
    Is,

    /// <summary>Known, and not the value.</summary>
    IsNot,

    /// <summary>One of several values; for a set, that it has at least one of them.</summary>
    Any,

    /// <summary>A set has the value.</summary>
    Has,

    /// <summary>A set is known and does not have the value.</summary>
    Lacks,

    /// <summary>Nobody read it. Never unknown.</summary>
    Missing,

    /// <summary>Somebody read it. Never unknown.</summary>
    Present,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}
