using Sextant.Discovery.Code.Facts;
using static Sextant.Discovery.Code.Python.TokenKind;

namespace Sextant.Discovery.Code.Python;

/// <summary>Names, constants, and what stands in brackets.</summary>
internal sealed partial class ExpressionParser
{
    private Expression Atom()
    {
        var line = cursor.Line;
        switch (cursor.Kind)
        {
            case Name:
                return new Expression.Name(cursor.TakeName(), line);
            case Text or TemplateStart:
                return Texts();
            case Number:
                return new Expression.Number(cursor.TakeName(), line);
            case OpenRound:
                return Group(line);
            case OpenSquare:
                return Sequence(line);
            case OpenCurly:
                return SetOrMapping(line);
            case None:
                cursor.Advance();
                return new Expression.Nothing(line);
            case True or False:
                var flag = new Expression.Flag(cursor.Kind == True, line);
                cursor.Advance();
                return flag;
            case Ellipsis:
                cursor.Advance();
                return new Expression.Operation("...", [], line);
            default:
                cursor.Fail("unexpected token");
                return new Expression.Unknown(line);
        }
    }

    /// <summary>What stands in round brackets: itself, a tuple, or a generator.</summary>
    private Expression Group(int line)
    {
        cursor.Open();
        if (cursor.Kind == CloseRound)
        {
            cursor.Close(CloseRound);
            return new Expression.Sequence([], line);
        }

        if (cursor.Kind == Yield)
        {
            var yielded = YieldExpression();
            cursor.Close(CloseRound);
            return yielded;
        }

        var first = Captured(Item());
        var value = cursor.Kind is For or Async ? Comprehension(first, line)
            : cursor.Kind == Comma ? new Expression.Sequence(ItemsAfter(first, CloseRound), line)
            : first;
        cursor.Close(CloseRound);
        return value;
    }

    private Expression Sequence(int line)
    {
        cursor.Open();
        if (cursor.Kind == CloseSquare)
        {
            cursor.Close(CloseSquare);
            return new Expression.Sequence([], line);
        }

        var first = Captured(Item());
        Expression value = cursor.Kind is For or Async
            ? Comprehension(first, line)
            : new Expression.Sequence(ItemsAfter(first, CloseSquare), line);
        cursor.Close(CloseSquare);
        return value;
    }

    private Expression[] ItemsAfter(Expression first, TokenKind closing)
    {
        if (cursor.Kind != Comma)
            return [first];
        var items = new List<Expression> { first };
        while (cursor.Take(Comma) && cursor.Kind != closing && !cursor.AtLineEnd)
            items.Add(Captured(Item()));
        return [.. items];
    }

    private Expression SetOrMapping(int line)
    {
        cursor.Open();
        if (cursor.Kind == CloseCurly)
        {
            cursor.Close(CloseCurly);
            return new Expression.Mapping([], line);
        }

        if (cursor.Kind == Power)
            return MappingFrom([Entry()], line);
        var first = Item();
        if (cursor.Kind == Colon)
            return KeyedFrom(first, line);
        Expression value = cursor.Kind is For or Async
            ? Comprehension(first, line)
            : new Expression.Sequence(ItemsAfter(first, CloseCurly), line);
        cursor.Close(CloseCurly);
        return value;
    }

    private Expression KeyedFrom(Expression key, int line)
    {
        cursor.Advance();
        var value = Captured(Conditional());
        if (cursor.Kind is not (For or Async))
            return MappingFrom([(key, value)], line);
        var comprehension = Comprehension(new Expression.Mapping([(key, value)], line), line);
        cursor.Close(CloseCurly);
        return comprehension;
    }

    private Expression.Mapping MappingFrom(List<(Expression? Key, Expression Value)> entries, int line)
    {
        while (cursor.Take(Comma) && cursor.Kind != CloseCurly && !cursor.AtLineEnd)
            entries.Add(Entry());
        cursor.Close(CloseCurly);
        return new Expression.Mapping(entries.ToArray(), line);
    }

    private (Expression? Key, Expression Value) Entry()
    {
        if (cursor.Take(Power))
            return (null, Binary(Operators.BitOr));
        var key = Conditional();
        cursor.Expect(Colon);
        return (key, Captured(Conditional()));
    }
}
