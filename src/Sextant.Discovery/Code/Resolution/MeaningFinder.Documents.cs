using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Settings;

namespace Sextant.Discovery.Code.Resolution;

/// <summary>Documents of the repository that code loads: they mean what they hold.</summary>
internal sealed partial class MeaningFinder
{
    private const int MaxPathDepth = 12;

    private static readonly string[] Layers = ["default", "production", "development"];

    private List<Meaning> OfDocument(Site site, string symbol, Expression.Call call, Query query)
    {
        var all = new List<Meaning>();
        foreach (var path in DocumentPaths(site, symbol, call, query).Take(4))
        {
            if (configuration?.Document(path, site.Unit.Path) is not { } document)
                continue;
            var root = new Meaning.Constant(new Site(document.Unit, 0, document.Root), TextSource.Configuration);
            if (symbol.StartsWith("dynaconf.", StringComparison.Ordinal) && document.Root is Expression.Mapping layers)
                AddAll(all, [.. Layers.SelectMany(l => OfDocumentMember(root.Origin, layers, l, query))], TextSource.Configuration);
            all.Add(root);
        }

        return all;
    }

    private IEnumerable<string> DocumentPaths(Site site, string symbol, Expression.Call call, Query query)
    {
        if (symbol == "hydra.compose()")
        {
            var name = call.Argument("config_name", 0) is { } given ? PathText(site.With(given), query, 0) : null;
            return name is null ? [] : [$"conf/{name}.yaml", $"config/{name}.yaml", $"configs/{name}.yaml", $"{name}.yaml"];
        }

        var argument = symbol.StartsWith("dynaconf.", StringComparison.Ordinal)
            ? call.Argument("settings_files") ?? call.Argument("settings_file")
            : call.Argument("", 0) ?? call.Argument("filename") ?? call.Argument("stream");
        var items = argument is Expression.Sequence list ? list.Items : argument is null ? [] : [argument];
        return items.Select(i => PathText(site.With(i), query, 0)).OfType<string>();
    }

    /// <summary>The last known parts of the path of the file that an expression is, was opened from, or was read from; null if none is known.</summary>
    private string? PathText(Site site, Query query, int depth)
    {
        if (depth > MaxPathDepth || !query.Enter())
            return null;
        string? found = null;
        foreach (var meaning in Of(site, query))
        {
            found ??= meaning switch
            {
                Meaning.Constant { Origin: var origin } => PathOfConstant(origin, query, depth),
                Meaning.Foreign { Origin: { Expression: Expression.Call call } origin, Path: var path } => PathOfCall(origin, path, call, query, depth),
                _ => null,
            };
        }

        query.Leave();
        return found;
    }

    private string? PathOfConstant(Site origin, Query query, int depth) => origin.Expression switch
    {
        Expression.Text text => text.Value,
        Expression.Template { Pieces: var pieces } => Tail(pieces.Select(p => p is Expression.Text t ? t.Value : null), "").TrimStart('/'),
        Expression.Operation { Operator: "/", Operands: var parts } => Tail(parts.Select(p => PathText(origin.With(p), query, depth + 1)), "/"),
        Expression.Operation { Operator: "+", Operands: var parts } => Tail(parts.Select(p => PathText(origin.With(p), query, depth + 1)), "").TrimStart('/'),
        Expression.Call { Callee: Expression.Member method } => PathText(origin.With(method.Target), query, depth + 1),
        _ => null,
    };

    private string? PathOfCall(Site origin, string symbol, Expression.Call call, Query query, int depth)
    {
        var traits = indexOf(origin.Unit).Traits;
        if (traits.FileOpeners.Contains(symbol) && call.Arguments.Count > 0)
            return PathText(origin.With(call.Argument("file", 0) ?? call.Arguments[0].Value), query, depth + 1);
        if (traits.PathJoiners.Contains(symbol))
            return Tail(call.Arguments.Select(a => PathText(origin.With(a.Value), query, depth + 1)), "/") is { Length: > 0 } joined ? joined : null;
        if (call.Callee is not Expression.Member method)
            return null;
        return method.Id switch
        {
            "read" or "read_text" or "read_bytes" or "open" or "resolve" or "absolute" or "expanduser" or "as_posix" => PathText(origin.With(method.Target), query, depth + 1),
            "joinpath" => Tail(call.Arguments.Select(a => PathText(origin.With(a.Value), query, depth + 1)), "/"),
            _ => null,
        };
    }

