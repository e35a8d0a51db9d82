using Sextant.Discovery.Code.Facts;

namespace Sextant.Discovery.Code.Go;

/// <summary>Where the parser is among the tokens of a file.</summary>
internal sealed class GoCursor(string text, List<GoToken> tokens)
{
    /// <summary>Errors kept of one file.</summary>
    private const int MaxErrors = 100;

    private int _at;

    public List<(int Line, string Message)> Errors { get; } = [];

    public int Position => _at;

    public GoToken Token => tokens[_at];

    public int Line => Token.Line;

    public bool IsEnd => Token.Kind == GoTokenKind.End;

    /// <summary>The line of the last token that was read.</summary>
    public int LastLine => _at == 0 ? 1 : tokens[_at - 1].Line;

    public GoToken Peek(int ahead = 1) => tokens[Math.Min(_at + ahead, tokens.Count - 1)];

    public ReadOnlySpan<char> Written(GoToken token) => text.AsSpan(token.Start, token.End - token.Start);

    public bool Is(GoKeyword keyword) => Token.Kind == GoTokenKind.Keyword && Token.Code == (int)keyword;

    public bool Is(char op) => IsOperator(Token, op);

    public bool Is(string op) => Token.Kind == GoTokenKind.Operator && Token.Code == GoLexer.Code(op);

    public static bool IsOperator(GoToken token, char op) => token.Kind == GoTokenKind.Operator && token.Code == op;

    public void Next()
    {
        if (_at < tokens.Count - 1)
            _at++;
    }

    public bool Accept(char op)
    {
        if (!Is(op))
            return false;
        Next();
        return true;
    }

    public bool Accept(string op)
    {
        if (!Is(op))
            return false;
        Next();
        return true;
    }

    public bool Accept(GoKeyword keyword)
    {
        if (!Is(keyword))
            return false;
        Next();
        return true;
    }

    public bool AcceptSemicolon()
    {
        if (Token.Kind != GoTokenKind.Semicolon)
            return false;
        Next();
        return true;
    }

    /// <summary>Reads a character that must be there; an error if it is not.</summary>
    public bool Expect(char op)
    {
        if (Accept(op))
            return true;
        Error($"'{op}' is missing");
        return false;
    }

    public string Name()
    {
        if (Token.Kind != GoTokenKind.Name)
        {
            Error("a name is missing");
            return "";
        }

        var name = Written(Token).ToString();
        Next();
        return name;
    }

    /// <summary>Notes an error, once a line.</summary>
    public void Error(string message)
    {
        if (Errors.Count < MaxErrors && (Errors.Count == 0 || Errors[^1].Line != Line))
            Errors.Add((Line, message));
    }

    /// <summary>Skips to the end of the statement: its semicolon, or the bracket that closes what is around it.</summary>
    public void SkipStatement()
    {
        var depth = 0;
        for (; !IsEnd; Next())
        {
            if (Token.Kind == GoTokenKind.Semicolon && depth <= 0)
                return;
            if (Token.Kind != GoTokenKind.Operator)
                continue;
            if (Token.Code is '{' or '(' or '[')
                depth++;
            else if (Token.Code is '}' or ')' or ']' && depth-- <= 0 && Token.Code == '}')
                return;
        }
    }

    /// <summary>Skips what stands in brackets, the brackets included; stands at the opening one.</summary>
    public void SkipBrackets()
    {
        var depth = 0;
        for (; !IsEnd; Next())
        {
            if (Token.Kind != GoTokenKind.Operator)
                continue;
            if (Token.Code is '{' or '(' or '[')
                depth++;
            else if (Token.Code is '}' or ')' or ']' && --depth <= 0)
            {
                Next();
                return;
            }
        }
    }

    /// <summary>The token after the bracket that closes the one at a token ahead; bounded.</summary>
    public GoToken AfterBrackets(int ahead)
    {
        var depth = 0;
        for (var i = ahead; i < ahead + 400; i++)
        {
            var token = Peek(i);
            if (token.Kind != GoTokenKind.Operator)
                continue;
            if (token.Code is '{' or '(' or '[')
                depth++;
            else if (token.Code is '}' or ')' or ']' && --depth <= 0)
                return Peek(i + 1);
        }

        return tokens[^1];
    }

    /// <summary>The value of a text token.</summary>
    public Expression.Text Text()
    {
        var written = Written(Token);
        var line = Line;
        Next();
        return new Expression.Text(GoText.Value(written), line) { EndLine = line + (written[0] == '`' ? written.Count('\n') : 0) };
    }
}
