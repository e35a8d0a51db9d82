using Sextant.Discovery.Code.Facts;
using static Sextant.Discovery.Code.TypeScript.TokenKind;

namespace Sextant.Discovery.Code.TypeScript;

/// <summary>Types. Only names, what they are made for, unions and the members of objects are kept.</summary>
internal sealed partial class TypeScriptParser
{
    private Expression Type()
    {
        if (++_nesting > MaxNesting)
            _cursor.Fail("nested too deeply");
        var type = Union();
        if (_cursor.Kind == Extends)
            type = ConditionalType();
        _nesting--;
        return type;
    }

    // A extends B ? C : D
    private Expression.Unknown ConditionalType()
    {
        var line = _cursor.Line;
        _cursor.Advance();
        Union();
        if (_cursor.Take(Question))
        {
            Type();
            _cursor.Expect(Colon);
            Type();
        }

        return new Expression.Unknown(line);
    }

    /// <summary>The type of a function's result, which may be a statement about a parameter.</summary>
    private Expression? ReturnType()
    {
        if (_cursor.Is("asserts") && _cursor.Following is { Kind: Name or This, FirstOnLine: false })
            _cursor.Advance();
        if (_cursor.Kind is not (Name or This) || _cursor.Following is not { Kind: Name, FirstOnLine: false } || _cursor.FollowingCharacters is not "is")
            return Type();
        _cursor.Advance();
        _cursor.Advance();
        Type();
        return null;
    }

    private Expression Union()
    {
        var line = _cursor.Line;
        if (_cursor.Kind is Bar or Ampersand)
            _cursor.Advance();
        var first = TypeOperand();
        if (_cursor.Kind is not (Bar or Ampersand))
            return first;
        var operands = new List<Expression> { first };
        while (_cursor.Kind is Bar or Ampersand)
        {
            _cursor.Advance();
            operands.Add(TypeOperand());
        }

        return new Expression.Operation("|", [.. operands], line);
    }

    private Expression TypeOperand()
    {
        var line = _cursor.Line;
        var infers = false;
        while (_cursor.Kind == Name && _cursor.Characters is "keyof" or "unique" or "readonly" or "infer" or "abstract" && _cursor.Following is { FirstOnLine: false } next && BeginsType(next.Kind))
        {
            infers = _cursor.Is("infer");
            _cursor.Advance();
        }

        var type = TypeAtom(line);
        if (infers && _cursor.Take(Extends))
            TypeOperand();
        while (_cursor.Kind == OpenSquare && !_cursor.AfterLineEnd && _cursor.Failure is null)
        {
            type = _cursor.Following.Kind == CloseSquare ? new Expression.Sequence([type], line) : new Expression.Unknown(line);
            _cursor.Skip();
        }

        return type;
    }

    private static bool BeginsType(TokenKind kind) => kind
        is Name or Text or Number or TemplateStart or OpenCurly or OpenSquare or OpenRound or TypeOf or This or Null or TokenKind.Void or New or Less or Import or True or False or Minus
        or Const or Bar or Ampersand;

    private Expression TypeAtom(int line)
    {
        switch (_cursor.Kind)
        {
            case Name or This or Const:
                return TypeName(line);
            case Null or TokenKind.Void:
                _cursor.Advance();
                return new Expression.Nothing(line);
            case OpenCurly:
                return ObjectType(line);
            case OpenRound when !BeginsFunctionType():
                _cursor.Open();
                var inner = Type();
                _cursor.Expect(CloseRound);
                return inner;
            case OpenRound or Less or New:
                FunctionType();
                break;
            case OpenSquare or TemplateStart:
                _cursor.Skip();
                break;
            case TypeOf:
                _cursor.Advance();
                TypeAtom(line);
                break;
            case Import:
                _cursor.Advance();
                _cursor.Skip();
                if (_cursor.Take(Dot))
                    TypeAtom(line);
                break;
            case Text or Number or True or False:
                _cursor.Advance();
                break;
            case Minus:
                _cursor.Advance();
                _cursor.Expect(Number);
                break;
            default:
                _cursor.Fail("a type is missing");
                break;
        }

        return new Expression.Unknown(line);
    }

    // (a: A) => B is a function; (() => A) => … is a type in brackets, the result of an arrow function.
    private bool BeginsFunctionType()
    {
        var close = _cursor.Token.Link;
        if (close < 0 || _cursor.At(close + 1).Kind != Arrow)
            return false;
        var (first, second) = (_cursor.At(_cursor.Index + 1), _cursor.At(_cursor.Index + 2));
        if (first.Kind is OpenCurly or OpenSquare)
            second = _cursor.At(first.Link + 1);
        return first.Kind is CloseRound or Ellipsis
            || ((Keywords.IsWord(first.Kind) || first.Kind is OpenCurly or OpenSquare) && second.Kind is Colon or Question or Comma or CloseRound or Equal);
    }

