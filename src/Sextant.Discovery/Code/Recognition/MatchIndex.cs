using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Resolution;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>What the catalog knows of one file: its matches in order, and look-ups that recognizers need again and again.</summary>
internal sealed class MatchIndex
{
    private readonly Dictionary<Expression, List<Match>> _at = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Expression, Expression.Call> _around = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(int Scope, string Name), List<Expression>> _added = [];
    private readonly ILookup<int, Statement> _byScope;
    private readonly ILookup<int, Scope> _children;

    // Names that may stand for something of another name; any other name is worth resolving only if the catalog knows it.
    private readonly HashSet<string> _renamed;

    // Whether build() makes an object of a type that may be known.
    private readonly bool _builds;

    // Whether what a call is given may be described by another.
    private readonly bool _describes;

    // What an object holds is called by its key: { search: tool(…) }.
    private readonly bool _namesByKey;
    private readonly Dictionary<Expression, string> _keys = new(ReferenceEqualityComparer.Instance);

    private MatchIndex(CodeUnit unit)
    {
        _namesByKey = LanguageTraits.Of(unit.Language).ObjectLiterals;
        Unit = unit;
        _builds = LanguageTraits.Of(unit.Language).Builders;
        _describes = LanguageTraits.Of(unit.Language).OptionCalls;
        _byScope = unit.Statements.ToLookup(s => s.Scope);
        _children = unit.Scopes.ToLookup(s => s.Parent);
        _renamed = [.. unit.Statements.Select(Renamed).OfType<string>(), .. unit.Scopes.SelectMany(s => s.Parameters).Select(p => p.Name)];
    }

    /// <summary>The file.</summary>
    public CodeUnit Unit { get; }

    /// <summary>All matches, in the order of the file.</summary>
    public List<Match> Matches { get; } = [];

    /// <summary>Matches the symbols of a file against the catalog.</summary>
    public static MatchIndex Of(CodeUnit unit, Catalog catalog, ICodeResolver code)
    {
        var index = new MatchIndex(unit);
        foreach (var scope in unit.Scopes)
            index.AddScope(scope, catalog, code);
        foreach (var statement in unit.Statements)
        {
            var (top, binding) = Bound(unit, statement);
            foreach (var expression in statement.Expressions)
                index.AddCalls(new Located(unit, statement.Scope, expression), top, binding, catalog, code);
            index.AddAddition(statement);
        }

        return index;
    }

    /// <summary>The matches at one expression.</summary>
    public IReadOnlyList<Match> At(Expression expression) => _at.TryGetValue(expression, out var found) ? found : [];

    /// <summary>The call of which an expression is an argument; known only where calls describe what other calls are given.</summary>
    public Expression.Call? Around(Expression argument) => _around.GetValueOrDefault(argument);

    /// <summary>The statements directly in a scope.</summary>
    public IEnumerable<Statement> In(int scope) => _byScope[scope];

    /// <summary>The statements in a scope and in all scopes within it.</summary>
    public IEnumerable<Statement> Within(int scope) => In(scope).Concat(_children[scope].SelectMany(s => Within(s.Number)));

    /// <summary>The scopes directly in a scope.</summary>
    public IEnumerable<Scope> ScopesIn(int scope) => _children[scope];

    /// <summary>What is put into a list by <c>name.append(x)</c> and the like.</summary>
    public IReadOnlyList<Expression> AddedTo(int scope, string name) => _added.TryGetValue((scope, name), out var added) ? added : [];

    /// <summary>The values that a name is given in a scope.</summary>
    public IEnumerable<Expression> Assigned(int scope, string name) =>
        In(scope).OfType<Statement.Assignment>()
            .Where(a => a.Value is not null && a.Target is Expression.Name n && n.Id == name).Select(a => a.Value).OfType<Expression>();

    /// <summary>The innermost scope of a kind around a scope, itself included; null if there is none.</summary>
    public Scope? Around(int scope, ScopeKind kind)
    {
        for (var s = Unit.Scopes[scope]; ; s = Unit.Scopes[s.Parent])
        {
            if (s.Kind == kind)
                return s;
            if (s.Parent < 0)
                return null;
        }
    }

    private static string? Renamed(Statement statement) => statement switch
    {
        Statement.Import import when import.Member != import.Local => import.Local,
        Statement.Assignment { Target: Expression.Name name } => name.Id,
        _ => null,
    };

    private static (Expression? Top, string Binding) Bound(CodeUnit unit, Statement statement) => statement switch
    {
        Statement.Assignment { Value: { } value } a => (Unwrap(value), NameOf(a.Target)),
        Statement.Return { Value: { } value } => (Unwrap(value), unit.Scopes[statement.Scope].Name),
        _ => (null, ""),
    };

