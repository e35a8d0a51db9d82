namespace Sextant.Discovery.Code.CSharp;

/// <summary>Lines for the compiler. All branches of <c>#if</c> are read, unless one opens brackets that the next opens again.</summary>
internal sealed partial class CSharpLexer
{
    private const int MaxConditions = 200;

    private readonly Stack<int> _conditions = [];

    private void Directive()
    {
        switch (DirectiveName())
        {
            case "if" when _conditions.Count < MaxConditions:
                _conditions.Push(_open.Count);
                break;
            case "else" or "elif" when _conditions.TryPeek(out var depth) && depth != _open.Count:
                SkipBranches();
                return;
            case "endif":
                _conditions.TryPop(out _);
                break;
        }

        SkipLine();
    }

    private ReadOnlySpan<char> DirectiveName()
    {
        var rest = source.AsSpan(_at + 1);
        rest = rest[..(rest.IndexOf('\n') is >= 0 and var end ? end : rest.Length)].Trim();
        var length = 0;
        while (length < rest.Length && char.IsAsciiLetter(rest[length]))
            length++;
        return rest[..length];
    }

    /// <summary>Skips to the line that ends the condition.</summary>
    private void SkipBranches()
    {
        var depth = 0;
        while (_at < source.Length)
        {
            if (source[_at] == '#')
            {
                var name = DirectiveName();
                depth += name is "if" ? 1 : name is "endif" ? -1 : 0;
                if (depth < 0)
                    break;
            }

            SkipLine();
            if (_at < source.Length)
                (_at, _line) = (_at + 1, _line + 1);
            while (_at < source.Length && source[_at] is ' ' or '\t' or '\r')
                _at++;
        }

        _conditions.TryPop(out _);
        SkipLine();
    }
}
