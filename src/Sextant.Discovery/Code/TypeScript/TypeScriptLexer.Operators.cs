using static Sextant.Discovery.Code.TypeScript.TokenKind;

namespace Sextant.Discovery.Code.TypeScript;

/// <summary>Brackets and operators.</summary>
internal sealed partial class TypeScriptLexer
{
    private void LexOperator(char c)
    {
        switch (c)
        {
            case '(':
                OpenBracket(OpenRound);
                break;
            case '[':
                OpenBracket(OpenSquare);
                break;
            case '{':
                OpenBracket(OpenCurly);
                break;
            case ')':
                CloseBracket(CloseRound);
                break;
            case ']':
                CloseBracket(CloseSquare);
                break;
            case '}':
                CloseBracket(CloseCurly);
                break;
            default:
                var (kind, length) = OperatorAt(c);
                Take(kind, length);
                break;
        }
    }

    private void OpenBracket(TokenKind kind)
    {
        var isCondition = kind == OpenRound && _last is If or While or For or With && _beforeLast is not (Dot or OptionalDot);
        var index = Add(kind, _at++, 1);
        _open.Open(LexerMode.Code, index, isCondition);
    }

    private void CloseBracket(TokenKind kind)
    {
        var (opening, isCondition) = _open.Close(kind);
        if (opening >= 0 && tokens[opening].Kind == FieldStart)
            kind = FieldEnd;
        var index = Add(kind, _at++, 1);
        if (isCondition)
            _endsValue = false;
        if (opening >= 0)
            (tokens[opening].Link, tokens[index].Link) = (index, opening);
    }

    private (TokenKind Kind, int Length) OperatorAt(char c)
    {
        var (second, third) = (Peek(1), Peek(2));
        return c switch
        {
            ',' => (Comma, 1),
            ';' => (Semicolon, 1),
            ':' => (Colon, 1),
            '@' => (At, 1),
            '~' => (Tilde, 1),
            '.' => second == '.' && third == '.' ? (Ellipsis, 3) : (Dot, 1),
            '?' => QuestionAt(second, third),
            '=' => second == '>' ? (Arrow, 2) : second == '=' ? (Same, third == '=' ? 3 : 2) : (Equal, 1),
            '!' => second == '=' ? (Different, third == '=' ? 3 : 2) : (Bang, 1),
            '&' => second == '&' ? third == '=' ? (Augmented, 3) : (And, 2) : second == '=' ? (Augmented, 2) : (Ampersand, 1),
            '|' => second == '|' ? third == '=' ? (OrAssign, 3) : (Or, 2) : second == '=' ? (Augmented, 2) : (Bar, 1),
            '+' => second == '+' ? (Increment, 2) : Augmentable(Plus, second),
            '-' => second == '-' ? (Decrement, 2) : Augmentable(Minus, second),
            '*' => second == '*' ? third == '=' ? (Augmented, 3) : (Power, 2) : Augmentable(Star, second),
            '/' => Augmentable(Slash, second),
            '%' => Augmentable(Percent, second),
            '^' => Augmentable(Caret, second),
            '<' => second == '<' ? third == '=' ? (Augmented, 3) : (ShiftLeft, 2) : second == '=' ? (LessEqual, 2) : (Less, 1),
            '>' => second == '=' ? (GreaterEqual, 2) : (Greater, 1),
            _ => (Error, 1),
        };
    }

    private static (TokenKind Kind, int Length) Augmentable(TokenKind kind, char second) => second == '=' ? (Augmented, 2) : (kind, 1);

    private static (TokenKind Kind, int Length) QuestionAt(char second, char third)
    {
        if (second == '?')
            return third == '=' ? (OrAssign, 3) : (Coalesce, 2);
        return second == '.' && !char.IsAsciiDigit(third) ? (OptionalDot, 2) : (Question, 1);
    }
}
