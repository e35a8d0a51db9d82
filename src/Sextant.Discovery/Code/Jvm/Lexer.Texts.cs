using static Sextant.Discovery.Code.Jvm.TokenKind;

namespace Sextant.Discovery.Code.Jvm;

/// <summary>Texts: where they end, and whether they have holes.</summary>
internal sealed partial class Lexer
{
    /// <summary>Texts within holes of texts; what is deeper ends where it begins.</summary>
    private const int MaxNested = 16;

    private void Text()
    {
        var (start, line) = (_at, _line);
        var holes = false;
        SkipText(ref holes, 0);
        Push(new Token(holes ? Template : TokenKind.Text, _first, start, _at - start, line) { Link = _line });
    }

    private void Character()
    {
        var start = _at++;
        while (_at < _end && _source[_at] is not ('\'' or '\n'))
            _at += _source[_at] == '\\' ? 2 : 1;
        _at = Math.Min(_at, _end);
        if (_at < _end && _source[_at] == '\'')
            _at++;
        Push(new Token(TokenKind.Text, _first, start, _at - start, _line) { Link = _line });
    }

    private void SkipText(ref bool holes, int depth)
    {
        var block = At("\"\"\"");
        _at += block ? 3 : 1;
        while (_at < _end)
        {
            var c = _source[_at];
            if (c == '"' && (!block || At("\"\"\"")))
            {
                _at += block ? 3 : 1;
                while (block && _kotlin && _at < _end && _source[_at] == '"')
                    _at++;
                return;
            }

            if (c == '\n')
            {
                if (!block)
                    return;
                _line++;
            }

            if (c == '\\' && !(block && _kotlin) && _at + 1 < _end && _source[_at + 1] != '\n')
                _at++;
            else if (c == '$' && _kotlin && IsHole())
            {
                holes = true;
                SkipHole(depth);
                continue;
            }

            _at = Math.Min(_at + 1, _end);
        }
    }

    private bool IsHole() => _at + 1 < _end && (_source[_at + 1] is '{' or '_' or '`' || char.IsLetter(_source[_at + 1]));

    private void SkipHole(int depth)
    {
        _at++;
        if (_source[_at] != '{' || depth >= MaxNested)
            return;
        var open = 0;
        while (_at < _end)
        {
            switch (_source[_at])
            {
                case '{':
                    open++;
                    break;
                case '}' when --open == 0:
                    _at++;
                    return;
                case '\n':
                    _line++;
                    break;
                case '"':
                    var ignored = false;
                    SkipText(ref ignored, depth + 1);
                    continue;
            }

            _at++;
        }
    }
}