    private static string NameOf(Expression target) => target switch
    {
        Expression.Name name => name.Id,
        Expression.Member member => member.Id,
        Expression.Element { Index: Expression.Text text } => text.Value,
        _ => "",
    };

    private static Expression Unwrap(Expression value) => value is Expression.Operation { Operator: "await", Operands: [var inner] } ? Unwrap(inner) : value;

    private void AddScope(Scope scope, Catalog catalog, ICodeResolver code)
    {
        foreach (var decorator in scope.Decorators)
        {
            var called = decorator is Expression.Call call ? call.Callee : decorator;
            Add(new Located(Unit, scope.Parent, decorator), called, RecognitionForm.Decorator, scope, scope.Name, catalog, code);
        }

        foreach (var type in scope.Bases)
            Add(new Located(Unit, scope.Parent, type), type, RecognitionForm.Base, scope, scope.Name, catalog, code);
    }

    // What is bound, also where it is made ready before: create_supervisor(…).compile().
    private static bool IsTop(Expression.Call call, Expression? top) => ReferenceEquals(call, top)
        || (top is Expression.Call { Callee: Expression.Member { Id: "compile" or "with_config", Target: Expression.Call inner } } && IsTop(call, inner));

    private void AddCalls(Located root, Expression? top, string binding, Catalog catalog, ICodeResolver code)
    {
        if (_namesByKey && top is not null && binding.Length > 0)
            NameChain(top, binding);
        foreach (var expression in root.Expression.All())
        {
            if (expression is Expression.Mapping map && _namesByKey)
                AddKeys(map);
            if (expression is not Expression.Call call || _at.ContainsKey(call))
                continue;
            foreach (var argument in _describes ? call.Arguments : [])
            {
                if (argument.Value is Expression.Call)
                    _around[argument.Value] = call;
            }

            Add(root.With(call), call.Callee, RecognitionForm.Call, null, IsTop(call, top) ? binding : _keys.GetValueOrDefault(call, ""), catalog, code);
        }
    }

    // What a chain of calls begins with is known by the name of its end: const graph = new Graph().add(x).compile().
    private void NameChain(Expression top, string binding)
    {
        while (top is Expression.Call { Callee: Expression.Member { Target: var target } })
            top = Unwrap(target);
        if (top is Expression.Call made)
            _keys.TryAdd(made, binding);
    }

    private void AddKeys(Expression.Mapping map)
    {
        foreach (var (key, value) in map.Entries)
        {
            if (key is Expression.Text text && Unwrap(value) is Expression.Call call)
                _keys.TryAdd(call, text.Value);
        }
    }

    private void Add(Located place, Expression callee, RecognitionForm form, Scope? scope, string binding, Catalog catalog, ICodeResolver code)
    {
        if (callee is Expression.Element { Target: var generic })
            callee = generic;
        if (callee is Expression.Member member && !catalog.MayEnd(Unit.Language, form, member.Id) && !(_builds && BuilderSymbol.Ends(member.Id)))
            return;
        if (callee is Expression.Name name && !_renamed.Contains(name.Id) && !catalog.MayEnd(Unit.Language, form, name.Id))
            return;
        if (callee is Expression.Call made && !(_namesByKey && NameOf(made.Callee) is { Length: > 0 } function && catalog.MayEnd(Unit.Language, form, function + "()")))
            return;
        if (callee is not (Expression.Member or Expression.Name or Expression.Call) || code.SymbolOf(place.With(callee)) is not { } symbol)
            return;
        foreach (var entry in catalog.Find(Unit.Language, form, symbol))
        {
            if (!Conditions.Hold(entry, place, code))
                continue;
            var match = new Match(entry, place, scope, binding, symbol);
            Matches.Add(match);
            if (!_at.TryGetValue(place.Expression, out var here))
                _at[place.Expression] = here = [];
            here.Add(match);
        }
    }

    private void AddAddition(Statement statement)
    {
        if (statement is not Statement.Evaluation { Value: Expression.Call { Callee: Expression.Member { Target: Expression.Name list, Id: var method }, Arguments: [var first, ..] } call })
            return;
        var added = method switch
        {
            "push" => [.. call.Arguments.Select(a => a.Spread ? new Expression.Operation("*", [a.Value], call.Line) : a.Value)],
            "append" or "add" or "Add" => [first.Value],
            "extend" or "AddRange" when first.Value is Expression.Sequence sequence => sequence.Items,
            "extend" or "AddRange" => [new Expression.Operation("*", [first.Value], call.Line)],
            "insert" when call.Arguments.Count > 1 => [call.Arguments[1].Value],
            _ => (IReadOnlyList<Expression>)[],
        };
        if (added.Count == 0)
            return;
        if (!_added.TryGetValue((statement.Scope, list.Id), out var all))
            _added[(statement.Scope, list.Id)] = all = [];
        all.AddRange(added);
    }
}
