using System.Buffers;
using static Sextant.Discovery.Code.TypeScript.TokenKind;

namespace Sextant.Discovery.Code.TypeScript;

/// <summary>Markup within source (JSX).</summary>
internal sealed partial class TypeScriptLexer
{
    /// <summary>Names of elements whose last end is remembered.</summary>
    private const int MaxEnds = 256;

    private static readonly SearchValues<char> ChildStops = SearchValues.Create("<{\n");

    private readonly Dictionary<string, int> _lastEnds = new(StringComparer.Ordinal);

    /// <summary>An element, if it is not the parameters of a generic type or function.</summary>
    private bool TryMarkup()
    {
        var next = Peek(1);
        if (next == '>')
        {
            if (LastEnd("") <= _at)
                return false;
        }
        else if (!IsNameStart(next) || !IsElement())
        {
            return false;
        }

        StartElement();
        return true;
    }

    private bool IsElement()
    {
        var end = _at + 1;
        while (end < source.Length && IsMarkupNamePart(source[end]))
            end++;
        var name = source[(_at + 1)..end];
        var rest = source.AsSpan(end).TrimStart();
        if (rest.IsEmpty || rest[0] is ',' or '=' or '|' or '&' or '[' || rest.StartsWith("extends ", StringComparison.Ordinal))
            return false;
        return rest[0] != '>' || LastEnd(name) > _at;
    }

    private int LastEnd(string name)
    {
        if (_lastEnds.TryGetValue(name, out var known))
            return known;
        if (_lastEnds.Count >= MaxEnds)
            return source.Length;
        return _lastEnds[name] = source.LastIndexOf("</" + name, StringComparison.Ordinal);
    }

    private static bool IsMarkupNamePart(char c) => IsNamePart(c) || c is '-' or '.' or ':';

    private void StartElement()
    {
        var index = Add(MarkupOpen, _at++, 1);
        _open.Open(LexerMode.Tag, index);
        if (Peek() != '>')
            LexMarkupName();
    }

    private void LexMarkupName()
    {
        var start = _at++;
        while (_at < source.Length && IsMarkupNamePart(source[_at]))
            _at++;
        Add(MarkupName, start, _at - start);
    }

    private void LexTag()
    {
        if (!SkipBlanks())
            return;
        var c = source[_at];
        if (IsNameStart(c))
            LexMarkupName();
        else if (c is '"' or '\'')
            LexAttributeText(c);
        else if (c == '{')
            StartField();
        else if (c == '=')
            Take(MarkupEqual, 1);
        else if (c == '/' && Peek(1) == '>')
            EndElement(MarkupSelfEnd, 2);
        else if (c == '>')
            StartChildren();
        else if (c == '<' && IsNameStart(Peek(1)) && _last == MarkupEqual)
            StartElement();
        else if (c == '<')
            SkipTypeArguments();
        else
            Take(Error, 1);
    }

    private void LexAttributeText(char quote)
    {
        var (start, line) = (_at, _line);
        var end = source.AsSpan(_at + 1).IndexOf(quote);
        var stop = end < 0 ? source.Length : _at + end + 2;
        var index = Add(end < 0 ? Error : Text, start, stop - start);
        SkipTo(stop);
        (tokens[index].Link, tokens[index].Line) = (_line, line);
    }

    private void StartField()
    {
        var index = Add(FieldStart, _at++, 1);
        _open.Open(LexerMode.Code, index);
    }

    private void EndElement(TokenKind kind, int length)
    {
        var index = Add(kind, _at, length);
        SkipTo(_at + length);
        _open.LeaveWith(index);
    }

    private void StartChildren()
    {
        Take(MarkupTagEnd, 1);
        // The element stays open: what ends it is the closing tag.
        _open.Reenter(LexerMode.Children);
    }

    private void SkipTypeArguments()
    {
        var end = source.AsSpan(_at).IndexOf('>');
        SkipTo(end < 0 ? source.Length : _at + end + 1);
    }

    private void LexChildren()
    {
        while (_at < source.Length)
        {
            var next = source.AsSpan(_at).IndexOfAny(ChildStops);
            _at = next < 0 ? source.Length : _at + next;
            if (Peek() != '\n')
                break;
            NewLine();
        }

        if (_at >= source.Length)
            return;
        if (source[_at] == '{')
            StartField();
        else if (Peek(1) == '/')
            EndElement(MarkupClose, (source.AsSpan(_at).IndexOf('>') is >= 0 and var end ? end : source.Length - _at - 1) + 1);
        else if (IsNameStart(Peek(1)) || Peek(1) == '>')
            StartElement();
        else
            _at++;
    }
}
