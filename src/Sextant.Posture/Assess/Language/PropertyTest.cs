using Sextant.Map;

namespace Sextant.Posture.Assess.Language;

/// <summary>A test of one facet, checked against the vocabulary.</summary>
/// <param name="Facet">The facet.</param>
/// <param name="Operator">How it is compared.</param>
/// <param name="Values">What it is compared with; empty for <c>missing</c> and <c>present</c>.</param>
/// <param name="IfMissing">
/// What a facet that nobody read gives: unknown, unless the test says that it holds (<c>any [product, missing]</c>) or fails
/// (<c>known true</c>, for facets that are recorded only where they are so).
/// </param>
public sealed record PropertyTest(Facet Facet, TestOperator Operator, IReadOnlyList<string> Values, Truth IfMissing)
{
    /// <summary>The value of a choice that says that nobody knows.</summary>
    public const string UnknownValue = "unknown";

    /// <summary>The value as a number, for comparisons.</summary>
    public double Number { get; init; }

    /// <summary>Whether an asset passes. What nobody read is unknown, except to the tests that ask just that.</summary>
    public Truth Of(Asset asset) => Of(asset[Facet.Name]);

    /// <inheritdoc cref="Of(Asset)"/>
    public Truth Of(PropertyValue? value)
    {
        var known = value is not null && value is not PropertyValue.Text { Value: UnknownValue };
        return Operator switch
        {
            TestOperator.Missing => (!known).ToTruth(),
            TestOperator.Present => known.ToTruth(),
            _ when !known => IfMissing,
            _ => Holds(value).ToTruth(),
        };
    }

    private bool Holds(PropertyValue? value) => Operator switch
    {
        TestOperator.Is or TestOperator.Has or TestOperator.Any => IsAmong(value),
        TestOperator.IsNot or TestOperator.Lacks => !IsAmong(value),
        _ => value is PropertyValue.Number number && Compares(number.Value),
    };

    private bool IsAmong(PropertyValue? value)
    {
        if (value is PropertyValue.Set set)
            return Values.Any(set.Contains);
        var text = value is PropertyValue.Text t ? t.Value : value?.ToString();
        foreach (var candidate in Values)
        {
            if (string.Equals(candidate, text, StringComparison.Ordinal))
                return true;
        }

        return value is PropertyValue.Number n && Facet.Type == FacetType.Number && n.Value.Equals(Number);
    }

    private bool Compares(double value) => Operator switch
    {
        TestOperator.Less => value < Number,
        TestOperator.LessOrEqual => value <= Number,
        TestOperator.Greater => value > Number,
        TestOperator.GreaterOrEqual => value >= Number,
        _ => false,
    };
}
