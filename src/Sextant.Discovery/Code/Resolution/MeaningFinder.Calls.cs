using Sextant.Discovery.Code.Facts;

namespace Sextant.Discovery.Code.Resolution;

/// <summary>Results of calls, and elements of collections.</summary>
internal sealed partial class MeaningFinder
{
    private List<Meaning> OfCall(Site site, Expression.Call call, Query query)
    {
        if (call.Callee is Expression.Member { Id: "get" or "values" or "keys" or "copy" } member && OfMappingCall(site, call, member, query) is { } read)
            return read;
        if (call.Callee is Expression.Member unwrapping && indexOf(site.Unit).Traits.TransparentMethods.Contains(unwrapping.Id))
            return [.. Of(site.With(unwrapping.Target), query)];
        var all = new List<Meaning>();
        foreach (var callee in Of(site.With(call.Callee), query))
            AddAll(all, ResultOf(callee, site, call, query), callee is Meaning.Foreign && callee.Via != TextSource.Choice ? TextSource.Literal : callee.Via);
        return all.Count > 0 ? all : [new Meaning.Constant(site, TextSource.Literal)];
    }

    private IReadOnlyList<Meaning> ResultOf(Meaning callee, Site site, Expression.Call call, Query query)
    {
        switch (callee)
        {
            case Meaning.Foreign { Path: "functools.partial()", Origin: { Expression: Expression.Call { Arguments: [{ Value: var called }, ..] } } origin }:
                return Of(origin.With(new Expression.Call(called, [], call.Line)), query);
            case Meaning.Foreign { Path: var method } when indexOf(site.Unit).Traits.Builders && BuilderSymbol.Owner(method) is { } builder:
                return [new Meaning.Foreign(builder, site, TextSource.Literal)];
            case Meaning.Foreign { Path: var path }:
                return OfForeignCall(path + "()", site, call, query);
            case Meaning.Defined { Scope.Kind: ScopeKind.Function } function:
                return ResultsOf(function.Unit, function.Scope, site, query);
            case Meaning.Defined type:
                return [new Meaning.Instance(type.Unit, type.Scope, site, TextSource.Literal)];
            case Meaning.Instance instance:
                return [new Meaning.Foreign(instance.Symbol + "()", site, TextSource.Literal)];
            default:
                return Nothing;
        }
    }

    private IReadOnlyList<Meaning> OfForeignCall(string symbol, Site site, Expression.Call call, Query query)
    {
        var traits = indexOf(site.Unit).Traits;
        if (symbol == "builtins.getattr()" && call.Arguments is [{ Value: var target }, { Value: Expression.Text name }, ..])
            return Of(site.With(new Expression.Member(target, name.Value, site.Expression.Line)), query);
        if (symbol == "typing.cast()" && call.Arguments is [_, { Value: var cast }])
            return Of(site.With(cast), query);
        if (traits.TransparentCalls.Contains(symbol) && call.Arguments is [{ Keyword: null, Value: var inner }, ..] && Of(site.With(inner), query) is { Count: > 0 } same)
            return same;
        return [OfEnvironment(new Meaning.Foreign(symbol, site, TextSource.Literal), query)];
    }

    /// <summary>With the variable, if it is a read of the environment.</summary>
    private Meaning.Foreign OfEnvironment(Meaning.Foreign foreign, Query query)
    {
        if (EnvironmentRead.Of(foreign, indexOf(foreign.Origin.Unit).Traits) is not var (name, _))
            return foreign;
        var variable = Of(foreign.Origin.With(name), query) is [Meaning.Constant { Origin.Expression: Expression.Text text }] ? text.Value : null;
        return foreign with { Variable = variable };
    }

    /// <summary>What a function of the repository gives back: its results, else its type, else just that.</summary>
    private List<Meaning> ResultsOf(CodeUnit unit, Scope function, Site site, Query query)
    {
        var itself = new Meaning.Foreign(new Meaning.Defined(unit, function, site, default).Symbol + "()", site, TextSource.Literal);
        if (!query.Follow(function))
            return [itself];
        var returns = indexOf(unit).ReturnsOf(function.Number);
        var all = new List<Meaning>();
        foreach (var returned in returns)
        {
            if (returned.Value is { } value and not Expression.Nothing)
                AddAll(all, Of(new Site(unit, function.Number, value), query), returns.Count > 1 ? TextSource.Choice : TextSource.Literal);
        }

        if (!all.Any(m => m.Symbol is not null) && function.Returns is { } type)
            AddAll(all, OfType(new Site(unit, function.Parent, type), query), TextSource.Literal);
        query.Unfollow(function);
        return all.Count > 0 ? all : [itself];
    }

    private List<Meaning> OfElement(Site site, Expression.Element element, Query query)
    {
        var all = element.Index is Expression.Text key ? OfAssignedPath(site, key.Value, query) : [];
        foreach (var owner in Of(site.With(element.Target), query))
            AddAll(all, ElementOf(owner, element.Index, site, query), owner.Via);
        return all.Count > 0 ? all : [new Meaning.Constant(site, TextSource.Literal)];
    }

