using Sextant.Discovery.Code.Facts;

namespace Sextant.Discovery.Code.TypeScript;

/// <summary>The scopes and statements of a file while it is read. Blocks are no scopes.</summary>
internal sealed class ScopeList
{
    private readonly List<Scope> _scopes = [new Scope(0, -1, ScopeKind.Module, "", new LineSpan(1, 1))];
    private readonly List<(int Token, Statement Statement)> _statements = [];
    private bool _sorted = true;

    /// <summary>The scope in which a statement stands.</summary>
    public int Current { get; private set; }

    /// <summary>Blocks around the statement at hand within its scope.</summary>
    public int Blocks { get; set; }

    /// <summary>Whether the statement at hand takes place whenever the file runs.</summary>
    public bool Always => Current == 0 && Blocks == 0;

    public Scope this[int scope] => _scopes[scope];

    /// <summary>Makes a scope in the current one and enters it; the state to <see cref="Leave"/> with.</summary>
    public (int Scope, int Blocks) Enter(ScopeKind kind, string name, int line, int nameLine)
    {
        var state = (Current, Blocks);
        _scopes.Add(new Scope(_scopes.Count, Current, kind, name, new LineSpan(line, Math.Max(line, nameLine))) { NameLine = nameLine });
        (Current, Blocks) = (_scopes.Count - 1, 0);
        return state;
    }

    /// <summary>Leaves the current scope, which ends on a line; its number.</summary>
    public int Leave((int Scope, int Blocks) state, int endLine)
    {
        var left = Current;
        var scope = _scopes[left];
        _scopes[left] = scope with { Lines = new LineSpan(scope.Lines.Start, Math.Max(scope.Lines.End, endLine)) };
        (Current, Blocks) = state;
        return left;
    }

    /// <summary>Changes a scope.</summary>
    public void Change(int scope, Func<Scope, Scope> change) => _scopes[scope] = change(_scopes[scope]);

    /// <summary>Adds a statement that begins at a token.</summary>
    public void Add(int token, Statement statement)
    {
        _sorted &= _statements.Count == 0 || _statements[^1].Token <= token;
        _statements.Add((token, statement));
    }

    /// <summary>All statements in the order of the file.</summary>
    public IReadOnlyList<Statement> Statements() =>
        _sorted ? [.. _statements.Select(s => s.Statement)] : [.. _statements.OrderBy(s => s.Token).Select(s => s.Statement)];

    /// <summary>All scopes by number.</summary>
    public IReadOnlyList<Scope> Scopes(int lastLine)
    {
        _scopes[0] = _scopes[0] with { Lines = new LineSpan(1, lastLine) };
        return [.. _scopes];
    }
}
