using System.Collections.Concurrent;
using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Resolution;
using Sextant.Discovery.Code.Settings;
using Sextant.Discovery.Reading;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>
/// The code of a tree as recognizers see it: what the catalog knows of each file, and what values mean. All walks are bounded
/// in depth. Safe to use from several threads.
/// </summary>
internal sealed class CodeReading
{
    private const int MaxDepth = 12;
    private const int MaxItems = 500;

    /// <summary>The argument that is the first type argument of a generic call.</summary>
    private const string TypeArgument = "<T>";

    /// <summary>The argument that is true of every call.</summary>
    private const string Always = "<always>";

    /// <summary>The argument that is the object on which a method is called.</summary>
    private const string This = "<this>";

    private readonly ConcurrentDictionary<string, MatchIndex> _indexes = new(StringComparer.Ordinal);
    private readonly Options _options;

    public CodeReading(Catalog catalog, ICodeResolver code, TreeContext tree)
    {
        (Catalog, Code, Tree) = (catalog, code, tree);
        _options = new Options(this);
    }

    public Catalog Catalog { get; }

    public ICodeResolver Code { get; }

    public TreeContext Tree { get; }

    /// <summary>What the catalog knows of a file.</summary>
    public MatchIndex IndexOf(CodeUnit unit) => _indexes.GetOrAdd(unit.Path, _ => MatchIndex.Of(unit, Catalog, Code));

    /// <summary>The matches of a kind at an expression.</summary>
    public IEnumerable<Match> MatchesAt(Located at, RecognitionKind kind) => IndexOf(at.Unit).At(at.Expression).Where(m => m.Entry.Kind == kind);

    /// <summary>The match of a kind at an expression, or null.</summary>
    public Match? MatchAt(Located at, RecognitionKind kind) => MatchesAt(at, kind).FirstOrDefault();

    /// <summary>The argument that plays a role in a match; null if it is not given.</summary>
    public Located? Argument(Match match, string role)
    {
        if (!match.Entry.Arguments.TryGetValue(role, out var candidates))
            return null;
        foreach (var candidate in candidates)
        {
            var found = match is { Entry.Form: RecognitionForm.Base, Definition: { } type }
                ? Attribute(match.Place.Unit, type, candidate.Keyword)
                : match.Call is { } call ? Argument(match.Place, call, candidate) : null;
            if (found is { Expression: not Expression.Nothing })
                return found;
        }

        // An agent keeps the name of the variable or method that holds it, whatever its document calls its role.
        return role != "name" && match is { Entry.Kind: RecognitionKind.Agent, Call: { } made } ? InDocument(match.Place, made, candidates) : null;
    }

    // What a document of the repository gives: Agent(config=self.agents_config["researcher"]).
    private Located? InDocument(Located place, Expression.Call call, IReadOnlyList<ArgumentRef> candidates)
    {
        if (call.Argument("config") is not { } given)
            return null;
        foreach (var value in Values(place.With(given)))
        {
            if (value.Expression is not Expression.Mapping map || !LoadedDocument.Is(value.Unit))
                continue;
            foreach (var candidate in candidates)
            {
                if (candidate.Keyword.Length > 0 && map[candidate.Keyword] is { } entry and not Expression.Nothing)
                    return value.With(entry);
            }
        }

        return null;
    }

    /// <summary>The object on which the matched method is called: <c>client</c> of <c>client.chat.completions.create</c>; null if there is none.</summary>
    public static Located? Receiver(Match match)
    {
        var callee = match.Call?.Callee ?? match.Place.Expression;
        return Method(callee) is { } member ? match.Place.With(member.Target) : null;
    }

    /// <summary>The member that is called, without type arguments; null if something else is.</summary>
    private static Expression.Member? Method(Expression callee) => (callee is Expression.Element generic ? generic.Target : callee) as Expression.Member;

