namespace Sextant.Discovery.Notebooks;

/// <summary>Whether a line of Python begins a statement, or goes on within a text, a bracket or after a backslash.</summary>
internal sealed class LineState
{
    private char _quote;
    private int _brackets;
    private bool _joined;

    /// <summary>Whether the next line begins a statement.</summary>
    public bool IsStatementStart => _quote == '\0' && _brackets == 0 && !_joined;

    /// <summary>Whether a text in triple quotes is open.</summary>
    public bool IsInText => _quote != '\0';

    /// <summary>Reads a line.</summary>
    public void Step(string line)
    {
        _joined = false;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (_quote != '\0')
                i = InText(line, i);
            else if (c == '#')
                return;
            else if (c is '"' or '\'')
                i = StartText(line, i);
            else if (c is '(' or '[' or '{')
                _brackets++;
            else if (c is ')' or ']' or '}')
                _brackets = Math.Max(0, _brackets - 1);
            else if (c == '\\' && i == line.Length - 1)
                _joined = true;
        }
    }

    private int InText(string line, int at)
    {
        if (line[at] == '\\')
            return at + 1;
        if (!IsTriple(line, at, _quote))
            return at;
        _quote = '\0';
        return at + 2;
    }

    private int StartText(string line, int at)
    {
        var quote = line[at];
        if (IsTriple(line, at, quote))
        {
            _quote = quote;
            return at + 2;
        }

        for (at++; at < line.Length && line[at] != quote; at++)
        {
            if (line[at] == '\\')
                at++;
        }

        return at;
    }

    private static bool IsTriple(string line, int at, char quote) =>
        line[at] == quote && at + 2 < line.Length && line[at + 1] == quote && line[at + 2] == quote;
}
