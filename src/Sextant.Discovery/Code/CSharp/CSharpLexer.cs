using static Sextant.Discovery.Code.CSharp.TokenKind;

namespace Sextant.Discovery.Code.CSharp;

/// <summary>
/// Splits C# into tokens and pairs its brackets. Comments are dropped. Of conditional compilation all branches are kept, except
/// those that would open or close a bracket a second time.
/// </summary>
internal sealed partial class CSharpLexer(string source, TokenBuffer<Token> tokens)
{
    /// <summary>Interpolated texts within interpolated texts.</summary>
    private const int MaxTemplates = 16;

    private readonly List<int> _open = [];
    private int _at;
    private int _line = 1;
    private int _templates;

    /// <summary>Reads everything; false if the file holds more than is read.</summary>
    public bool Run()
    {
        if (source.StartsWith('\uFEFF'))
            _at = 1;
        while (_at < source.Length && tokens.HasRoom)
            Next();
        var complete = _at >= source.Length;
        tokens.Add(new Token(End, source.Length, 0, _line));
        return complete;
    }

    private char Peek(int ahead) => _at + ahead < source.Length ? source[_at + ahead] : '\0';

    private void Next()
    {
        var c = source[_at];
        switch (c)
        {
            case '\n':
                _line++;
                _at++;
                break;
            case ' ' or '\t' or '\r' or '\f' or '\v':
                _at++;
                break;
            case '/' when Peek(1) == '/':
                SkipLine();
                break;
            case '/' when Peek(1) == '*':
                SkipComment();
                break;
            case '#' when IsFirstOnLine():
                Directive();
                break;
            case '"' or '\'' or '$' or '@':
                Quoted(c);
                break;
            case >= '0' and <= '9':
            case '.' when char.IsAsciiDigit(Peek(1)):
                Number();
                break;
            default:
                if (char.IsLetter(c) || c is '_' or '\\')
                    Word(_at);
                else
                    Symbol(c);
                break;
        }
    }

    private void Word(int start)
    {
        while (_at < source.Length && (char.IsLetterOrDigit(source[_at]) || source[_at] is '_' or '\\'))
            _at++;
        if (_at == start)
            _at++;
        var word = source.AsSpan(start, _at - start);
        tokens.Add(new Token(Keywords.Of(word), start, word.Length, _line));
    }

    private void Number()
    {
        var start = _at++;
        while (_at < source.Length && (char.IsAsciiLetterOrDigit(source[_at]) || source[_at] == '_' || IsInNumber(start)))
            _at++;
        tokens.Add(new Token(TokenKind.Number, start, _at - start, _line));
    }

    // 1.5 and 1e-5, but not 1..2 and not 1.ToString().
    private bool IsInNumber(int start) => source[_at] switch
    {
        '.' => char.IsAsciiDigit(Peek(1)),
        '+' or '-' => source[_at - 1] is 'e' or 'E' && _at - start > 1 && !source.AsSpan(start).StartsWith("0x", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    private void SkipLine()
    {
        var end = source.AsSpan(_at).IndexOf('\n');
        _at = end < 0 ? source.Length : _at + end;
    }

    private void SkipComment()
    {
        var end = source.AsSpan(_at + 2).IndexOf("*/", StringComparison.Ordinal);
        var stop = end < 0 ? source.Length : _at + end + 4;
        _line += source.AsSpan(_at, stop - _at).Count('\n');
        _at = stop;
    }

    private bool IsFirstOnLine()
    {
        for (var i = _at - 1; i >= 0 && source[i] != '\n'; i--)
        {
            if (source[i] is not (' ' or '\t' or '\r' or '\uFEFF'))
                return false;
        }

        return true;
    }

    private void Add(TokenKind kind, int length)
    {
        tokens.Add(new Token(kind, _at, length, _line));
        _at += length;
    }

    private void OpenBracket(TokenKind kind)
    {
        _open.Add(tokens.Count);
        Add(kind, 1);
    }

    // A curly bracket closes all that was left open within it; any other closes only its own kind.
    private void CloseBracket(TokenKind kind)
    {
        var opening = kind - 1;
        var last = _open.Count - 1;
        if (kind == CloseCurly)
        {
            while (last >= 0 && tokens[_open[last]].Kind != opening)
                last--;
        }

        if (last >= 0 && tokens[_open[last]].Kind == opening)
        {
            tokens[_open[last]].Link = tokens.Count;
            var link = _open[last];
            _open.RemoveRange(last, _open.Count - last);
            Add(kind, 1);
            tokens[tokens.Count - 1].Link = link;
        }
        else
        {
            Add(kind, 1);
        }
    }
}
