using System.Collections.Concurrent;
using Sextant.Discovery.Code.Facts;

namespace Sextant.Discovery.Code.Resolution;

/// <summary>The bindings of a unit by scope and name, made once a unit.</summary>
internal sealed class UnitIndex
{
    /// <summary>Expressions looked at for one question.</summary>
    private const int MaxSteps = 500;

    /// <summary>Expressions looked at for all questions about a unit; after that a question gets only <see cref="FewSteps"/>.</summary>
    private const int MaxAllSteps = 3_000_000;

    private const int FewSteps = 24;

    private static readonly IReadOnlyList<Binding> None = [];

    private readonly Dictionary<(int Scope, string Name), List<Binding>> _bindings = [];
    private readonly Dictionary<(int Class, string Name), List<Binding>> _members = [];
    private readonly Dictionary<Expression, Binding> _locals = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> _memberNames = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<Statement.Return>> _returns = [];
    private readonly Dictionary<string, List<(int Scope, Expression.Call Call)>> _calls = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, IReadOnlyList<CallSite>> _callers = new();
    private readonly ConcurrentDictionary<Expression.Call, Expression.Mapping> _mappings = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<string, (IReadOnlyList<CodeUnit> Units, string? Symbol)> _opened = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Question, Answer> _answers = new();
    private int _steps;
    private int _collected;

    public UnitIndex(CodeUnit unit, IReadOnlyList<string>? opened = null)
    {
        Unit = unit;
        Traits = LanguageTraits.Of(unit.Language);
        StarImports.AddRange(Traits.OpenedModules.Concat(opened ?? []).Select(m => new Statement.Import(0, m, "*", "*", 1)));
        new BindingCollector(this).Collect();
        foreach (var bindings in _bindings.Values.Concat(_members.Values))
            bindings.Sort(Binding.Compare);
    }

    public CodeUnit Unit { get; }

    public LanguageTraits Traits { get; }

    /// <summary>Modules imported under their full name.</summary>
    public HashSet<string> ImportedModules { get; } = new(StringComparer.Ordinal);

    /// <summary>Star imports of the module, in order.</summary>
    public List<Statement.Import> StarImports { get; } = [];

    /// <summary>Calls that declare an option of the command line (<c>add_argument</c>), with their scope.</summary>
    public List<(int Scope, Expression.Call Call)> OptionCalls { get; } = [];

    /// <summary>The last names of all that is called.</summary>
    public IReadOnlyCollection<string> CalledNames => _calls.Keys;

    /// <summary>Where a name of the opened modules may be defined, and what it means if it is from outside; found out once.</summary>
    public (IReadOnlyList<CodeUnit> Units, string? Symbol) Opened(string name, Func<string, (IReadOnlyList<CodeUnit> Units, string? Symbol)> find) => _opened.GetOrAdd(name, find);

    /// <summary>A question about the unit, with what it may cost.</summary>
    public Query Ask() => new(_steps < MaxAllSteps ? MaxSteps : FewSteps);

    /// <summary>Counts what a question has cost.</summary>
    public void Spend(Query query) => Interlocked.Add(ref _steps, _steps < MaxAllSteps ? query.Steps : 0);

    /// <summary>The answer that was found to a question about this unit; null if there is none yet.</summary>
    public Answer? Remembered(Question question) => _answers.GetValueOrDefault(question);

    /// <summary>Keeps an answer.</summary>
    public void Remember(Question question, Answer answer) => _answers.TryAdd(question, answer);

    /// <summary>The bindings of a name, or of a path like <c>client.timeout</c>, in a scope, by line.</summary>
    public IReadOnlyList<Binding> BindingsOf(int scope, string name) => _bindings.TryGetValue((scope, name), out var found) ? found : None;

    /// <summary>The bindings of a member of a class: in its body, and on the object in its methods.</summary>
    public IReadOnlyList<Binding> MembersOf(int type, string name) => _members.TryGetValue((type, name), out var found) ? found : None;

    /// <summary>Whether a name in this unit belongs to a comprehension or lambda around it, and the binding if so.</summary>
    public bool IsLocal(Expression name, out Binding? binding) => _locals.TryGetValue(name, out binding);

    /// <summary>Whether a member or element of this name is assigned anywhere in the unit.</summary>
    public bool AssignsMember(string name) => _memberNames.Contains(name);

    /// <summary>What a function gives back.</summary>
    public IReadOnlyList<Statement.Return> ReturnsOf(int function) => _returns.TryGetValue(function, out var found) ? found : [];

    /// <summary>The calls of what has this last name, in the order of the file.</summary>
    public IReadOnlyList<(int Scope, Expression.Call Call)> CallsOf(string name) => _calls.TryGetValue(name, out var found) ? found : [];

    /// <summary>The map that a call makes of its named arguments, always the same for the same call.</summary>
    public Expression.Mapping MappingOf(Expression.Call call) => _mappings.GetOrAdd(call, static made =>
        new Expression.Mapping([.. made.Arguments.Select(a => (a.Keyword is { } name ? new Expression.Text(name, a.Value.Line) : (Expression?)null, a.Value))], made.Line));

    /// <summary>The calls that mean a function or class of this unit, looked for once.</summary>
    public IReadOnlyList<CallSite> CallersOf(int called, Func<IReadOnlyList<CallSite>> find) => _callers.GetOrAdd(called, _ => find());

    public void Add(int scope, string name, Binding binding) => AddTo(_bindings, (scope, name), binding);

    public void AddMember(int type, string name, Binding binding) => AddTo(_members, (type, name), binding);

    public void AddLocal(Expression name, Binding binding) => _locals[name] = binding;

    public void Add(int scope, Expression.Call call)
    {
        var name = call.Callee switch
        {
            Expression.Name called => called.Id,
            Expression.Member member => member.Id,
            _ => null,
        };
        if (name is null)
            return;
        if (!_calls.TryGetValue(name, out var list))
            _calls[name] = list = [];
        list.Add((scope, call));
    }

    public void AddMemberName(string name) => _memberNames.Add(name);

    public void Add(Statement.Return statement)
    {
        if (!_returns.TryGetValue(statement.Scope, out var list))
            _returns[statement.Scope] = list = [];
        list.Add(statement);
    }

    /// <summary>
    /// The class whose object a name is in a scope, by the language's own rule; null if it is none. The second says whether
    /// the name is the class itself (<c>cls</c>).
    /// </summary>
    public (Scope Class, bool Itself)? SelfOf(int scope, string name)
    {
        for (var at = scope; at > 0; at = Unit.Scopes[at].Parent)
        {
            var function = Unit.Scopes[at];
            if (function.Kind != ScopeKind.Function || Unit.Scopes[function.Parent] is not { Kind: ScopeKind.Class } type)
                continue;
            if (Traits.Self is not null)
                return name == Traits.Self ? (type, false) : null;
            if (function.Parameters.Count == 0 || function.Parameters[0].Name != name || IsDecorated(function, "staticmethod"))
                return null;
            return (type, IsDecorated(function, "classmethod"));
        }

        return null;
    }

    public static bool IsDecorated(Scope scope, string name) =>
        scope.Decorators.Any(d => d is Expression.Name { Id: var id } && id == name || d is Expression.Member { Id: var member } && member == name);

    private void AddTo<TKey>(Dictionary<TKey, List<Binding>> map, TKey key, Binding binding)
        where TKey : notnull
    {
        if (!map.TryGetValue(key, out var list))
            map[key] = list = [];
        if (binding.Order == 0)
            binding.Order = ++_collected;
        list.Add(binding);
    }
}
