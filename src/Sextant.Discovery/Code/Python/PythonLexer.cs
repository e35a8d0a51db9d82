using System.Buffers;
using static Sextant.Discovery.Code.Python.TokenKind;

namespace Sextant.Discovery.Code.Python;

/// <summary>
/// Cuts Python source into tokens in one pass. Lines and indentation are flags on tokens, so that the parser can decide where
/// a statement ends even when brackets do not match.
/// </summary>
internal sealed partial class PythonLexer(string source, TokenBuffer<Token> tokens)
{
    private static readonly SearchValues<char> PrefixLetters = SearchValues.Create("rRbBuUfFtT");

    private readonly BracketStack _brackets = new(tokens);
    private int _at;
    private int _line = 1;
    private int _column;
    private bool _fresh = true;

    /// <summary>Makes all tokens, with an <see cref="End"/> as the last; false if the file has too many.</summary>
    public bool Run()
    {
        while (SkipBlanks() && tokens.HasRoom)
            Next();
        var complete = _at >= source.Length;
        _fresh = true;
        _column = 0;
        Add(End, _at, 0);
        return complete;
    }

    /// <summary>Steps over blanks, comments and line ends; false at the end of the file.</summary>
    private bool SkipBlanks()
    {
        while (_at < source.Length)
        {
            switch (source[_at])
            {
                case ' ':
                    _column++;
                    _at++;
                    break;
                case '\n':
                    _line++;
                    StartLine();
                    break;
                case '\r':
                    if (Peek(1) == '\n')
                        _at++;
                    else
                        StartLine();
                    break;
                case '\t':
                    _column = (_column | 7) + 1;
                    _at++;
                    break;
                case '\f':
                    _column = 0;
                    _at++;
                    break;
                case '#':
                    var rest = source.AsSpan(_at).IndexOfAny('\n', '\r');
                    _at = rest < 0 ? source.Length : _at + rest;
                    break;
                case '\\' when Peek(1) is '\n' or '\r':
                    JoinLine();
                    break;
                case >= '\u0080' and var c when char.IsWhiteSpace(c) || c is '\uFEFF' or '\u200B':
                    _at++;
                    break;
                default:
                    return true;
            }
        }

        return false;
    }

    private void StartLine()
    {
        _at++;
        _fresh = true;
        _column = 0;
    }

    private void JoinLine()
    {
        _at += Peek(1) == '\r' && Peek(2) == '\n' ? 3 : 2;
        if (source[_at - 1] == '\n')
            _line++;
    }

    private char Peek(int ahead) => _at + ahead < source.Length ? source[_at + ahead] : '\0';

    private int Add(TokenKind kind, int start, int length)
    {
        var token = new Token(kind, _fresh, (ushort)Math.Min(_column, ushort.MaxValue), start, length, _line);
        _fresh = false;
        return tokens.Add(token);
    }

    private void Next()
    {
        var c = source[_at];
        if (IsNameStart(c))
            LexWord();
        else if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Peek(1))))
            LexNumber();
        else if (c is '"' or '\'')
            LexText(_at, raw: false, template: false);
        else
            LexOperator(c);
    }

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_' || (c >= '\u0080' && IsForeignLetter(c));

    private static bool IsNamePart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_' || (c >= '\u0080' && IsForeignLetter(c));

    private static bool IsForeignLetter(char c) =>
        !char.IsWhiteSpace(c) && !char.IsPunctuation(c) && !char.IsSymbol(c) && !char.IsControl(c) && c is not ('\uFEFF' or '\u200B');

    private void LexWord()
    {
        var start = _at;
        while (_at < source.Length && IsNamePart(source[_at]))
            _at++;
        var word = source.AsSpan(start, _at - start);
        if (word.Length <= 2 && Peek(0) is '"' or '\'' && word.IndexOfAnyExcept(PrefixLetters) < 0)
        {
            LexText(start, word.ContainsAny('r', 'R'), word.ContainsAny("fFtT"));
            return;
        }

        var kind = word.Length <= 8 ? Keywords.KindOf(word) : Name;
        if (_fresh && !_brackets.IsEmpty && Keywords.OnlyBeginsStatement(kind))
            _brackets.Abandon();
        Add(kind, start, word.Length);
    }

    private void LexNumber()
    {
        var start = _at;
        var hex = source[_at] == '0' && Peek(1) is 'x' or 'X';
        while (_at < source.Length)
        {
            var c = source[_at];
            var signOfExponent = c is '+' or '-' && !hex && _at > start && source[_at - 1] is 'e' or 'E';
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '.') && !signOfExponent)
                break;
            _at++;
        }

        Add(Number, start, _at - start);
    }
}
