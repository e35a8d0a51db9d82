using Sextant.Discovery.Code.Facts;

namespace Sextant.Discovery.Code.Resolution;

/// <summary>Types: what an object of a type is.</summary>
internal sealed partial class MeaningFinder
{
    /// <summary>An object of the type that an expression names; empty for collections and for types of the language itself.</summary>
    private IReadOnlyList<Meaning> OfType(Site site, Query query)
    {
        if (!query.Enter())
            return Nothing;
        var found = site.Expression switch
        {
            Expression.Operation { Operator: "|" } union => OfTypes(site, union.Operands, query),
            Expression.Element { Index: var index } generic => OfGeneric(site, generic, index is Expression.Sequence several ? several.Items : [index], query),
            Expression.Text quoted => DottedName(quoted) is { } name ? OfType(site.With(name), query) : Nothing,
            Expression.Name or Expression.Member => ObjectsOf(site, query),
            _ => Nothing,
        };
        query.Leave();
        return found;
    }

    private List<Meaning> OfTypes(Site site, IEnumerable<Expression> types, Query query)
    {
        var all = new List<Meaning>();
        foreach (var type in types)
            AddAll(all, OfType(site.With(type), query), TextSource.Literal);
        return all;
    }

    private IReadOnlyList<Meaning> OfGeneric(Site site, Expression.Element generic, IReadOnlyList<Expression> arguments, Query query)
    {
        var traits = indexOf(site.Unit).Traits;
        var symbol = SymbolOf(site.With(generic.Target), query);
        if (symbol is null || arguments.Count == 0)
            return Nothing;
        if (traits.ClassTypes.Contains(symbol))
            return Of(site.With(arguments[0]), query);
        if (traits.TransparentTypes.Contains(symbol))
            return OfTypes(site, symbol.EndsWith(".Union", StringComparison.Ordinal) ? arguments : arguments.Take(1), query);
        return ObjectsOf(site.With(generic.Target), query);
    }

    private List<Meaning> ObjectsOf(Site site, Query query)
    {
        var all = new List<Meaning>();
        foreach (var type in Of(site, query))
        {
            if (type is Meaning.Defined { Scope.Kind: ScopeKind.Class } own)
                all.Add(new Meaning.Instance(own.Unit, own.Scope, site, TextSource.Literal));
            else if (type is Meaning.Foreign { Path: var path } && IsObjectType(path))
                all.Add(new Meaning.Foreign(path + "()", site, TextSource.Literal));
            else if (type is Meaning.Constant { Origin: { Expression: Expression.Operation { Operator: "|" } or Expression.Text } alias })
                AddAll(all, OfType(alias, query), TextSource.Literal);
        }

        return all;
    }

    private static bool IsObjectType(string path) =>
        !path.StartsWith("builtins.", StringComparison.Ordinal) && !path.StartsWith("typing.", StringComparison.Ordinal)
        && !path.StartsWith("collections.abc.", StringComparison.Ordinal) && path[^1] is not (')' or ']');

    /// <summary>The name in a quoted type: <c>"app.models.Client"</c>; null if it is more than a name.</summary>
    private static Expression? DottedName(Expression.Text quoted)
    {
        Expression? name = null;
        foreach (var part in quoted.Value.Split('.', 8))
        {
            if (part.Length == 0 || !part.All(c => char.IsLetterOrDigit(c) || c == '_'))
                return null;
            name = name is null ? new Expression.Name(part, quoted.Line) : new Expression.Member(name, part, quoted.Line);
        }

        return name;
    }
}
