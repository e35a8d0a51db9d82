using Sextant.Discovery.Code.Facts;

namespace Sextant.Discovery.Code.Python;

/// <summary>The scopes of a file while it is read. A line is in the innermost scope whose header is indented less than it.</summary>
internal sealed class ScopeStack
{
    /// <summary>Scopes within scopes; what is deeper belongs to the last.</summary>
    private const int MaxDepth = 100;

    private readonly List<Scope> _scopes = [new Scope(0, -1, ScopeKind.Module, "", new LineSpan(1, 1))];
    private readonly List<int> _ends = [1];
    private readonly Dictionary<int, HashSet<string>> _shared = [];
    private readonly Stack<(int Column, int Scope)> _open = new([(-1, 0)]);

    /// <summary>The scope in which a statement stands.</summary>
    public int Current => _open.Peek().Scope;

    /// <summary>The number that the next scope will have.</summary>
    public int Next => _scopes.Count;

    /// <summary>Whether nothing stands in the current scope yet, so that a text is its documentation.</summary>
    public bool IsBodyEmpty { get; private set; } = true;

    /// <summary>Leaves the scopes that a line of an indentation is not in any more.</summary>
    public void LeaveTo(int column)
    {
        while (_open.Count > 1 && _open.Peek().Column >= column)
        {
            var left = _open.Pop().Scope;
            _ends[Current] = Math.Max(_ends[Current], _ends[left]);
            IsBodyEmpty = false;
        }
    }

    /// <summary>Notes that a statement of the current scope ends on a line; not in its body if it was the scope's own header.</summary>
    public void Touch(int line, bool isHeader)
    {
        IsBodyEmpty &= isHeader;
        _ends[Current] = Math.Max(_ends[Current], line);
    }

    /// <summary>Opens a scope whose header has an indentation.</summary>
    public void Open(int column, Scope scope)
    {
        _scopes.Add(scope);
        _ends.Add(scope.Lines.End);
        if (_open.Count >= MaxDepth)
            return;
        _open.Push((column, scope.Number));
        IsBodyEmpty = true;
    }

    public void Document(string text) => _scopes[Current] = _scopes[Current] with { Documentation = text };

    /// <summary>Notes that a name in the current scope means the one around it.</summary>
    public void Share(string name)
    {
        if (!_shared.TryGetValue(Current, out var names))
            _shared[Current] = names = new(StringComparer.Ordinal);
        names.Add(name);
    }

    /// <summary>All scopes, by number.</summary>
    public IReadOnlyList<Scope> ToScopes(int lastLine)
    {
        LeaveTo(0);
        _ends[0] = lastLine;
        return [.. _scopes.Select(Finished)];
    }

    private Scope Finished(Scope scope)
    {
        var ended = scope with { Lines = new LineSpan(scope.Lines.Start, _ends[scope.Number]) };
        return _shared.TryGetValue(scope.Number, out var names) ? ended with { Shared = names } : ended;
    }
}
