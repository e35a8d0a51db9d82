using Sextant.Discovery.Code.Facts;

namespace Sextant.Discovery.Code.Resolution;

/// <summary>Texts that calls give: methods of texts, environment variables, defaults of fields and options.</summary>
internal sealed partial class TextFinder
{
    private IReadOnlyList<ResolvedText> OfCall(Site site, Expression.Call call, Query query)
    {
        if (call.Callee is Expression.Member method && OfTextMethod(site, call, method, query) is { Count: > 0 } changed)
            return changed;
        return OfMeanings(site, query);
    }

    /// <summary>What a method of a text gives; empty if it is no text, or no method that is known.</summary>
    private IReadOnlyList<ResolvedText> OfTextMethod(Site site, Expression.Call call, Expression.Member method, Query query)
    {
        switch (method.Id)
        {
            case "join" when call.Arguments is [{ Value: Expression.Sequence parts }]:
                return OfJoin(site, method.Target, parts, query);
            case "join" when call.Arguments.Count <= 1 && indexOf(site.Unit).Traits.ObjectLiterals:
                var separator = call.Arguments is [{ Value: var given }] ? given : new Expression.Text(",", call.Line);
                return meanings.Of(site.With(method.Target), query) is [Meaning.Constant { Origin: { Expression: Expression.Sequence items } list }]
                    ? OfJoin(list, separator, items, query) : [];
            case "format":
                var formatted = new List<ResolvedText>();
                foreach (var text in Of(site.With(method.Target), query))
                    formatted.AddRange(OfBraces(site, text, call, query).Take(MaxCombinations));
                return formatted;
            case "strip" or "lstrip" or "rstrip" or "trim" or "lower" or "upper" or "toLowerCase" or "toUpperCase" or "encode" or "decode" or "toString":
                return [.. Of(site.With(method.Target), query).Select(t => t with { Text = Changed(t.Text, method.Id, call) })];
            default:
                return None;
        }
    }

    private static string Changed(string text, string method, Expression.Call call) => method switch
    {
        "strip" or "trim" when call.Arguments.Count == 0 => text.Trim(),
        "lstrip" when call.Arguments.Count == 0 => text.TrimStart(),
        "rstrip" when call.Arguments.Count == 0 => text.TrimEnd(),
        "strip" when call.Arguments is [{ Value: Expression.Text { Value: var set } }] => text.Trim(set.ToCharArray()),
        "rstrip" when call.Arguments is [{ Value: Expression.Text { Value: var set } }] => text.TrimEnd(set.ToCharArray()),
        "lstrip" when call.Arguments is [{ Value: Expression.Text { Value: var set } }] => text.TrimStart(set.ToCharArray()),
        "lower" or "toLowerCase" => text.ToLowerInvariant(),
        "upper" or "toUpperCase" => text.ToUpperInvariant(),
        _ => text,
    };

    private List<ResolvedText> OfJoin(Site site, Expression separator, Expression.Sequence parts, Query query)
    {
        var pieces = new List<Expression>();
        foreach (var part in parts.Items)
        {
            if (pieces.Count > 0)
                pieces.Add(separator);
            pieces.Add(part);
        }

        return Joined(site, pieces, query);
    }

    /// <summary>The texts of something from outside: what reads the environment, holds a default, or is the parsed command line.</summary>
    private IReadOnlyList<ResolvedText> OfForeign(Meaning.Foreign foreign, Query query)
    {
        var traits = indexOf(foreign.Origin.Unit).Traits;
        if (constants(foreign.Origin.Unit.Language, foreign.Path) is { } known)
            return [new ResolvedText(known, TextSource.Literal, foreign.Origin.Unit.Path, foreign.Origin.Expression.Line)];
        if (EnvironmentRead.Of(foreign, traits) is var (_, standard))
            return OfVariable(foreign.Origin, foreign.Variable, standard, query);
        if (foreign.Origin.Expression is Expression.Call call && traits.FieldMakers.Contains(foreign.Path))
            return OfField(foreign.Origin, call, query);
        if (foreign.Origin.Expression is Expression.Call { Arguments: [{ Keyword: null, Value: var inner }, ..] })
        {
            if (traits.DedentingCalls.Contains(foreign.Path))
                return [.. Of(foreign.Origin.With(inner), query).Select(t => t with { Text = Indentation.Removed(t.Text) })];
            if (traits.WrappingCalls.Contains(foreign.Path))
                return Of(foreign.Origin.With(inner), query);
        }

        var dot = foreign.Path.LastIndexOf('.');
        return dot > 0 && traits.ParsedArguments.Contains(foreign.Path[..dot]) ? OfOption(foreign, foreign.Path[(dot + 1)..], query) : None;
    }

    private List<ResolvedText> OfVariable(Site site, string? variable, Expression? standard, Query query)
    {
        var all = new List<ResolvedText>();
        if (variable is not null && Configured(variable, site.Unit) is { } configured)
            all.Add(configured);
        if (standard is null)
            return all;
        foreach (var text in Of(site.With(standard), query))
            Add(all, text with { Source = text.Source > TextSource.Default ? text.Source : TextSource.Default, EnvironmentVariable = variable ?? text.EnvironmentVariable });
        return all;
    }

    private List<ResolvedText> OfField(Site site, Expression.Call call, Query query)
    {
        var standard = call.Argument("default", 0) ?? call.Argument("default_factory");
        if (standard is Expression.Operation { Operator: "lambda", Operands: [var body] })
            standard = body;
        var variable = (call.Argument("env") ?? call.Argument("validation_alias") ?? call.Argument("envvar")) is Expression.Text name ? name.Value : null;
        return standard is null ? [] : [.. Of(site.With(standard), query).Select(t => AsDefault(t, variable))];
    }

    private List<ResolvedText> OfOption(Meaning.Foreign parsed, string name, Query query)
    {
        var all = new List<ResolvedText>();
        foreach (var (scope, call) in indexOf(parsed.Origin.Unit).OptionCalls)
        {
            if (!CommandLineOption.Declares(call, name))
                continue;
            if (call.Argument("default") is { } standard)
            {
                foreach (var text in Of(new Site(parsed.Origin.Unit, scope, standard), query))
                    Add(all, AsDefault(text, null));
            }
        }

        return all;
    }

    private static ResolvedText AsDefault(ResolvedText text, string? variable) => text with
    {
        Source = text.Source > TextSource.Default ? text.Source : TextSource.Default,
        EnvironmentVariable = text.EnvironmentVariable ?? variable,
    };
}
