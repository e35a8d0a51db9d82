using static Sextant.Discovery.Code.Jvm.TokenKind;

namespace Sextant.Discovery.Code.Jvm;

/// <summary>Operators and brackets.</summary>
internal sealed partial class Lexer
{
    private void Operator(char c)
    {
        var next = _at + 1 < _end ? _source[_at + 1] : '\0';
        var (kind, length) = c switch
        {
            '(' => (OpenRound, 1),
            ')' => (CloseRound, 1),
            '[' => (OpenSquare, 1),
            ']' => (CloseSquare, 1),
            '{' => (OpenCurly, 1),
            '}' => (CloseCurly, 1),
            ',' => (Comma, 1),
            ';' => (Semicolon, 1),
            '@' => (TokenKind.At, 1),
            '.' => Dots(),
            ':' => next == ':' ? (Reference, 2) : (Colon, 1),
            '?' => Questions(next),
            '-' => next == '>' ? (Arrow, 2) : Doubled(c, next, Minus),
            '+' => Doubled(c, next, Plus),
            '*' => next == '=' ? (Augmented, 2) : (Star, 1),
            '/' or '%' or '^' => next == '=' ? (Augmented, 2) : (Binary, 1),
            '&' => Logical(c, next, And, Ampersand),
            '|' => Logical(c, next, Or, Bar),
            '=' => Equality(next),
            '!' => Bangs(next),
            '<' => At("<<=") ? (Augmented, 3) : next == '=' ? (Binary, 2) : (Less, 1),
            '>' => At(">>=") ? (Augmented, 3) : At(">>>=") ? (Augmented, 4) : next == '=' ? (Binary, 2) : (Greater, 1),
            '~' => (Binary, 1),
            _ => (Error, 1),
        };
        var start = _at;
        _at += length;
        Bracket(kind, Push(new Token(kind, _first, start, length, _line)));
    }

    private (TokenKind Kind, int Length) Dots()
    {
        if (At("..."))
            return (Ellipsis, 3);
        return At("..<") ? (Binary, 3) : At("..") ? (Binary, 2) : (Dot, 1);
    }

    private (TokenKind Kind, int Length) Questions(char next)
    {
        if (_kotlin && next == '.')
            return (SafeDot, 2);
        return _kotlin && next == ':' && !(_at + 2 < _end && _source[_at + 2] == ':') ? (Elvis, 2) : (Question, 1);
    }

    private static (TokenKind Kind, int Length) Doubled(char c, char next, TokenKind alone) =>
        next == c ? (Increment, 2) : next == '=' ? (Augmented, 2) : (alone, 1);

    private static (TokenKind Kind, int Length) Logical(char c, char next, TokenKind doubled, TokenKind alone) =>
        next == c ? (doubled, 2) : next == '=' ? (Augmented, 2) : (alone, 1);

    private (TokenKind Kind, int Length) Equality(char next) =>
        next != '=' ? (Equal, 1) : (Binary, _kotlin && At("===") ? 3 : 2);

    private (TokenKind Kind, int Length) Bangs(char next)
    {
        if (next == '=')
            return (Binary, _kotlin && At("!==") ? 3 : 2);
        return _kotlin && next == '!' && !_first ? (NotNull, 2) : (Bang, 1);
    }

    /// <summary>Links the two halves of a pair of brackets. A half that fits nothing is linked to nothing.</summary>
    private void Bracket(TokenKind kind, int index)
    {
        switch (kind)
        {
            case OpenRound or OpenSquare or OpenCurly:
                _open.Push((index, kind + 1));
                break;
            case CloseRound or CloseSquare or CloseCurly:
                Close(kind, index);
                break;
        }
    }

    private void Close(TokenKind kind, int index)
    {
        // A curly bracket closes whatever was left open inside it; other brackets close only their own.
        while (_open.TryPeek(out var open) && open.Close != kind && kind == CloseCurly && HasCurly())
            _open.Pop();
        if (!_open.TryPeek(out var own) || own.Close != kind)
            return;
        _open.Pop();
        _tokens[own.Index].Link = index;
        _tokens[index].Link = own.Index;
    }

    private bool HasCurly()
    {
        var looked = 0;
        foreach (var (_, close) in _open)
        {
            if (close == CloseCurly)
                return true;
            if (++looked > 50)
                return false;
        }

        return false;
    }
}
