using static Sextant.Discovery.Code.TypeScript.TokenKind;

namespace Sextant.Discovery.Code.TypeScript;

/// <summary>In what the lexer is.</summary>
internal enum LexerMode : byte
{
    /// <summary>Ordinary source in a bracket, or in none.</summary>
    Code,

    /// <summary>The text of a template.</summary>
    Template,

    /// <summary>A tag of markup, between its name and its end.</summary>
    Tag,

    /// <summary>What stands between the tags of a markup element.</summary>
    Children,
}

/// <summary>What is open while tokens are made: brackets, templates, markup. Joins the halves of brackets.</summary>
internal sealed class OpenBrackets(TokenBuffer<Token> tokens)
{
    /// <summary>Brackets given up for one closing bracket that does not match.</summary>
    private const int MaxGivenUp = 64;

    private readonly List<(LexerMode Mode, int Token, bool IsCondition)> _open = [];

    /// <summary>In what the lexer is.</summary>
    public LexerMode Mode => _open.Count == 0 ? LexerMode.Code : _open[^1].Mode;

    public void Open(LexerMode mode, int token, bool isCondition = false) => _open.Add((mode, token, isCondition));

    /// <summary>Leaves what was entered last.</summary>
    public void Leave()
    {
        if (_open.Count > 0)
            _open.RemoveAt(_open.Count - 1);
    }

    /// <summary>Goes on in another mode, in the same thing.</summary>
    public void Reenter(LexerMode mode) => _open[^1] = _open[^1] with { Mode = mode };

    /// <summary>Joins the token that ends what was entered last with the one that began it.</summary>
    public void LeaveWith(int token)
    {
        var start = _open[^1].Token;
        (tokens[start].Link, tokens[token].Link) = (token, start);
        Leave();
    }

    /// <summary>
    /// Joins a closing bracket with its opening one, as long as that is in the same template or markup; the opening token and
    /// whether it is that of a condition (<c>if (…)</c>), or -1.
    /// </summary>
    public (int Token, bool IsCondition) Close(TokenKind closing)
    {
        for (var i = _open.Count - 1; i >= 0 && i >= _open.Count - MaxGivenUp && _open[i].Mode == LexerMode.Code; i--)
        {
            var kind = tokens[_open[i].Token].Kind;
            if (Matches(kind, closing))
            {
                var found = (_open[i].Token, _open[i].IsCondition);
                _open.RemoveRange(i, _open.Count - i);
                return found;
            }

            if (kind == FieldStart)
                break;
        }

        return (-1, false);
    }

    private static bool Matches(TokenKind opening, TokenKind closing) => closing switch
    {
        CloseRound => opening == OpenRound,
        CloseSquare => opening == OpenSquare,
        _ => opening is OpenCurly or FieldStart,
    };
}