    private IReadOnlyList<Meaning> ElementOf(Meaning owner, Expression index, Site site, Query query) => owner switch
    {
        Meaning.Constant { Origin: { Expression: Expression.Mapping mapping } origin } => Entry(origin, mapping, site.With(index), query),
        Meaning.Constant { Origin.Expression: Expression.Sequence } => ElementsOf([owner], query, NumberOf(index)),
        Meaning.Foreign type when IsGeneric(type.Path, index) => [owner],
        Meaning.Foreign foreign => [OfEnvironment(new Meaning.Foreign(foreign.Path + "[]", site, TextSource.Literal), query)],
        Meaning.Defined { Scope.Kind: ScopeKind.Class } type when index is Expression.Text name =>
            OfClassMember(type.Unit, type.Scope, name.Value, isObject: false, site, query),
        Meaning.Defined => [owner],
        Meaning.Instance instance => [new Meaning.Foreign(instance.Symbol + "[]", site, TextSource.Literal)],
        _ => Nothing,
    };

    /// <summary>Whether an element is a class for other types (<c>Agent[Deps, str]</c>): the index is no key, and the name is a class's.</summary>
    private static bool IsGeneric(string path, Expression index) =>
        index is not (Expression.Text or Expression.Number) && path.AsSpan(path.LastIndexOf('.') + 1) is [>= 'A' and <= 'Z', ..] name
        && name.IndexOfAnyInRange('a', 'z') >= 0 && name[^1] is not (')' or ']');

    private static int NumberOf(Expression index) =>
        index is Expression.Number number && int.TryParse(number.Value, System.Globalization.CultureInfo.InvariantCulture, out var value) && value >= 0 ? value : -1;

    /// <summary>The value that a map has for a key; all its values if the key is not known.</summary>
    private List<Meaning> Entry(Site origin, Expression.Mapping mapping, Site index, Query query)
    {
        var all = new List<Meaning>();
        var key = Of(index, query) is [Meaning.Constant { Origin.Expression: Expression.Text text }] ? text.Value : null;
        if (key is not null && mapping[key] is { } value)
        {
            AddAll(all, Of(origin.With(value), query), TextSource.Constant);
            return all;
        }

        foreach (var (name, one) in mapping.Entries)
        {
            if (name is null)
                AddAll(all, Of(origin.With(new Expression.Element(one, index.Expression, one.Line)), query), TextSource.Constant);
            else if (key is null)
                AddAll(all, Of(origin.With(one), query), TextSource.Choice);
        }

        return all;
    }

    private List<Meaning>? OfMappingCall(Site site, Expression.Call call, Expression.Member member, Query query)
    {
        List<Meaning>? all = null;
        foreach (var owner in Of(site.With(member.Target), query))
        {
            if (owner is not Meaning.Constant { Origin: { Expression: Expression.Mapping mapping } origin })
                continue;
            all ??= [];
            if (member.Id == "copy")
                all.Add(owner);
            else if (member.Id != "get")
                all.Add(new Meaning.Constant(origin.With(Part(mapping, member.Id)), owner.Via));
            else if (call.Arguments.Count > 0)
                AddAll(all, Entry(origin, mapping, site.With(call.Arguments[0].Value), query), owner.Via);
            if (member.Id == "get" && call.Arguments.Count > 1)
                AddAll(all, Of(site.With(call.Arguments[1].Value), query), TextSource.Default);
        }

        return all;
    }

    private static Expression.Sequence Part(Expression.Mapping mapping, string part) =>
        new([.. mapping.Entries.Select(e => part == "values" ? e.Value : e.Key).OfType<Expression>()], mapping.Line);

    /// <summary>The elements of collections: the one at a position, or all of them.</summary>
    private List<Meaning> ElementsOf(IReadOnlyList<Meaning> collections, Query query, int position = -1)
    {
        var all = new List<Meaning>();
        foreach (var collection in collections)
        {
            if (collection is Meaning.Constant { Origin: { Expression: Expression.Sequence or Expression.Mapping } origin })
                AddElements(all, origin, position, query);
            else if (collection.Symbol is { } symbol and not "builtins.enumerate()" and not "builtins.zip()")
                all.Add(new Meaning.Foreign(symbol + "[]", collection.Origin, collection.Via));
        }

        return all;
    }

    private void AddElements(List<Meaning> all, Site origin, int position, Query query)
    {
        var items = origin.Expression is Expression.Sequence sequence ? sequence.Items : Part((Expression.Mapping)origin.Expression, "keys").Items;
        if (position >= 0 && position < items.Count && !items.Take(position + 1).Any(IsSpread))
        {
            AddAll(all, Of(origin.With(items[position]), query), TextSource.Constant);
            return;
        }

        foreach (var item in items.Take(MaxMeanings))
        {
            if (item is Expression.Operation { Operator: "*", Operands: [var spread] })
                AddAll(all, ElementsOf(Of(origin.With(spread), query), query), TextSource.Choice);
            else
                AddAll(all, Of(origin.With(item), query), TextSource.Choice);
        }
    }

    private static bool IsSpread(Expression item) => item is Expression.Operation { Operator: "*", Operands.Count: 1 };
}
