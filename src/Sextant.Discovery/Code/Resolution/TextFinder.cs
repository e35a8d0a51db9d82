using Sextant.Discovery.Code.Facts;

namespace Sextant.Discovery.Code.Resolution;

/// <summary>Finds the texts that an expression may have.</summary>
internal sealed partial class TextFinder(MeaningFinder meanings, Func<CodeUnit, UnitIndex> indexOf, Func<string, ResolvedText?>? configuration, Func<string, string, string?> constants)
{
    /// <summary>Texts kept of one expression.</summary>
    private const int MaxTexts = 24;

    /// <summary>Longer texts are not put together from parts.</summary>
    private const int MaxLength = 1 << 18;

    private static readonly IReadOnlyList<ResolvedText> None = [];

    /// <summary>The texts of an expression, in the order of the file.</summary>
    public IReadOnlyList<ResolvedText> Of(Site site, Query query)
    {
        if (!query.Enter())
            return None;
        var found = site.Expression switch
        {
            Expression.Text text => [new ResolvedText(text.Value, TextSource.Literal, site.Unit.Path, text.Line)],
            Expression.Template template => Joined(site, template.Pieces, query),
            Expression.Operation operation => OfOperation(site, operation, query),
            Expression.Call call => OfCall(site, call, query),
            Expression.Name or Expression.Member or Expression.Element => OfMeanings(site, query),
            _ => None,
        };
        query.Leave();
        return found;
    }

    private IReadOnlyList<ResolvedText> OfOperation(Site site, Expression.Operation operation, Query query) => operation switch
    {
        { Operator: "await", Operands: [var operand] } => Of(site.With(operand), query),
        { Operator: ":=", Operands: [_, var value] } => Of(site.With(value), query),
        { Operator: "?:" or "or" or "??" or "||" } or { Operator: "for", Operands.Count: 1 } => OfMeanings(site, query),
        { Operator: "+" } => Joined(site, operation.Operands, query),
        { Operator: "%", Operands: [var format, var values] } => OfFormat(site, format, values is Expression.Sequence { Items: var items } ? items : [values], query),
        _ => None,
    };

    /// <summary>The texts of what a name, member, element or call stands for.</summary>
    private List<ResolvedText> OfMeanings(Site site, Query query)
    {
        var found = new List<ResolvedText>();
        foreach (var meaning in meanings.Of(site, query))
        {
            foreach (var text in OfMeaning(meaning, query))
                Add(found, Reached(text, meaning));
        }

        return InOrder(found);
    }

    private IReadOnlyList<ResolvedText> OfMeaning(Meaning meaning, Query query) => meaning switch
    {
        Meaning.Constant { Origin: var origin } => OfConstant(origin, query),
        Meaning.Foreign foreign => OfForeign(foreign, query),
        _ => None,
    };

    private IReadOnlyList<ResolvedText> OfConstant(Site origin, Query query)
    {
        if (!query.Follow(origin.Expression))
            return None;
        var found = Of(origin, query);
        query.Unfollow(origin.Expression);
        return found;
    }

    private static ResolvedText Reached(ResolvedText text, Meaning meaning)
    {
        var variable = text.EnvironmentVariable ?? meaning.Variable;
        return text with { Source = meaning.Via > text.Source ? meaning.Via : text.Source, EnvironmentVariable = variable };
    }

    private static void Add(List<ResolvedText> all, ResolvedText text)
    {
        if (all.Count < MaxTexts && !all.Contains(text))
            all.Add(text);
    }

    /// <summary>Several values of one file in the order in which they stand there.</summary>
    private static List<ResolvedText> InOrder(List<ResolvedText> found) =>
        found.Count < 2 || found.Any(t => t.Path != found[0].Path) ? found : [.. found.OrderBy(t => t.Line)];
}
