using Sextant.Discovery.Code.Facts;
using static Sextant.Discovery.Code.Python.TokenKind;

namespace Sextant.Discovery.Code.Python;

/// <summary>Members, calls and elements.</summary>
internal sealed partial class ExpressionParser
{
    /// <summary>The arguments of a call or the bases of a class, from the bracket at hand to its end.</summary>
    public IReadOnlyList<Argument> Arguments()
    {
        cursor.Open();
        if (cursor.Kind == CloseRound)
        {
            cursor.Close(CloseRound);
            return [];
        }

        var arguments = new List<Argument>();
        while (!cursor.AtLineEnd && cursor.Kind != CloseRound)
        {
            arguments.Add(ArgumentOfCall());
            if (!cursor.Take(Comma))
                break;
        }

        cursor.Close(CloseRound);
        return arguments.ToArray();
    }

    private Expression Postfix()
    {
        var value = Atom();
        while (true)
        {
            switch (cursor.Kind)
            {
                case Dot:
                    cursor.Advance();
                    value = MemberOf(value);
                    break;
                case OpenRound:
                    var arguments = Arguments();
                    value = new Expression.Call(value, arguments, value.Line) { EndLine = cursor.LastLine };
                    break;
                case OpenSquare:
                    value = ElementOf(value);
                    break;
                default:
                    return value;
            }
        }
    }

    private Expression MemberOf(Expression target)
    {
        if (cursor.Kind is not (Name or >= Or))
        {
            cursor.Fail("expected a name after '.'");
            return target;
        }

        return new Expression.Member(target, cursor.TakeName(), target.Line);
    }

    private Argument ArgumentOfCall()
    {
        var (kind, line) = (cursor.Kind, cursor.Line);
        if (kind is Star or Power)
        {
            cursor.Advance();
            return new Argument(null, Conditional(), Spread: true);
        }

        if (kind is Name or >= Or && cursor.Following == Equal)
        {
            var keyword = cursor.TakeName();
            cursor.Advance();
            return new Argument(keyword, Captured(Conditional()), Spread: false);
        }

        var value = Captured(Named());
        return new Argument(null, cursor.Kind is For or Async ? Comprehension(value, line) : value);
    }

    private Expression.Element ElementOf(Expression target)
    {
        cursor.Open();
        var line = cursor.Line;
        var first = Subscript();
        if (cursor.Kind == Comma)
        {
            var items = new List<Expression> { first };
            while (cursor.Take(Comma) && cursor.Kind != CloseSquare)
                items.Add(Subscript());
            first = new Expression.Sequence([.. items], line);
        }

        cursor.Close(CloseSquare);
        return new Expression.Element(target, first, target.Line);
    }

    private Expression Subscript()
    {
        var line = cursor.Line;
        if (cursor.Kind == Name && cursor.Following == Walrus)
            return Named();
        if (cursor.Kind is not Colon)
        {
            var value = Item();
            if (cursor.Kind != Colon)
                return value;
            return SliceFrom([value], line);
        }

        return SliceFrom([], line);
    }

    private Expression.Operation SliceFrom(List<Expression> parts, int line)
    {
        while (cursor.Take(Colon))
        {
            if (cursor.Kind is not (Colon or Comma or CloseSquare))
                parts.Add(Conditional());
        }

        return new Expression.Operation(":", [.. parts], line);
    }
}
