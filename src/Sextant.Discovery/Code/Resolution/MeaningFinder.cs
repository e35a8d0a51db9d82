using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Settings;

namespace Sextant.Discovery.Code.Resolution;

/// <summary>
/// Finds what expressions mean. The meanings of a name are ordered with the assignment before its use first; no meaning means
/// that nothing is known.
/// </summary>
internal sealed partial class MeaningFinder(IUnitSource units, Func<CodeUnit, UnitIndex> indexOf, IConfigurationValues? configuration, Func<string, string, bool> isKnown)
{
    /// <summary>Meanings kept of one expression.</summary>
    private const int MaxMeanings = 32;

    private static readonly IReadOnlyList<Meaning> Nothing = [];

    /// <summary>What an expression means.</summary>
    public IReadOnlyList<Meaning> Of(Site site, Query query)
    {
        if (!query.Enter())
            return Nothing;
        var found = site.Expression switch
        {
            Expression.Name or Expression.Member or Expression.Call or Expression.Element => OfRemembered(site, query),
            Expression.Operation operation => OfOperation(site, operation, query),
            Expression.Function function => [new Meaning.Defined(site.Unit, site.Unit.Scopes[function.Scope], site, TextSource.Literal)],
            Expression.Unknown => Nothing,
            _ => [new Meaning.Constant(site, TextSource.Literal)],
        };
        query.Leave();
        return found;
    }

    /// <summary>What has to be followed; many recognizers ask the same of the same expressions.</summary>
    private IReadOnlyList<Meaning> OfRemembered(Site site, Query query)
    {
        var index = indexOf(site.Unit);
        var question = new Question(site.Expression, site.Scope, site.Within, query.FollowsCallers);
        if (index.Remembered(question) is { } known && query.Takes(known))
            return known.Found;
        var asked = query.Begin();
        var found = site.Expression switch
        {
            Expression.Name name => OfName(site, name, query),
            Expression.Member member => OfMember(site, member, query),
            Expression.Call call => OfCall(site, call, query),
            Expression.Element element => OfElement(site, element, query),
            _ => Nothing,
        };
        if (query.End(asked, found) is { } answer)
            index.Remember(question, answer);
        return found;
    }

    private IReadOnlyList<Meaning> OfOperation(Site site, Expression.Operation operation, Query query) => operation switch
    {
        { Operator: "await" or "yield", Operands: [var operand] } => Of(site.With(operand), query),
        { Operator: ":=", Operands: [_, var value] } => Of(site.With(value), query),
        { Operator: "?:", Operands: [_, var then, var otherwise] } => OfAll(site, [then, otherwise], query),
        { Operator: "or" or "??" or "||" } => OfAlternatives(site, operation.Operands, query),
        { Operator: "for", Operands: [var source] } => ElementsOf(Of(site.With(source), query), query),
        _ => [new Meaning.Constant(site, TextSource.Literal)],
    };

    private List<Meaning> OfAll(Site site, IReadOnlyList<Expression> choices, Query query)
    {
        var all = new List<Meaning>();
        foreach (var choice in choices)
            AddAll(all, Of(site.With(choice), query), TextSource.Choice);
        return all;
    }

    /// <summary>A value, and what stands in for it if it is missing.</summary>
    private List<Meaning> OfAlternatives(Site site, IReadOnlyList<Expression> operands, Query query)
    {
        var all = new List<Meaning>();
        var (via, variable) = (TextSource.Literal, (string?)null);
        foreach (var operand in operands)
        {
            var found = Of(site.With(operand), query);
            AddAll(all, [.. found.Select(m => m with { Variable = m.Variable ?? variable })], via);
            (via, variable) = (TextSource.Default, variable ?? (found.Count > 0 ? found[0].Variable : null));
        }

        return all;
    }

    private static void AddAll(List<Meaning> all, IReadOnlyList<Meaning> more, TextSource via)
    {
        for (var i = 0; i < more.Count && all.Count < MaxMeanings; i++)
            all.Add(more[i].By(via));
    }

    /// <summary>What a binding gives its name.</summary>
    private IReadOnlyList<Meaning> OfBinding(CodeUnit unit, Binding binding, Site use, Query query)
    {
        if (!query.Follow(binding))
            return Nothing;
        var found = binding switch
        {
            { Definition: { } definition } => [new Meaning.Defined(unit, definition, use, TextSource.Literal)],
            { Import: { } import } => OfImport(unit, import, use, query),
            { Parameter: not null } => OfParameter(unit, binding, query),
            _ => OfAssigned(unit, binding, query),
        };
        query.Unfollow(binding);
        return found;
    }

    private IReadOnlyList<Meaning> OfAssigned(CodeUnit unit, Binding binding, Query query)
    {
        var found = Nothing;
        if (binding.Value is { } value)
        {
            found = Of(new Site(unit, binding.Scope, value, binding), query);
            foreach (var element in binding.Elements)
                found = ElementsOf(found, query, element);
        }

        if (binding.Type is { } type && !found.Any(m => m.Symbol is not null))
            found = [.. found, .. OfType(new Site(unit, binding.Scope, type, binding), query)];
        return found;
    }

    private List<Meaning> OfParameter(CodeUnit unit, Binding binding, Query query)
    {
        var all = binding is { Function: { } called, Parameter: { } parameter } ? OfArguments(unit, called, parameter, query) : [];
        if (binding.Type is { } type && !all.Exists(m => m.Symbol is not null))
            AddAll(all, OfType(new Site(unit, binding.Scope, type, binding), query), TextSource.Literal);
        if (binding.Value is { } value)
            AddAll(all, Of(new Site(unit, binding.Scope, value, binding), query), IsInjected(unit, binding, value, query) ? TextSource.Literal : TextSource.Default);
        foreach (var standard in OptionDefaults(unit, binding, query))
            AddAll(all, Of(standard, query), TextSource.Default);
        if (ConfigurationOf(unit, binding, query) is { } document)
            all.Add(document);
        return all;
    }

    /// <summary>Whether a default is no default but what the framework passes: <c>Depends(get_client)</c>.</summary>
    private bool IsInjected(CodeUnit unit, Binding binding, Expression value, Query query) =>
        value is Expression.Call call && SymbolOf(new Site(unit, binding.Scope, call.Callee), query) is { } symbol && indexOf(unit).Traits.CallingCalls.Contains(symbol + "()");

    /// <summary>The defaults that a decorator gives an option of the command line.</summary>
    private IEnumerable<Site> OptionDefaults(CodeUnit unit, Binding binding, Query query)
    {
        if (binding is not { Function: { } function, Parameter: { } parameter } || indexOf(unit).Traits.OptionDecorators is not { Count: > 0 } makers)
            yield break;
        foreach (var decorator in function.Decorators.OfType<Expression.Call>())
        {
            if (!CommandLineOption.Declares(decorator, parameter.Name) || decorator.Argument("default") is not { } standard)
                continue;
            if (SymbolOf(new Site(unit, binding.Scope, decorator), query) is { } symbol && makers.Contains(symbol))
                yield return new Site(unit, binding.Scope, standard);
        }
    }

    /// <summary>The first symbol that an expression may have.</summary>
    public string? SymbolOf(Site site, Query query)
    {
        foreach (var meaning in Of(site, query))
        {
            if (meaning.Symbol is { } symbol)
                return symbol;
        }

        return null;
    }
}
