using Sextant.Discovery.Code.Facts;

namespace Sextant.Discovery.Code.CSharp;

/// <summary>The scopes of a file while it is read, with the names that each declares.</summary>
internal sealed class ScopeList
{
    private readonly List<Scope> _scopes = [new Scope(0, -1, ScopeKind.Module, "", new LineSpan(1, 1))];
    private readonly List<HashSet<string>?> _declared = [null];
    private readonly Dictionary<(int Class, string Name), Expression> _types = [];

    /// <summary>The scope in which statements stand.</summary>
    public int Current { get; private set; }

    /// <summary>Opens a scope in the current one.</summary>
    public int Open(ScopeKind kind, string name, int line, int nameLine)
    {
        var number = _scopes.Count;
        _scopes.Add(new Scope(number, Current, kind, name, LineSpan.At(line)) { NameLine = nameLine });
        _declared.Add(null);
        Current = number;
        return number;
    }

    /// <summary>Leaves the current scope, which ends on a line.</summary>
    public void Close(int line)
    {
        var scope = _scopes[Current];
        _scopes[Current] = scope with { Lines = new LineSpan(scope.Lines.Start, Math.Max(scope.Lines.Start, line)) };
        Current = Math.Max(0, scope.Parent);
    }

    public Scope this[int number] => _scopes[number];

    public void Change(int number, Func<Scope, Scope> change) => _scopes[number] = change(_scopes[number]);

    /// <summary>Notes a local, parameter or field of the current scope.</summary>
    public void Declare(string name, Expression? type)
    {
        (_declared[Current] ??= new(StringComparer.Ordinal)).Add(name);
        if (type is not null)
            _types[(Current, name)] = type;
    }

    /// <summary>Whether an assignment to a bare name is one to a member of the class: nothing nearer declares it.</summary>
    public bool IsMember(string name)
    {
        for (var at = Current; at > 0; at = _scopes[at].Parent)
        {
            if (_scopes[at].Kind == ScopeKind.Class)
                return true;
            if (_declared[at]?.Contains(name) == true)
                return false;
        }

        return false;
    }

    /// <summary>The type with which a name was declared in this scope or one around it; null if it was not yet.</summary>
    public Expression? TypeOf(string name)
    {
        for (var at = Current; at >= 0; at = _scopes[at].Parent)
        {
            if (_types.TryGetValue((at, name), out var type))
                return type;
        }

        return null;
    }

    /// <summary>The innermost scope of a kind; null if there is none.</summary>
    public Scope? Around(ScopeKind kind)
    {
        for (var at = Current; at >= 0; at = _scopes[at].Parent)
        {
            if (_scopes[at].Kind == kind)
                return _scopes[at];
        }

        return null;
    }

    public IReadOnlyList<Scope> All(int lastLine)
    {
        _scopes[0] = _scopes[0] with { Lines = new LineSpan(1, lastLine) };
        return _scopes;
    }
}