    /// <summary>What follows the last unknown part.</summary>
    private static string Tail(IEnumerable<string?> parts, string separator)
    {
        var known = new List<string>();
        foreach (var part in parts)
        {
            if (part is null)
                known.Clear();
            else
                known.Add(part);
        }

        return string.Join(separator, known);
    }

    /// <summary>The value of a key of a document, read like a member; of a group of the document's <c>defaults</c>, that group's document.</summary>
    private List<Meaning> OfDocumentMember(Site origin, Expression.Mapping document, string name, Query query)
    {
        var all = new List<Meaning>();
        var value = document[name] ?? document.Entries.FirstOrDefault(e => e.Key is Expression.Text key && key.Value.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
        if (value is not null)
            AddAll(all, Of(origin.With(value), query), TextSource.Configuration);
        if (document["defaults"] is Expression.Sequence defaults && GroupOf(defaults, name) is { } chosen && configuration?.Document($"{name}/{chosen}.yaml", origin.Unit.Path) is { } group)
            all.Add(new Meaning.Constant(new Site(group.Unit, 0, group.Root), TextSource.Configuration));
        return all;
    }

    private static string? GroupOf(Expression.Sequence defaults, string name) =>
        defaults.Items.OfType<Expression.Mapping>().Select(m => m[name] ?? m["override " + name]).OfType<Expression.Text>().FirstOrDefault()?.Value;

    /// <summary>The document that a text names, where frameworks load it in the text's place (<c>agents_config = "config/agents.yaml"</c>).</summary>
    private LoadedDocument? NamedDocument(Site origin, Expression.Text text) =>
        text.Value.EndsWith(".yaml", StringComparison.Ordinal) || text.Value.EndsWith(".yml", StringComparison.Ordinal) ? configuration?.Document(text.Value, origin.Unit.Path) : null;

    /// <summary>The document that a framework loads into a member of a class by convention; empty if there is none.</summary>
    private IReadOnlyList<Meaning> OfConventionalMember(CodeUnit unit, Scope type, string name)
    {
        if (!indexOf(unit).Traits.DocumentMembers.TryGetValue(name, out var convention) || !UnitIndex.IsDecorated(type, convention.Decorator))
            return Nothing;
        return configuration?.Document(convention.Path, unit.Path) is { } document ? [new Meaning.Constant(new Site(document.Unit, 0, document.Root), TextSource.Configuration)] : Nothing;
    }

    /// <summary>The document that a decorator of a program's entry gives its first parameter (<c>@hydra.main</c>).</summary>
    private Meaning.Constant? ConfigurationOf(CodeUnit unit, Binding binding, Query query)
    {
        if (configuration is null || binding is not { Function: { Decorators.Count: > 0 } function, Parameter: { } parameter } || !ReferenceEquals(function.Parameters[0], parameter))
            return null;
        foreach (var decorator in function.Decorators.OfType<Expression.Call>())
        {
            if (SymbolOf(new Site(unit, binding.Scope, decorator), query) != "hydra.main()" || decorator.Argument("config_name", 1) is not Expression.Text name)
                continue;
            var folder = decorator.Argument("config_path", 0) is Expression.Text path ? path.Value + "/" : "";
            var file = name.Value.Contains(".y", StringComparison.Ordinal) ? name.Value : name.Value + ".yaml";
            if (configuration.Document(folder + file, unit.Path) is { } document)
                return new Meaning.Constant(new Site(document.Unit, 0, document.Root), TextSource.Configuration);
        }

        return null;
    }
}
