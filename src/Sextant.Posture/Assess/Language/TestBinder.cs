using System.Globalization;
using Sextant.Map;

namespace Sextant.Posture.Assess.Language;

/// <summary>Makes typed tests of the properties in a pattern's braces.</summary>
internal sealed class TestBinder(Lexicon lexicon, List<Mistake> mistakes)
{
    private const string MissingWord = "missing";

    public PropertyTest? Bind(PropertySyntax property)
    {
        if (lexicon.Facet(property.Name, mistakes) is not { } facet)
            return null;
        if (Unfit(facet, property) is { } unfit)
        {
            mistakes.Add(new Mistake(unfit, property.Name.Offset));
            return null;
        }

        var orMissing = property.Operator == TestOperator.Any && property.Values.Any(v => v.Text == MissingWord);
        var values = property.Values.Where(v => !orMissing || v.Text != MissingWord).ToArray();
        if (!values.All(v => Allowed(facet, v)))
            return null;
        var number = values.Length == 1 && double.TryParse(values[0].Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) ? n : 0;
        return new PropertyTest(facet, property.Operator, [.. values.Select(v => v.Text)], IfMissing(property, orMissing)) { Number = number };
    }

    private Truth IfMissing(PropertySyntax property, bool orMissing)
    {
        if (orMissing && property.IsKnown)
            mistakes.Add(new Mistake($"'known' and '{MissingWord}' contradict one another", property.Name.Offset));
        return orMissing ? Truth.True : property.IsKnown ? Truth.False : Truth.Unknown;
    }

    private bool Allowed(Facet facet, Word value)
    {
        if (value.Text == PropertyTest.UnknownValue && facet.Type == FacetType.Choice)
        {
            mistakes.Add(new Mistake($"'{PropertyTest.UnknownValue}' is never matched; write '{facet.Name}: {MissingWord}' for what nobody knows", value.Offset));
            return false;
        }

        return Lexicon.Value(facet, value, mistakes);
    }

    private static string? Unfit(Facet facet, PropertySyntax property) => (facet.Type, property.Operator) switch
    {
        (_, TestOperator.Missing or TestOperator.Present) => property.IsKnown ? "'known' stands before a value, not before 'missing' or 'present'" : null,
        (_, TestOperator.Is) when property.IsList => $"write 'any' before the list, as in '{facet.Name}: any [x, y]'",
        (FacetType.Set, TestOperator.Is) => $"'{facet.Name}' is a set; write '{facet.Name}: has {property.Values[0].Text}'",
        (FacetType.Set, TestOperator.IsNot) => $"'{facet.Name}' is a set; write '{facet.Name}: lacks {property.Values[0].Text}'",
        (FacetType.Set, TestOperator.Has or TestOperator.Lacks or TestOperator.Any) => null,
        (_, TestOperator.Has or TestOperator.Lacks) => $"'{facet.Name}' is no set; write '{facet.Name}: {property.Values[0].Text}' or '!= {property.Values[0].Text}'",
        (FacetType.Text or FacetType.Choice or FacetType.Flag, TestOperator.Any) => null,
        (_, TestOperator.Is or TestOperator.IsNot) => null,
        (FacetType.Number, not TestOperator.Any) => null,
        _ => $"'{facet.Name}' is a {Kebab<FacetType>.Name(facet.Type)}, which cannot be compared so",
    };
}
