using Sextant.Discovery.Code.Facts;

namespace Sextant.Discovery.Code.Resolution;

/// <summary>Texts that are put together from parts; parts that are not known are holes.</summary>
internal sealed partial class TextFinder
{
    private const string Hole = "{}";

    /// <summary>Ways to put one text together that are kept.</summary>
    private const int MaxCombinations = 8;

    private List<ResolvedText> Joined(Site site, IReadOnlyList<Expression> pieces, Query query)
    {
        var known = false;
        var line = site.Expression.Line;
        var texts = new List<ResolvedText> { new("", TextSource.Literal, site.Unit.Path, line) };
        foreach (var piece in pieces)
        {
            var choices = OfPiece(site.With(piece), query);
            known |= choices.Count > 0;
            texts = choices.Count == 0 ? [.. texts.Select(t => Appended(t, Hole))] : Combined(texts, choices);
        }

        return known ? texts : [];
    }

    private IReadOnlyList<ResolvedText> OfPiece(Site site, Query query)
    {
        var texts = Of(site, query);
        if (texts.Count > 0 || site.Expression is Expression.Text)
            return texts;
        return meanings.Of(site, query) is [Meaning.Constant { Origin: { Expression: Expression.Number number } origin }]
            ? [new ResolvedText(number.Value, TextSource.Literal, origin.Unit.Path, number.Line)]
            : None;
    }

    private static List<ResolvedText> Combined(List<ResolvedText> texts, IReadOnlyList<ResolvedText> choices)
    {
        var all = new List<ResolvedText>();
        foreach (var choice in choices)
        {
            foreach (var text in texts.Take(Math.Max(1, MaxCombinations - all.Count)))
            {
                if (all.Count < MaxCombinations)
                    all.Add(Appended(text, choice.Text) with { Source = Weaker(text, choice), EnvironmentVariable = text.EnvironmentVariable ?? choice.EnvironmentVariable });
            }
        }

        return all;
    }

    private static ResolvedText Appended(ResolvedText text, string more) =>
        text.Text.Length + more.Length > MaxLength ? text : text with { Text = text.Text + more };

    private static TextSource Weaker(ResolvedText one, ResolvedText other) => one.Source > other.Source ? one.Source : other.Source;

    /// <summary><c>"model-%s" % size</c>.</summary>
    private List<ResolvedText> OfFormat(Site site, Expression format, IReadOnlyList<Expression> values, Query query)
    {
        var all = new List<ResolvedText>();
        foreach (var text in Of(site.With(format), query))
        {
            var pieces = PercentFormat.Pieces(text.Text, values, text.Line);
            foreach (var joined in Joined(site, pieces, query))
                Add(all, joined with { Path = text.Path, Line = text.Line, Source = Weaker(joined, text) });
        }

        return all;
    }

    /// <summary><c>"model-{}".format(size)</c>.</summary>
    private List<ResolvedText> OfBraces(Site site, ResolvedText format, Expression.Call call, Query query)
    {
        var pieces = BraceFormat.Pieces(format.Text, call, format.Line);
        return [.. Joined(site, pieces, query).Select(j => j with { Path = format.Path, Line = format.Line, Source = Weaker(j, format) })];
    }
}
