using Sextant.Discovery.Code.Facts;
using static Sextant.Discovery.Code.Python.TokenKind;

namespace Sextant.Discovery.Code.Python;

/// <summary>Reads expressions by recursive descent. After a failure of the cursor what it returns means nothing.</summary>
internal sealed partial class ExpressionParser(TokenCursor cursor)
{
    /// <summary>How deep expressions may nest; about half as many brackets.</summary>
    private const int MaxNesting = 400;

    private int _nesting;

    /// <summary>Expressions separated by commas: one, or a <see cref="Expression.Sequence"/>. Also <c>yield</c>.</summary>
    public Expression List()
    {
        if (cursor.Kind == Yield)
            return YieldExpression();
        var line = cursor.Line;
        var first = Item();
        if (cursor.Kind != Comma)
            return first;
        var items = new List<Expression> { first };
        while (cursor.Take(Comma) && !EndsList(cursor.Kind))
            items.Add(Item());
        return new Expression.Sequence([.. items], line);
    }

    /// <summary>Targets of <c>for</c> and <c>del</c>: no comparison, so that <c>in</c> stays.</summary>
    public Expression Targets()
    {
        var line = cursor.Line;
        var first = Target();
        if (cursor.Kind != Comma)
            return first;
        var items = new List<Expression> { first };
        while (cursor.Take(Comma) && !EndsList(cursor.Kind) && cursor.Kind != In)
            items.Add(Target());
        return new Expression.Sequence([.. items], line);
    }

    /// <summary>An expression, possibly with a star before it or a walrus in it.</summary>
    public Expression Item()
    {
        if (cursor.Kind != Star)
            return Named();
        var line = cursor.Line;
        cursor.Advance();
        return new Expression.Operation("*", [Binary(Operators.BitOr)], line);
    }

    /// <summary><c>x := y</c>, or any expression without it.</summary>
    public Expression Named()
    {
        if (cursor.Kind != Name || cursor.Following != Walrus)
            return Conditional();
        var line = cursor.Line;
        var name = new Expression.Name(cursor.TakeName(), line);
        cursor.Advance();
        return new Expression.Operation(":=", [name, Conditional()], line);
    }

    /// <summary><c>a if c else b</c>, a lambda, or anything that binds tighter.</summary>
    public Expression Conditional()
    {
        if (++_nesting > MaxNesting)
            cursor.Fail("nested too deeply");
        var line = cursor.Line;
        var value = cursor.Kind == Lambda ? LambdaExpression() : Binary(Operators.Lowest);
        if (cursor.Kind == If && !_inPattern)
            value = ConditionalRest(value, line);
        _nesting--;
        return value;
    }

    /// <summary>After a failure: no expression is open any more.</summary>
    public void Reset()
    {
        _nesting = 0;
        _inPattern = false;
        Captures.Clear();
    }

    private Expression Target()
    {
        if (cursor.Kind != Star)
            return Binary(Operators.BitOr);
        var line = cursor.Line;
        cursor.Advance();
        return new Expression.Operation("*", [Binary(Operators.BitOr)], line);
    }

    private Expression.Operation ConditionalRest(Expression value, int line)
    {
        cursor.Advance();
        var condition = Binary(Operators.Lowest);
        cursor.Expect(Else);
        return new Expression.Operation("?:", [condition, value, Conditional()], line);
    }

    private Expression.Operation YieldExpression()
    {
        var line = cursor.Line;
        cursor.Advance();
        cursor.Take(From);
        return new Expression.Operation("yield", EndsList(cursor.Kind) ? [] : [List()], line);
    }

    private static bool EndsList(TokenKind kind) => kind
        is NewLine or End or Semicolon or Equal or Augmented or Colon or CloseRound or CloseSquare or CloseCurly
        or FieldEnd or FieldSpec or Bang;

    /// <summary>Operators of at least a precedence. Operands of one operator in a row stand side by side, so that long sums stay flat.</summary>
    private Expression Binary(int least)
    {
        var line = cursor.Line;
        var left = Unary();
        string? last = null;
        List<Expression>? operands = null;
        while (Operators.Precedence(cursor.Kind) is var precedence && precedence >= least && precedence > 0)
        {
            var name = TakeOperator();
            if (name is null)
                break;
            if (operands is not null && name != last)
            {
                left = new Expression.Operation(last ?? name, [.. operands], line);
                operands = null;
            }

            operands ??= [left];
            operands.Add(Binary(precedence + 1));
            last = name;
        }

        return operands is null || last is null ? left : new Expression.Operation(last, [.. operands], line);
    }

    private string? TakeOperator()
    {
        var kind = cursor.Kind;
        if (kind == Not && cursor.Following != In)
        {
            cursor.Fail("unexpected 'not'");
            return null;
        }

        cursor.Advance();
        if (kind == Not)
        {
            cursor.Advance();
            return "not in";
        }

        return kind == Is && cursor.Take(Not) ? "is not" : Operators.Name(kind);
    }

    /// <summary>What every expression within another passes through, so that nesting is counted here.</summary>
    private Expression Unary()
    {
        if (++_nesting > MaxNesting)
            cursor.Fail("nested too deeply");
        var value = cursor.Kind is Not or Minus or Plus or Tilde or Await ? Prefixed() : PowerOf(Postfix());
        _nesting--;
        return value;
    }

    private Expression Prefixed()
    {
        var (kind, line) = (cursor.Kind, cursor.Line);
        cursor.Advance();
        var operand = kind == Not ? Binary(Operators.Comparison) : Unary();
        if (kind == Minus && operand is Expression.Number number)
            return new Expression.Number("-" + number.Value, line);
        return new Expression.Operation(kind == Await ? "await" : Operators.Name(kind), [operand], line);
    }

    private Expression PowerOf(Expression value)
    {
        if (cursor.Kind != Power)
            return value;
        cursor.Advance();
        return new Expression.Operation("**", [value, Unary()], value.Line);
    }
}
