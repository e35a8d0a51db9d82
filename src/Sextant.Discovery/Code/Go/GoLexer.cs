namespace Sextant.Discovery.Code.Go;

/// <summary>Cuts Go source into tokens, with the semicolons that line ends stand for.</summary>
internal sealed class GoLexer(string text)
{
    /// <summary>Tokens read of one file; real files of a megabyte have about 250,000.</summary>
    private const int MaxTokens = 3_000_000;

    private const string Operators = "+-*/%&|^<>=!()[]{},;.:~";

    // Longest first; single characters are operators by themselves.
    private static readonly string[] LongOperators = ["<<=", ">>=", "&^=", "...", "&&", "||", "<-", "++", "--", "==", "!=", "<=", ">=", ":=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<", ">>", "&^"];

    private readonly List<GoToken> _tokens = new(Math.Min(text.Length / 5 + 16, MaxTokens));
    private int _at;
    private int _line = 1;
    private bool _ends;

    /// <summary>Whether the file had more tokens than are read.</summary>
    public bool IsCut { get; private set; }

    /// <summary>All tokens, the last of which is <see cref="GoTokenKind.End"/>.</summary>
    public List<GoToken> Run()
    {
        while (_at < text.Length)
        {
            if (_tokens.Count >= MaxTokens)
            {
                IsCut = true;
                break;
            }

            Next();
        }

        EndLine();
        _tokens.Add(new GoToken(GoTokenKind.End, 0, text.Length, text.Length, _line));
        return _tokens;
    }

    private void Next()
    {
        var c = text[_at];
        if (c == '\n')
        {
            EndLine();
            _at++;
            _line++;
        }
        else if (c is ' ' or '\t' or '\r' or '\uFEFF')
        {
            _at++;
        }
        else if (c == '/' && _at + 1 < text.Length && text[_at + 1] is '/' or '*')
        {
            Comment(text[_at + 1] == '/');
        }
        else if (char.IsAsciiLetter(c) || c == '_' || c > 127 && char.IsLetter(c))
        {
            Word();
        }
        else if (char.IsAsciiDigit(c) || c == '.' && _at + 1 < text.Length && char.IsAsciiDigit(text[_at + 1]))
        {
            Number();
        }
        else if (c is '"' or '\'')
        {
            Quoted(c);
        }
        else if (c == '`')
        {
            Raw();
        }
        else
        {
            Operator(c);
        }
    }

    private void EndLine()
    {
        if (_ends)
            _tokens.Add(new GoToken(GoTokenKind.Semicolon, 0, _at, _at, _line));
        _ends = false;
    }

    private void Add(GoTokenKind kind, int code, int end, int line, bool ends)
    {
        _tokens.Add(new GoToken(kind, code, _at, end, line));
        _at = end;
        _ends = ends;
    }

    private void Comment(bool toLineEnd)
    {
        if (toLineEnd)
        {
            var end = text.AsSpan(_at).IndexOf('\n');
            _at = end < 0 ? text.Length : _at + end;
            return;
        }

        var close = text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
        var stop = close < 0 ? text.Length : close + 2;
        var lines = text.AsSpan(_at, stop - _at).Count('\n');
        if (lines > 0)
            EndLine();
        _line += lines;
        _at = stop;
    }

    private void Word()
    {
        var end = _at + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_' || text[end] > 127 && char.IsLetterOrDigit(text[end])))
            end++;
        var keyword = GoKeywords.Of(text.AsSpan(_at, end - _at));
        var ends = keyword is GoKeyword.None or GoKeyword.Break or GoKeyword.Continue or GoKeyword.Fallthrough or GoKeyword.Return;
        Add(keyword == GoKeyword.None ? GoTokenKind.Name : GoTokenKind.Keyword, (int)keyword, end, _line, ends);
    }

    private void Number()
    {
        var end = _at + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '.' || text[end] is '+' or '-' && text[end - 1] is 'e' or 'E' or 'p' or 'P' && !IsHexadecimal()))
            end++;
        Add(GoTokenKind.Number, 0, end, _line, ends: true);

        bool IsHexadecimal() => text[_at] == '0' && _at + 1 < text.Length && text[_at + 1] is 'x' or 'X' && text[end - 1] is 'e' or 'E';
    }

    // A text or rune ends with its line at the latest.
    private void Quoted(char quote)
    {
        var end = _at + 1;
        while (end < text.Length && text[end] != quote && text[end] != '\n')
            end += text[end] == '\\' && end + 1 < text.Length && text[end + 1] != '\n' ? 2 : 1;
        if (end < text.Length && text[end] == quote)
            end++;
        Add(quote == '"' ? GoTokenKind.Text : GoTokenKind.Number, 0, end, _line, ends: true);
    }

    private void Raw()
    {
        var close = text.IndexOf('`', _at + 1);
        var end = close < 0 ? text.Length : close + 1;
        var lines = text.AsSpan(_at, end - _at).Count('\n');
        Add(GoTokenKind.Text, 0, end, _line, ends: true);
        _line += lines;
    }

    private void Operator(char c)
    {
        if (!Operators.Contains(c, StringComparison.Ordinal))
        {
            _at++;
            return;
        }

        var rest = text.AsSpan(_at);
        foreach (var written in c is '(' or ')' or '[' or ']' or '{' or '}' or ',' or ';' ? [] : LongOperators)
        {
            if (written[0] == c && rest.StartsWith(written, StringComparison.Ordinal))
            {
                Add(GoTokenKind.Operator, Code(written), _at + written.Length, _line, ends: written is "++" or "--");
                return;
            }
        }

        if (c == ';')
            Add(GoTokenKind.Semicolon, 0, _at + 1, _line, ends: false);
        else
            Add(GoTokenKind.Operator, c, _at + 1, _line, ends: c is ')' or ']' or '}');
    }

    /// <summary>An operator of up to three characters as one number.</summary>
    public static int Code(string written)
    {
        var code = 0;
        foreach (var c in written)
            code = code << 8 | c;
        return code;
    }
}