    private Expression TypeName(int line)
    {
        var id = _cursor.TakeWord();
        Expression name = id == "undefined" ? new Expression.Nothing(line) : new Expression.Name(id, line);
        for (var links = 0; _cursor.Kind == Dot && links < MaxChain; links++)
        {
            _cursor.Advance();
            name = MemberOf(name);
        }

        if (_cursor.Kind != Less || _cursor.AfterLineEnd)
            return name;
        var arguments = TypeArgumentList();
        return new Expression.Element(name, arguments is [var only] ? only : new Expression.Sequence([.. arguments], line), line);
    }

    private void FunctionType()
    {
        _cursor.Take(New);
        SkipTypeParameters();
        if (_cursor.Kind != OpenRound)
            _cursor.Fail("parameters are missing");
        _cursor.Skip();
        _cursor.Expect(Arrow);
        ReturnType();
    }

    /// <summary>The members with types of a type written as an object; what is more than that is stepped over.</summary>
    private Expression.Mapping ObjectType(int line)
    {
        var entries = new List<(Expression? Key, Expression Value)>();
        var end = _cursor.Token.Link;
        _cursor.Open();
        while (_cursor.Kind is not End && _cursor.Index < end)
        {
            if (_cursor.Is("readonly") && Keywords.IsWord(_cursor.Following.Kind))
                _cursor.Advance();
            var isPlain = Keywords.IsWord(_cursor.Kind) || _cursor.Kind == Text;
            if (!isPlain)
                break;
            var key = Key();
            _cursor.Take(Question);
            if (!_cursor.Take(Colon))
                break;
            entries.Add((key, Type()));
            if (!_cursor.Take(Semicolon) && !_cursor.Take(Comma) && !_cursor.AfterLineEnd)
                break;
        }

        _cursor.JumpTo(end);
        _cursor.Advance();
        return new Expression.Mapping([.. entries], line);
    }

    private List<Expression> TypeArgumentList()
    {
        var arguments = new List<Expression>();
        _cursor.Expect(Less);
        while (_cursor.Kind is not (Greater or End))
        {
            arguments.Add(Type());
            if (!_cursor.Take(Comma))
                break;
        }

        _cursor.Expect(Greater);
        return arguments;
    }

    private void SkipTypeArguments()
    {
        if (_cursor.Kind == Less)
            TypeArgumentList();
    }

    /// <summary><c>&lt;const T extends A = B, U&gt;</c> after a name that is declared.</summary>
    private void SkipTypeParameters()
    {
        if (!_cursor.Take(Less))
            return;
        while (_cursor.Kind is not (Greater or End))
        {
            while (_cursor.Kind is Const or In || (_cursor.Is("out") && _cursor.Following.Kind == Name))
                _cursor.Advance();
            if (!_cursor.AtWord)
                _cursor.Fail("the name of a type is missing");
            _cursor.Advance();
            if (_cursor.Take(Extends))
                Type();
            if (_cursor.Take(Equal))
                Type();
            if (!_cursor.Take(Comma))
                break;
        }

        _cursor.Expect(Greater);
    }

    /// <summary>Whether it may still be tried to read something as what it perhaps is: the time for that is bounded.</summary>
    private bool MayTry => _tried <= MaxTried * (tokens.Count + 100);

    /// <summary>Goes back to a token after a try.</summary>
    private void GiveUp(int back)
    {
        _tried += _cursor.Index - back;
        _cursor.Return(back);
    }

    /// <summary>Steps over the type arguments of a value, if that is what the angle at hand begins.</summary>
    private bool TypeArguments()
    {
        if (_cursor.Kind != Less || !BeginsType(_cursor.Following.Kind) || !MayTry)
            return false;
        var back = _cursor.Index;
        TypeArgumentList();
        var follows = _cursor.Failure is null && (_cursor.AfterLineEnd || _cursor.Kind
            is OpenRound or TemplateStart or CloseRound or CloseSquare or CloseCurly or FieldEnd or Colon or Semicolon or Comma or Dot or OptionalDot
            or Same or Different or And or Or or Coalesce or Question or Equal or End);
        if (!follows)
            GiveUp(back);
        return follows;
    }
}