    /// <summary>
    /// The expressions that a value may come from: through names, members, choices, and functions of the repository that
    /// return it. A call that the catalog knows stands for itself.
    /// </summary>
    public IEnumerable<Located> Values(Located at) => Values(at, 0).Take(MaxItems);

    /// <summary>The items of a list, through names, additions and joined lists.</summary>
    public IEnumerable<Located> Items(Located list) => Items(list, 0).Take(MaxItems);

    /// <summary>The texts that an expression may have, holes excluded.</summary>
    public IReadOnlyList<ResolvedText> Texts(Located at) => Code.TextsOf(at);

    /// <summary>The paths that an expression may have: its texts, or those of the file that was opened to give it.</summary>
    public IEnumerable<ResolvedText> Paths(Located at) => Texts(at).Concat(
        Values(at).Where(v => v.Expression is Expression.Call { Arguments.Count: > 0 } call && Code.SymbolOf(v.With(call.Callee)) is "builtins.open" or "gzip.open" or "pathlib.Path")
            .SelectMany(v => Texts(v.With(((Expression.Call)v.Expression).Arguments[0].Value)))).Distinct();

    /// <summary>The one text of an expression; null if there is none or several.</summary>
    public string? Text(Located? at) => at is { } known && Texts(known) is [var one] ? one.Text : null;

    /// <summary>Whether an expression is the given flag.</summary>
    public bool IsFlag(Located? at, bool value) => at is { } known && Values(known).Any(v => v.Expression is Expression.Flag flag && flag.Value == value);

    private IEnumerable<Located> Values(Located at, int depth)
    {
        if (depth > MaxDepth)
            return [];
        return at.Expression switch
        {
            Expression.Operation { Operator: "await" or ":=" or "return", Operands: [.., var inner] } => Values(at.With(inner), depth + 1),
            Expression.Operation { Operator: "?:", Operands: var operands } => operands.Skip(1).SelectMany(b => Values(at.With(b), depth + 1)),
            Expression.Operation { Operator: "or" or "and" or "??" or "||" or "&&", Operands: var choices } => choices.SelectMany(o => Values(at.With(o), depth + 1)),
            Expression.Name or Expression.Member or Expression.Element => Defined(at, depth),
            Expression.Call call => Called(at, call, depth),
            _ => [at],
        };
    }

    private IEnumerable<Located> Defined(Located at, int depth)
    {
        var definition = Code.DefinitionOf(at);
        if (!ReferenceEquals(definition.Expression, at.Expression))
            return Values(definition, depth + 1);
        if (at.Expression is not Expression.Name name)
            return [at];
        var index = IndexOf(at.Unit);
        for (var scope = at.Scope; scope >= 0; scope = at.Unit.Scopes[scope].Parent)
        {
            var assigned = index.Assigned(scope, name.Id).Where(v => v is not Expression.Nothing).ToArray();
            if (assigned.Length > 0)
                return assigned.SelectMany(v => Values(new Located(at.Unit, scope, v), depth + 1));
        }

        return [at];
    }

    private Located[] Called(Located at, Expression.Call call, int depth)
    {
        if (IndexOf(at.Unit).At(call).Count > 0 || Code.ScopeOf(at.With(call.Callee)) is not ({ } unit, { Kind: ScopeKind.Function } scope))
            return [at];
        var returned = IndexOf(unit).In(scope.Number).OfType<Statement.Return>().Select(r => r.Value).OfType<Expression>()
            .SelectMany(v => Values(new Located(unit, scope.Number, v), depth + 2)).ToArray();
        return returned.Length > 0 ? returned : [at];
    }

    private IEnumerable<Located> Items(Located list, int depth)
    {
        if (depth > MaxDepth)
            return [];
        var added = list.Expression is Expression.Name name ? Added(list, name.Id, depth) : [];
        return Values(list).SelectMany(v => Parts(v, depth)).Concat(added);
    }

