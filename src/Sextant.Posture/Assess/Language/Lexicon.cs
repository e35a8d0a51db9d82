using System.Globalization;
using Sextant.Map;

namespace Sextant.Posture.Assess.Language;

/// <summary>Gives words their meaning by the map's vocabulary, and says what is allowed where one has none.</summary>
internal sealed class Lexicon(IReadOnlyDictionary<string, Facet> facets)
{
    public static AssetKind? Kind(Word word, List<Mistake> mistakes) => Member<AssetKind>(word, "asset kind", mistakes);

    public static RelationKind? Relation(Word word, List<Mistake> mistakes) => Member<RelationKind>(word, "relation", mistakes);

    public Facet? Facet(Word word, List<Mistake> mistakes)
    {
        if (facets.TryGetValue(word.Text, out var facet))
            return facet;
        mistakes.Add(new Mistake($"unknown property '{word.Text}'{Suggestion.For(word.Text, [.. facets.Keys.Order(StringComparer.Ordinal)])}", word.Offset));
        return null;
    }

    /// <summary>Whether a value may stand for a facet.</summary>
    public static bool Value(Facet facet, Word value, List<Mistake> mistakes)
    {
        var allowed = facet.Type == FacetType.Flag ? ["true", "false"] : facet.Values;
        if (facet.Type == FacetType.Number)
        {
            if (double.TryParse(value.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _))
                return true;
            mistakes.Add(new Mistake($"'{facet.Name}' is a number, and '{value.Text}' is none", value.Offset));
            return false;
        }

        if (allowed.Count == 0 || allowed.Contains(value.Text, StringComparer.Ordinal))
            return true;
        mistakes.Add(new Mistake($"'{value.Text}' is no value of '{facet.Name}'{Suggestion.For(value.Text, [.. allowed])}", value.Offset));
        return false;
    }

    private static T? Member<T>(Word word, string what, List<Mistake> mistakes)
        where T : struct, Enum
    {
        if (Kebab<T>.TryParse(word.Text, out var member))
            return member;
        mistakes.Add(new Mistake($"unknown {what} '{word.Text}'{Suggestion.For(word.Text, [.. Kebab<T>.Names])}", word.Offset));
        return null;
    }
}
