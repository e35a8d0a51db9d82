using static Sextant.Discovery.Code.CSharp.TokenKind;

namespace Sextant.Discovery.Code.CSharp;

/// <summary>Operators and punctuation. Two greater signs in a row stay two tokens, since they may end two type lists.</summary>
internal sealed partial class CSharpLexer
{
    private void Symbol(char c)
    {
        var next = Peek(1);
        switch (c)
        {
            case '(': OpenBracket(OpenRound); break;
            case ')': CloseBracket(CloseRound); break;
            case '[': OpenBracket(OpenSquare); break;
            case ']': CloseBracket(CloseSquare); break;
            case '{': OpenBracket(OpenCurly); break;
            case '}': CloseBracket(CloseCurly); break;
            case ',': Add(Comma, 1); break;
            case ';': Add(Semicolon, 1); break;
            case ':': Either(next == ':', DoubleColon, Colon); break;
            case '.': Either(next == '.', TokenKind.Range, Dot); break;
            case '?': Question(next); break;
            case '=': Equal(next); break;
            case '~': Add(Tilde, 1); break;
            case '!': Either(next == '=', Different, Bang); break;
            case '<': Less(next); break;
            case '>': Either(next == '=', GreaterEqual, Greater); break;
            case '&': Operator(next, '&', AndAlso, Ampersand); break;
            case '|': Operator(next, '|', OrElse, Bar); break;
            case '+': Operator(next, '+', Increment, Plus); break;
            case '-': Minus(next); break;
            case '^': Either(next == '=', Augmented, Caret); break;
            case '*': Either(next == '=', Augmented, Star); break;
            case '/': Either(next == '=', Augmented, Slash); break;
            case '%': Either(next == '=', Augmented, Percent); break;
            default: Add(Error, 1); break;
        }
    }

    private void Either(bool isTwo, TokenKind two, TokenKind one) => Add(isTwo ? two : one, isTwo ? 2 : 1);

    private void Operator(char next, char same, TokenKind twice, TokenKind one)
    {
        if (next == '=')
            Add(Augmented, 2);
        else
            Either(next == same, twice, one);
    }

    private void Question(char next)
    {
        if (next == '?')
            Either3(Peek(2) == '=', CoalesceAssign, Coalesce);
        else
            Add(TokenKind.Question, 1);
    }

    private void Equal(char next)
    {
        if (next == '>')
            Add(Arrow, 2);
        else
            Either(next == '=', Same, Assign);
    }

    private void Less(char next)
    {
        if (next == '<')
            Either3(Peek(2) == '=', Augmented, ShiftLeft);
        else
            Either(next == '=', LessEqual, TokenKind.Less);
    }

    private void Minus(char next)
    {
        if (next == '>')
            Add(PointerMember, 2);
        else
            Operator(next, '-', Decrement, TokenKind.Minus);
    }

    private void Either3(bool isThree, TokenKind three, TokenKind two) => Add(isThree ? three : two, isThree ? 3 : 2);
}
