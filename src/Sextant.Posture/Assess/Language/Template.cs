using System.Text;

namespace Sextant.Posture.Assess.Language;

/// <summary>
/// A sentence with holes: <c>{a}</c> is the name of what <c>a</c> stands for, <c>{a.provider}</c> its facet, <c>{a.id}</c> its id.
/// What stands in double braces is copied as it is, so that a step may show <c>${{ secrets.KEY }}</c>.
/// </summary>
/// <param name="Parts">The parts in order.</param>
public sealed record Template(IReadOnlyList<TemplatePart> Parts)
{
    /// <summary>Fills the holes.</summary>
    public string Fill(Func<TemplatePart, string> hole)
    {
        var text = new StringBuilder();
        foreach (var part in Parts)
            text.Append(part.Slot < 0 ? part.Text : hole(part));
        return text.ToString();
    }

    internal static Template Parse(string text, IReadOnlyDictionary<string, int> slots, Lexicon lexicon, List<Mistake> mistakes)
    {
        var parts = new List<TemplatePart>();
        var from = 0;
        for (var open = text.IndexOf('{', StringComparison.Ordinal); open >= 0; open = text.IndexOf('{', from))
        {
            var isVerbatim = string.CompareOrdinal(text, open, "{{", 0, 2) == 0;
            var close = text.IndexOf(isVerbatim ? "}}" : "}", open, StringComparison.Ordinal);
            if (close < 0)
            {
                mistakes.Add(new Mistake("this '{' is not closed", open));
                return new Template(parts);
            }

            var end = close + (isVerbatim ? 2 : 1);
            parts.Add(new TemplatePart(text[from..(isVerbatim ? end : open)], -1, null));
            if (!isVerbatim)
                Hole(text[(open + 1)..close], open + 1, parts, slots, lexicon, mistakes);
            from = end;
        }

        parts.Add(new TemplatePart(text[from..], -1, null));
        return new Template(parts);
    }

    private static void Hole(string hole, int offset, List<TemplatePart> parts, IReadOnlyDictionary<string, int> slots, Lexicon lexicon, List<Mistake> mistakes)
    {
        var dot = hole.IndexOf('.', StringComparison.Ordinal);
        var (name, property) = dot < 0 ? (hole, null) : (hole[..dot], hole[(dot + 1)..]);
        if (!slots.TryGetValue(name, out var slot))
            mistakes.Add(new Mistake($"no node of 'match' is named '{name}'{Suggestion.For(name, [.. slots.Keys.Order(StringComparer.Ordinal)])}", offset));
        else if (property is null or "id" || lexicon.Facet(new Word(property, offset + dot + 1), mistakes) is not null)
            parts.Add(new TemplatePart("", slot, property));
    }
}

/// <summary>A piece of text, or a hole where <paramref name="Slot"/> is not negative.</summary>
/// <param name="Text">The text.</param>
/// <param name="Slot">The slot of the node that fills the hole, or -1.</param>
/// <param name="Property">The facet to show, <c>id</c>, or null for the name.</param>
public sealed record TemplatePart(string Text, int Slot, string? Property);
