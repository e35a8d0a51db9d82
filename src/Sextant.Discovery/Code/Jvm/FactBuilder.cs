using Sextant.Discovery.Code.Facts;

namespace Sextant.Discovery.Code.Jvm;

/// <summary>Collects the scopes, statements and errors of a file while it is read.</summary>
internal sealed class FactBuilder
{
    private const int MaxStatements = 500_000;
    private const int MaxErrors = 1_000;

    private readonly List<Scope> _scopes = [new Scope(0, -1, ScopeKind.Module, "", new LineSpan(1, 1))];
    private readonly List<Statement> _statements = [];
    private readonly List<(int Line, string Message)> _errors = [];

    /// <summary>The scope in which statements stand.</summary>
    public int Current { get; private set; }

    /// <summary>The scope at hand.</summary>
    public Scope Scope => _scopes[Current];

    /// <summary>The scope of a number.</summary>
    public Scope At(int number) => _scopes[number];

    /// <summary>How many statements there are.</summary>
    public int Count => _statements.Count;

    public bool IsFull => _statements.Count >= MaxStatements;

    public Statement this[int index] => _statements[index];

    public void Add(Statement statement)
    {
        if (!IsFull)
            _statements.Add(statement);
    }

    /// <summary>Takes a statement out again.</summary>
    public void RemoveAt(int index) => _statements.RemoveAt(index);

    public void Assign(string name, Expression? value, Expression? type, int line) =>
        Add(new Statement.Assignment(Current, new Expression.Name(name, line), value, type, line));

    public void Evaluate(Expression value) => Add(new Statement.Evaluation(Current, value, value.Line));

    public void Return(Expression? value, int line) => Add(new Statement.Return(Current, value, line));

    public void Import(string module, string? member, string local, int line) => Add(new Statement.Import(0, module, member, local, line));

    public void Error((int Line, string Message) error)
    {
        if (_errors.Count < MaxErrors)
            _errors.Add(error);
    }

    /// <summary>Opens a scope inside the one at hand, and goes into it.</summary>
    public int Open(ScopeKind kind, string name, int line, int nameLine)
    {
        _scopes.Add(new Scope(_scopes.Count, Current, kind, name, new LineSpan(line, line)) { NameLine = nameLine });
        return Current = _scopes.Count - 1;
    }

    /// <summary>Says more of the scope at hand.</summary>
    public void Describe(Func<Scope, Scope> change) => _scopes[Current] = change(_scopes[Current]);

    /// <summary>Goes back into a scope, without closing anything.</summary>
    public int Enter(int scope)
    {
        var before = Current;
        Current = scope;
        return before;
    }

    public void Close(int lastLine)
    {
        var scope = _scopes[Current];
        _scopes[Current] = scope with { Lines = new LineSpan(scope.Lines.Start, Math.Max(lastLine, scope.Lines.Start)) };
        Current = scope.Parent;
    }

    public CodeUnit ToUnit(string path, string language, string module, int lastLine)
    {
        _scopes[0] = _scopes[0] with { Lines = new LineSpan(1, lastLine) };
        return new CodeUnit(path, language, module, _scopes, [.. _statements], _errors);
    }
}
