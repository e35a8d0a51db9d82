using static Sextant.Discovery.Code.Python.TokenKind;

namespace Sextant.Discovery.Code.Python;

/// <summary>Operators, delimiters and brackets.</summary>
internal sealed partial class PythonLexer
{
    private void LexOperator(char c)
    {
        var (kind, length) = Operator(c, Peek(1), Peek(2));
        var index = Add(kind, _at, length);
        _at += length;
        if (kind is OpenRound or OpenSquare or OpenCurly)
            _brackets.Open(index);
        else if (kind is CloseRound or CloseSquare or CloseCurly)
            _brackets.Close(index);
    }

    private static (TokenKind Kind, int Length) Operator(char c, char next, char third) => c switch
    {
        '(' => (OpenRound, 1),
        ')' => (CloseRound, 1),
        '[' => (OpenSquare, 1),
        ']' => (CloseSquare, 1),
        '{' => (OpenCurly, 1),
        '}' => (CloseCurly, 1),
        ',' => (Comma, 1),
        ';' => (Semicolon, 1),
        '~' => (Tilde, 1),
        ':' => next == '=' ? (Walrus, 2) : (Colon, 1),
        '.' => next == '.' && third == '.' ? (Ellipsis, 3) : (Dot, 1),
        '=' => next == '=' ? (Same, 2) : (Equal, 1),
        '!' => next == '=' ? (Different, 2) : (Bang, 1),
        '-' => next == '>' ? (Arrow, 2) : Arithmetic(Minus, next),
        '+' => Arithmetic(Plus, next),
        '%' => Arithmetic(Percent, next),
        '@' => Arithmetic(At, next),
        '&' => Arithmetic(Ampersand, next),
        '|' => Arithmetic(Bar, next),
        '^' => Arithmetic(Caret, next),
        '*' => next == '*' ? Doubled(Power, third) : Arithmetic(Star, next),
        '/' => next == '/' ? Doubled(DoubleSlash, third) : Arithmetic(Slash, next),
        '<' => next == '<' ? Doubled(ShiftLeft, third) : next == '=' ? (LessEqual, 2) : (Less, 1),
        '>' => next == '>' ? Doubled(ShiftRight, third) : next == '=' ? (GreaterEqual, 2) : (Greater, 1),
        _ => (Error, 1),
    };

    private static (TokenKind Kind, int Length) Arithmetic(TokenKind kind, char next) => next == '=' ? (Augmented, 2) : (kind, 1);

    private static (TokenKind Kind, int Length) Doubled(TokenKind kind, char third) => third == '=' ? (Augmented, 3) : (kind, 2);
}