    private IEnumerable<Located> Added(Located list, string name, int depth)
    {
        var definition = Code.DefinitionOf(list);
        var (unit, from) = ReferenceEquals(definition.Expression, list.Expression) ? (list.Unit, list.Scope) : (definition.Unit, list.Unit == definition.Unit ? list.Scope : 0);
        for (var scope = from; scope >= 0; scope = unit.Scopes[scope].Parent)
        {
            foreach (var item in IndexOf(unit).AddedTo(scope, name).SelectMany(e => Item(new Located(unit, scope, e), depth)))
                yield return item;
        }
    }

    private IEnumerable<Located> Parts(Located value, int depth) => value.Expression switch
    {
        Expression.Sequence sequence => sequence.Items.SelectMany(i => Item(value.With(i), depth)),
        Expression.Mapping mapping => mapping.Entries.SelectMany(e => Item(value.With(e.Value), depth)),
        Expression.Operation { Operator: "+", Operands: var operands } => operands.SelectMany(o => Items(value.With(o), depth + 1)),
        Expression.Operation { Operator: "for", Operands: [Expression.Name, var source, ..] } => Items(value.With(source), depth + 1),
        Expression.Operation { Operator: "for", Operands: [var element, ..] } => [value.With(element)],
        Expression.Call { Callee: Expression.Member { Id: "values", Target: var map }, Arguments: [] } => Items(value.With(map), depth + 1),
        Expression.Call { Callee: Expression.Member { Id: "values", Target: Expression.Name { Id: "Object" } }, Arguments: [var map] } => Items(value.With(map.Value), depth + 1),
        Expression.Call { Callee: var callee } when Method(callee) is { Id: "Cast" or "OfType" or "ToList" or "ToArray" or "ToImmutableArray" or "AsReadOnly" or "AsEnumerable", Target: var all } =>
            Items(value.With(all), depth + 1),
        Expression.Call { Callee: Expression.Name { Id: "list" or "tuple" or "set" or "sorted" }, Arguments: [var inner, ..] } => Items(value.With(inner.Value), depth + 1),
        _ => [value],
    };

    private IEnumerable<Located> Item(Located item, int depth) =>
        item.Expression is Expression.Operation { Operator: "*" or "...", Operands: [var spread] } ? Items(item.With(spread), depth + 1) : [item];

    private Located? Argument(Located place, Expression.Call call, ArgumentRef argument)
    {
        if (argument.Keyword == Always)
            return place.With(new Expression.Flag(true, call.Line));
        if (argument.Keyword == This)
            return Method(call.Callee) is { } member ? place.With(member.Target) : null;
        if (argument.Keyword == TypeArgument)
            return call.Callee is Expression.Element { Index: var type } ? place.With(type is Expression.Sequence { Items: [var first, ..] } ? first : type) : null;
        if (_options.Find(place, call, argument.Keyword, argument.Position) is { } option)
            return option;
        if (argument.Keyword.Contains('.', StringComparison.Ordinal))
            return Nested(place, call, argument.Keyword.Split('.'));
        if (call.Argument(argument.Keyword, argument.Position) is { } given)
            return place.With(given);
        foreach (var spread in call.Arguments.Where(a => a.Spread && argument.Keyword.Length > 0))
        {
            foreach (var value in Values(place.With(spread.Value)))
            {
                if (value.Expression is Expression.Mapping mapping && mapping[argument.Keyword] is { } entry)
                    return value.With(entry);
            }
        }

        return null;
    }

    // An option within an option: query({ options: { model } }).
    private Located? Nested(Located place, Expression.Call call, string[] path)
    {
        var at = Argument(place, call, new ArgumentRef(path[0], -1));
        foreach (var name in path.AsSpan(1))
            at = at is { } outer ? _options.Member(outer, name) : null;
        return at;
    }

    private Located? Attribute(CodeUnit unit, Scope type, string name)
    {
        foreach (var value in IndexOf(unit).Assigned(type.Number, name))
            return new Located(unit, type.Number, value);
        return null;
    }
}
