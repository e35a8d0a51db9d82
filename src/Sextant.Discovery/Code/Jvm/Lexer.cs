using System.Buffers;
using static Sextant.Discovery.Code.Jvm.TokenKind;

namespace Sextant.Discovery.Code.Jvm;

/// <summary>Turns source of Java or Kotlin into tokens, in one pass. Comments are skipped; a text is one token, holes included.</summary>
internal sealed partial class Lexer
{
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\r\n");

    private readonly string _source;
    private readonly TokenBuffer<Token> _tokens;
    private readonly bool _kotlin;
    private readonly int _end;
    private readonly Stack<(int Index, TokenKind Close)> _open = new();
    private int _at;
    private int _line;
    private bool _first = true;

    /// <param name="source">The file.</param>
    /// <param name="tokens">Where tokens go.</param>
    /// <param name="kotlin">Whether it is Kotlin: nested comments, holes in texts, names in backticks.</param>
    public Lexer(string source, TokenBuffer<Token> tokens, bool kotlin)
        : this(source, tokens, kotlin, 0, source.Length, 1)
    {
    }

    /// <summary>Reads a part of a file, such as the hole of a text.</summary>
    public Lexer(string source, TokenBuffer<Token> tokens, bool kotlin, int start, int end, int line) =>
        (_source, _tokens, _kotlin, _at, _end, _line) = (source, tokens, kotlin, start, end, line);

    /// <summary>Reads everything; false if there is more than is kept.</summary>
    public bool Run()
    {
        while (Skip() && _tokens.HasRoom)
            Next();
        var complete = _at >= _end;
        _tokens.Add(new Token(End, true, _at, 0, _line));
        return complete;
    }

    /// <summary>Goes to the next token; false at the end.</summary>
    private bool Skip()
    {
        while (_at < _end)
        {
            var c = _source[_at];
            if (c == '\n')
                (_line, _first) = (_line + 1, true);
            else if (c == '/' && _at + 1 < _end && _source[_at + 1] is '/' or '*')
            {
                SkipComment();
                continue;
            }
            else if (c == '#' && _at == 0 && _end > 1 && _source[1] == '!')
            {
                SkipLine();
                continue;
            }
            else if (c is not (' ' or '\t' or '\r' or '\f' or '\uFEFF') && !char.IsWhiteSpace(c))
                return true;
            _at++;
        }

        return false;
    }

    private void SkipLine()
    {
        var length = _source.AsSpan(_at, _end - _at).IndexOfAny(LineEnds);
        _at = length < 0 ? _end : _at + length;
    }

    private void SkipComment()
    {
        if (_source[_at + 1] == '/')
        {
            SkipLine();
            return;
        }

        var depth = 0;
        do
        {
            if (At("*/"))
                (depth, _at) = (depth - 1, _at + 2);
            else if (At("/*") && (depth == 0 || _kotlin))
                (depth, _at) = (depth + 1, _at + 2);
            else
            {
                if (_source[_at] == '\n')
                    (_line, _first) = (_line + 1, true);
                _at++;
            }
        }
        while (depth > 0 && _at < _end);
    }

    private bool At(string text) => _source.AsSpan(_at, _end - _at).StartsWith(text, StringComparison.Ordinal);

    private void Next()
    {
        var c = _source[_at];
        if (char.IsAsciiLetter(c) || c is '_' or '$' || c > 127 && char.IsLetter(c))
            Name();
        else if (char.IsAsciiDigit(c) || c == '.' && _at + 1 < _end && char.IsAsciiDigit(_source[_at + 1]) && !IsAfterValue())
            Number();
        else if (c == '"')
            Text();
        else if (c == '\'')
            Character();
        else if (c == '`' && _kotlin)
            Quoted();
        else
            Operator(c);
    }

    // A dot after a value is a member, whatever follows.
    private bool IsAfterValue() => _tokens.Count > 0 && _tokens[_tokens.Count - 1] is { Kind: TokenKind.Name or CloseRound or CloseSquare } last && last.Start + last.Length == _at;

    private void Name()
    {
        var start = _at;
        while (_at < _end && (char.IsAsciiLetterOrDigit(_source[_at]) || _source[_at] is '_' or '$' || _source[_at] > 127 && char.IsLetterOrDigit(_source[_at])))
            _at++;
        Add(TokenKind.Name, start);
    }

    private void Quoted()
    {
        var length = _source.AsSpan(_at + 1, _end - _at - 1).IndexOfAny('`', '\n');
        if (length < 0 || _source[_at + 1 + length] == '\n')
        {
            _at++;
            Add(Error, _at - 1);
            return;
        }

        var start = _at + 1;
        _at = start + length + 1;
        Push(new Token(TokenKind.Name, _first, start, length, _line));
    }

    private void Number()
    {
        var start = _at++;
        while (_at < _end)
        {
            var c = _source[_at];
            var sign = c is '+' or '-' && _source[_at - 1] is 'e' or 'E' or 'p' or 'P' && _source[start] != '0';
            if (!char.IsAsciiLetterOrDigit(c) && c != '_' && !sign && !(c == '.' && IsFraction()))
                break;
            _at++;
        }

        Add(TokenKind.Number, start);
    }

    // 1.5, and in Java 1. too; but 1..5 is a range, and 1.toLong() a call.
    private bool IsFraction()
    {
        var next = _at + 1 < _end ? _source[_at + 1] : ' ';
        return char.IsAsciiDigit(next) || !_kotlin && next != '.' && !char.IsLetter(next);
    }

    private void Add(TokenKind kind, int start) => Push(new Token(kind, _first, start, _at - start, _line));

    private int Push(in Token token)
    {
        _first = false;
        return _tokens.Add(token);
    }
}
