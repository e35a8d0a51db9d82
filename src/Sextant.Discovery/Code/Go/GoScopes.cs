using Sextant.Discovery.Code.Facts;

namespace Sextant.Discovery.Code.Go;

/// <summary>The scopes of a file while it is read, and the classes by the name of their type.</summary>
internal sealed class GoScopes
{
    private readonly List<Scope> _scopes = [new Scope(0, -1, ScopeKind.Module, "", new LineSpan(1, 1))];
    private readonly Dictionary<string, int> _classes = new(StringComparer.Ordinal);

    /// <summary>Opens a scope; its number.</summary>
    public int Open(int parent, ScopeKind kind, string name, int line, bool isValue = false)
    {
        _scopes.Add(new Scope(_scopes.Count, parent, kind, name, LineSpan.At(line)) { IsValue = isValue });
        return _scopes.Count - 1;
    }

    /// <summary>The class of a type of the file's package, made if it is not there yet.</summary>
    public int Class(string name, int line)
    {
        if (_classes.TryGetValue(name, out var number))
            return number;
        return _classes[name] = Open(0, ScopeKind.Class, name, line);
    }

    /// <summary>Says more of a scope.</summary>
    public void Change(int number, Func<Scope, Scope> change) => _scopes[number] = change(_scopes[number]);

    /// <summary>Says where a scope ends.</summary>
    public void Close(int number, int line)
    {
        var scope = _scopes[number];
        _scopes[number] = scope with { Lines = new LineSpan(scope.Lines.Start, Math.Max(scope.Lines.End, line)) };
    }

    /// <summary>All scopes, by number.</summary>
    public IReadOnlyList<Scope> ToScopes(int lastLine)
    {
        Close(0, lastLine);
        return _scopes;
    }
}
