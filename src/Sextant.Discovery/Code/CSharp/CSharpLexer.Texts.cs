using static Sextant.Discovery.Code.CSharp.TokenKind;

namespace Sextant.Discovery.Code.CSharp;

/// <summary>Texts: plain, verbatim, raw, and each of them with holes.</summary>
internal sealed partial class CSharpLexer
{
    private const int RawQuotes = 3;

    private void Quoted(char c)
    {
        var at = _at;
        var (dollars, verbatim) = (0, false);
        while (at < source.Length && source[at] is '$' or '@')
        {
            dollars += source[at] == '$' ? 1 : 0;
            verbatim |= source[at] == '@';
            at++;
        }

        if (c == '\'')
            Character();
        else if (at < source.Length && source[at] == '"')
            Text(_at, at, dollars, verbatim);
        else if (c == '@' && at < source.Length && (char.IsLetter(source[at]) || source[at] == '_'))
            NameAfterAt(at);
        else
            Add(Error, 1);
    }

    private void NameAfterAt(int start)
    {
        _at = start;
        Word(start);
        tokens[tokens.Count - 1].Kind = Name;
    }

    private void Character()
    {
        var start = _at++;
        while (_at < source.Length && source[_at] is not ('\'' or '\n'))
            _at += source[_at] == '\\' && _at + 1 < source.Length && source[_at + 1] != '\n' ? 2 : 1;
        if (_at < source.Length && source[_at] == '\'')
            _at++;
        _at = Math.Min(_at, source.Length);
        tokens.Add(new Token(TokenKind.Character, start, _at - start, _line));
    }

    private void Text(int start, int quote, int dollars, bool verbatim)
    {
        var quotes = 0;
        while (quote + quotes < source.Length && source[quote + quotes] == '"')
            quotes++;
        var style = new TextStyle(dollars, quotes >= RawQuotes && !verbatim ? quotes : 0, verbatim);
        if (dollars > 0 && _templates < MaxTemplates)
        {
            Template(start, quote, style);
            return;
        }

        var line = _line;
        _at = quote + Math.Max(1, style.RawQuotes);
        SkipText(style);
        tokens.Add(new Token(TokenKind.Text, start, _at - start, line) { Link = _line });
        if (_at + 1 < source.Length && source[_at] is 'u' or 'U' && source[_at + 1] == '8')
            _at += 2;
    }

    /// <summary>Goes behind the end of a text whose beginning was read.</summary>
    private void SkipText(TextStyle style)
    {
        while (_at < source.Length)
        {
            if (EndOfText(style) is > 0 and var end)
            {
                _at += end;
                return;
            }

            if (source[_at] == '\n')
            {
                if (style.IsPlain)
                    return;
                _line++;
            }

            Step(style);
        }
    }

    /// <summary>Goes over one character of a text, or over two that belong together.</summary>
    private void Step(TextStyle style)
    {
        var two = style.IsPlain ? source[_at] == '\\' && Peek(1) != '\n' : style.RawQuotes == 0 && source[_at] == '"';
        _at = Math.Min(_at + (two ? 2 : 1), source.Length);
    }

    /// <summary>The length of what ends a text here; 0 if it goes on.</summary>
    private int EndOfText(TextStyle style)
    {
        if (source[_at] != '"')
            return 0;
        if (style.RawQuotes == 0)
            return style.IsVerbatim && Peek(1) == '"' ? 0 : 1;
        var quotes = 0;
        while (Peek(quotes) == '"')
            quotes++;
        return quotes >= style.RawQuotes ? quotes : 0;
    }

    private void Template(int start, int quote, TextStyle style)
    {
        _templates++;
        var opening = tokens.Add(new Token(TemplateStart, start, quote - start + Math.Max(1, style.RawQuotes), _line));
        _at = quote + Math.Max(1, style.RawQuotes);
        var (from, line) = (_at, _line);
        while (_at < source.Length && EndOfText(style) == 0 && !(style.IsPlain && source[_at] == '\n'))
        {
            if (HoleLength(style) is > 0 and var hole)
            {
                AddPiece(from, line);
                Hole(hole);
                (from, line) = (_at, _line);
                continue;
            }

            if (source[_at] == '\n')
                _line++;
            if (style.RawQuotes == 0 && source[_at] is '{' or '}' && Peek(1) == source[_at])
                _at += 2;
            else
                Step(style);
        }

        AddPiece(from, line);
        var end = _at < source.Length ? EndOfText(style) : 0;
        tokens[opening].Link = tokens.Add(new Token(TemplateEnd, _at, end, _line));
        _at += end;
        _templates--;
    }

    private void AddPiece(int from, int line)
    {
        if (_at > from)
            tokens.Add(new Token(TemplateText, from, _at - from, line) { Link = _line });
    }

    /// <summary>The length of what opens a hole here; 0 if nothing does.</summary>
    private int HoleLength(TextStyle style)
    {
        if (source[_at] != '{')
            return 0;
        if (style.RawQuotes == 0)
            return Peek(1) == '{' ? 0 : 1;
        var curls = 0;
        while (Peek(curls) == '{')
            curls++;
        return curls >= style.Dollars ? curls : 0;
    }

    private void Hole(int length)
    {
        var opening = tokens.Add(new Token(HoleStart, _at, length, _line));
        _at += length;
        var depth = _open.Count;
        while (_at < source.Length && tokens.HasRoom)
        {
            var c = source[_at];
            if (_open.Count <= depth && (c == '}' || (c == ':' && Peek(1) != ':' && source[_at - 1] != ':')))
                break;
            Next();
        }

        if (_open.Count > depth)
            _open.RemoveRange(depth, _open.Count - depth);
        while (_at < source.Length && source[_at] is not ('}' or '"' or '\n'))
            _at++;
        var end = 0;
        while (end < length && Peek(end) == '}')
            end++;
        tokens[opening].Link = tokens.Add(new Token(HoleEnd, _at, end, _line));
        _at += end;
    }
}

/// <summary>How a text is written.</summary>
/// <param name="Dollars">Dollar signs before it: how many curly brackets open a hole in a raw text.</param>
/// <param name="RawQuotes">Quotes around a raw text; 0 if it is none.</param>
/// <param name="IsVerbatim">Whether backslashes mean themselves and quotes are doubled.</param>
internal readonly record struct TextStyle(int Dollars, int RawQuotes, bool IsVerbatim)
{
    /// <summary>Whether it ends with its line and knows escapes.</summary>
    public bool IsPlain => RawQuotes == 0 && !IsVerbatim;
}
