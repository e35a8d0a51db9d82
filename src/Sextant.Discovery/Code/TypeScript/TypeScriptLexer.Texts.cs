using System.Buffers;
using static Sextant.Discovery.Code.TypeScript.TokenKind;

namespace Sextant.Discovery.Code.TypeScript;

/// <summary>Texts, templates and regular expressions.</summary>
internal sealed partial class TypeScriptLexer
{
    private static readonly SearchValues<char> DoubleQuoteStops = SearchValues.Create("\"\\\n");
    private static readonly SearchValues<char> SingleQuoteStops = SearchValues.Create("'\\\n");
    private static readonly SearchValues<char> TemplateStops = SearchValues.Create("`\\$\n");

    /// <summary>A text ends with its quote, or broken with its line.</summary>
    private void LexText(char quote)
    {
        var (start, line) = (_at, _line);
        var stops = quote == '"' ? DoubleQuoteStops : SingleQuoteStops;
        _at++;
        while (true)
        {
            var next = source.AsSpan(_at).IndexOfAny(stops);
            _at = next < 0 ? source.Length : _at + next;
            if (Peek() != '\\')
                break;
            _at++;
            if (Peek() == '\r' && Peek(1) == '\n')
                _at++;
            if (Peek() == '\n')
                _line++;
            _at = Math.Min(_at + 1, source.Length);
        }

        var closed = Peek() == quote;
        if (closed)
            _at++;
        var end = _line;
        _line = line;
        var index = Add(closed ? Text : Error, start, _at - start);
        tokens[index].Link = end;
        _line = end;
    }

    private void StartTemplate()
    {
        var index = Add(TemplateStart, _at, 1);
        _at++;
        _open.Open(LexerMode.Template, index);
    }

    private void LexTemplateText()
    {
        var (start, line) = (_at, _line);
        while (_at < source.Length)
        {
            var next = source.AsSpan(_at).IndexOfAny(TemplateStops);
            _at = next < 0 ? source.Length : _at + next;
            var c = Peek();
            if (c == '\\')
                SkipTo(Math.Min(_at + 2, source.Length));
            else if (c == '\n')
                NewLine();
            else if (c == '$' && Peek(1) != '{')
                _at++;
            else
                break;
        }

        var end = _line;
        _line = line;
        if (_at > start)
            tokens[Add(TemplateText, start, _at - start)].Link = end;
        _line = end;
        if (Peek() == '`')
        {
            var index = Add(TemplateEnd, _at++, 1);
            _open.LeaveWith(index);
        }
        else if (_at < source.Length)
        {
            var index = Add(FieldStart, _at, 2);
            _at += 2;
            _open.Open(LexerMode.Code, index);
        }
    }

    /// <summary>A regular expression, if one ends on this line.</summary>
    private bool TryRegex()
    {
        var inClass = false;
        for (var i = _at + 1; i < source.Length && source[i] != '\n'; i++)
        {
            switch (source[i])
            {
                case '\\':
                    i++;
                    break;
                case '[':
                    inClass = true;
                    break;
                case ']':
                    inClass = false;
                    break;
                case '/' when !inClass:
                    var start = _at;
                    _at = i + 1;
                    while (char.IsAsciiLetter(Peek()))
                        _at++;
                    Add(Regex, start, _at - start);
                    return true;
            }
        }

        return false;
    }
}
