namespace Sextant.Map;

/// <summary>How sure an observation is. Ordered: a later one outweighs an earlier one.</summary>
public enum Confidence
{
    /// <summary>A hint: a name, a convention.</summary>
    Possible,

    /// <summary>Inferred from what usually means it.</summary>
    Likely,

    /// <summary>Said by the thing itself.</summary>
    Certain,
}
