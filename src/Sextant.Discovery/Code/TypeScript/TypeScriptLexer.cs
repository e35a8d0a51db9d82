using static Sextant.Discovery.Code.TypeScript.TokenKind;

namespace Sextant.Discovery.Code.TypeScript;

/// <summary>Cuts TypeScript, JavaScript and their markup into tokens in one pass, and joins brackets.</summary>
/// <param name="source">The source.</param>
/// <param name="tokens">Where tokens go.</param>
/// <param name="markup">Whether the source may hold markup (JSX).</param>
internal sealed partial class TypeScriptLexer(string source, TokenBuffer<Token> tokens, bool markup)
{
    private readonly OpenBrackets _open = new(tokens);
    private int _at;
    private int _line = 1;
    private bool _fresh = true;
    private TokenKind _last = Semicolon;
    private TokenKind _beforeLast = Semicolon;
    private bool _endsValue;

    /// <summary>Makes all tokens, with an <see cref="End"/> as the last; false if the file has too many.</summary>
    public bool Run()
    {
        if (source.StartsWith("#!", StringComparison.Ordinal))
            SkipLine();
        while (_at < source.Length && tokens.HasRoom)
        {
            switch (_open.Mode)
            {
                case LexerMode.Template:
                    LexTemplateText();
                    break;
                case LexerMode.Tag:
                    LexTag();
                    break;
                case LexerMode.Children:
                    LexChildren();
                    break;
                default:
                    if (SkipBlanks())
                        Next();
                    break;
            }
        }

        var complete = _at >= source.Length;
        _fresh = true;
        Add(End, source.Length, 0);
        return complete;
    }

    private char Peek(int ahead = 0) => _at + ahead < source.Length ? source[_at + ahead] : '\0';

    private int Add(TokenKind kind, int start, int length)
    {
        var index = tokens.Add(new Token(kind, _fresh, start, length, _line));
        _fresh = false;
        (_beforeLast, _last) = (_last, kind);
        // Before a value it is a prefix, after one it belongs to it.
        if (kind is Bang or Increment or Decrement)
            return index;
        _endsValue = Keywords.EndsValue(kind) || (Keywords.IsReserved(kind) && _beforeLast is Dot or OptionalDot);
        return index;
    }

    private void Take(TokenKind kind, int length)
    {
        Add(kind, _at, length);
        _at += length;
    }

    /// <summary>Steps over blanks, comments and line ends; false at the end of the file.</summary>
    private bool SkipBlanks()
    {
        while (_at < source.Length)
        {
            var c = source[_at];
            if (c is ' ' or '\t' or '\r' or '\f' or '\v')
                _at++;
            else if (c == '\n')
                NewLine();
            else if (c == '/' && Peek(1) == '/')
                SkipLine();
            else if (c == '/' && Peek(1) == '*')
                SkipComment();
            else if (c == '<' && source.AsSpan(_at).StartsWith("<!--"))
                SkipLine();
            else if (c >= '\u0080' && (char.IsWhiteSpace(c) || c is '\uFEFF' or '\u200B'))
                _at++;
            else
                return true;
        }

        return false;
    }

    private void NewLine()
    {
        _at++;
        _line++;
        _fresh = true;
    }

    private void SkipLine()
    {
        var rest = source.AsSpan(_at).IndexOf('\n');
        _at = rest < 0 ? source.Length : _at + rest;
    }

    private void SkipComment()
    {
        var end = source.AsSpan(_at + 2).IndexOf("*/");
        SkipTo(end < 0 ? source.Length : _at + end + 4);
    }

    /// <summary>Goes on at an offset, counting the lines up to it.</summary>
    private void SkipTo(int offset)
    {
        var lines = source.AsSpan(_at, offset - _at).Count('\n');
        _line += lines;
        _fresh |= lines > 0;
        _at = offset;
    }

    private void Next()
    {
        var c = source[_at];
        if (IsNameStart(c))
            LexWord();
        else if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Peek(1))))
            LexNumber();
        else if (c is '"' or '\'')
            LexText(c);
        else if (c == '`')
            StartTemplate();
        else if (c == '#' && IsNameStart(Peek(1)))
            LexPrivateName();
        else if (c == '/' && !_endsValue && TryRegex())
            return;
        else if (c == '<' && markup && !_endsValue && TryMarkup())
            return;
        else
            LexOperator(c);
    }

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c is '_' or '$' || (c == '\\') || (c >= '\u0080' && IsForeignLetter(c));

    private static bool IsNamePart(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '$' || (c >= '\u0080' && IsForeignLetter(c));

    private static bool IsForeignLetter(char c) =>
        !char.IsWhiteSpace(c) && !char.IsPunctuation(c) && !char.IsSymbol(c) && !char.IsControl(c) && c is not ('\uFEFF' or '\u200B');

    private void LexWord()
    {
        var start = _at++;
        while (_at < source.Length && IsNamePart(source[_at]))
            _at++;
        var word = source.AsSpan(start, _at - start);
        Add(word.Length <= Keywords.MaxLength ? Keywords.KindOf(word) : Name, start, word.Length);
    }

    private void LexPrivateName()
    {
        var start = _at++;
        while (_at < source.Length && IsNamePart(source[_at]))
            _at++;
        Add(PrivateName, start, _at - start);
    }

    private void LexNumber()
    {
        var start = _at;
        var based = source[_at] == '0' && char.IsAsciiLetter(Peek(1));
        while (_at < source.Length)
        {
            var c = source[_at];
            var signOfExponent = c is '+' or '-' && !based && _at > start && source[_at - 1] is 'e' or 'E';
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '.') && !signOfExponent)
                break;
            if (c == '.' && Peek(1) == '.')
                break;
            _at++;
        }

        Add(Number, start, _at - start);
    }
}
