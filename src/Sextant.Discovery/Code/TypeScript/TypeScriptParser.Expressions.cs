using Sextant.Discovery.Code.Facts;
using static Sextant.Discovery.Code.TypeScript.TokenKind;

namespace Sextant.Discovery.Code.TypeScript;

/// <summary>Expressions, from the loosest binding to the tightest.</summary>
internal sealed partial class TypeScriptParser
{
    private int _withoutIn;

    // Between the question mark and the colon of a choice, where a colon after a bracket begins no type.
    private int _choices;

    /// <summary>Expressions separated by commas.</summary>
    private Expression List()
    {
        var line = _cursor.Line;
        var first = Assign();
        if (_cursor.Kind != Comma)
            return first;
        var items = new List<Expression> { first };
        while (_cursor.Take(Comma))
            items.Add(Assign());
        return new Expression.Operation(",", [.. items], line);
    }

    /// <summary>One expression: an assignment, an arrow function, or anything that binds tighter.</summary>
    private Expression Assign()
    {
        if (++_nesting > MaxNesting)
            _cursor.Fail("nested too deeply");
        var line = _cursor.Line;
        var value = _cursor.Kind == Yield ? YieldExpression(line) : ArrowFunction() ?? Conditional(line);
        value = _cursor.Kind switch
        {
            Equal => Assigned(value, line),
            Augmented or OrAssign => Changed(value, line),
            _ => value,
        };
        _nesting--;
        return value;
    }

    private Expression.Operation Assigned(Expression target, int line)
    {
        _cursor.Advance();
        var value = Assign();
        if (_cursor.Failure is null && NameOf(target) is { } name)
            Named(value, name);
        return new Expression.Operation(":=", [target, value], line);
    }

    private Expression.Operation Changed(Expression target, int line)
    {
        var operation = _cursor.Kind == OrAssign ? "??" : _cursor.Intern(_cursor.Characters[..^1]);
        _cursor.Advance();
        return new Expression.Operation(":=", [target, new Expression.Operation(operation, [target, Assign()], line)], line);
    }

    private Expression.Operation YieldExpression(int line)
    {
        _cursor.Advance();
        _cursor.Take(Star);
        var isEmpty = _cursor.Kind is Semicolon or Comma or Colon or CloseRound or CloseSquare or CloseCurly or FieldEnd or End || _cursor.AfterLineEnd;
        return new Expression.Operation("yield", isEmpty ? [] : [Assign()], line);
    }

    private Expression Conditional(int line)
    {
        var value = Binary(1);
        if (_cursor.Kind != Question)
            return value;
        _cursor.Advance();
        _choices++;
        var then = Assign();
        _choices--;
        _cursor.Expect(Colon);
        return new Expression.Operation("?:", [value, then, Assign()], line);
    }

    /// <summary>Operators of at least a precedence. Operands of one operator in a row stand side by side, so that long sums stay flat.</summary>
    private Expression Binary(int least)
    {
        var line = _cursor.Line;
        var left = Unary();
        string? last = null;
        List<Expression>? operands = null;
        while (true)
        {
            if (least <= Operators.Relational && IsCast())
            {
                left = Folded(left, ref operands, last, line);
                SkipCast();
                continue;
            }

            var (name, precedence, length) = OperatorAtHand();
            if (name is null || precedence < least)
                break;
            for (; length > 0; length--)
                _cursor.Advance();
            if (name != last)
                left = Folded(left, ref operands, last, line);
            operands ??= [left];
            operands.Add(Binary(precedence + 1));
            last = name;
        }

        return Folded(left, ref operands, last, line);
    }

    private static Expression Folded(Expression left, ref List<Expression>? operands, string? name, int line)
    {
        if (operands is null || name is null)
            return left;
        var folded = new Expression.Operation(name, [.. operands], line);
        operands = null;
        return folded;
    }

    /// <summary>The operator at hand with its precedence and its number of tokens; no name if there is none.</summary>
    private (string? Name, int Precedence, int Length) OperatorAtHand()
    {
        var kind = _cursor.Kind;
        if (kind == In && _withoutIn > 0)
            return (null, 0, 0);
        if (kind == Greater && _cursor.Following is { Kind: Greater or GreaterEqual } next && next.Start == _cursor.Token.Start + 1)
        {
            var third = _cursor.At(_cursor.Index + 2);
            return (">>", Operators.Shift, next.Kind == Greater && third.Kind == Greater && third.Start == next.Start + 1 ? 3 : 2);
        }

        var precedence = Operators.Precedence(kind);
        return precedence == 0 ? (null, 0, 0) : (Operators.Name(kind), precedence, 1);
    }

    private bool IsCast() => _cursor.Kind == Name && !_cursor.AfterLineEnd && _cursor.Characters is "as" or "satisfies";

    private void SkipCast()
    {
        _cursor.Advance();
        if (!_cursor.Take(Const))
            Type();
    }

    private Expression Unary()
    {
        if (++_nesting > MaxNesting)
            _cursor.Fail("nested too deeply");
        var value = _cursor.Kind switch
        {
            Bang or Tilde or Plus or Minus or TypeOf or TokenKind.Void or TokenKind.Delete or Increment or Decrement or Await => Prefixed(),
            Less => Asserted(),
            _ => Postfix(Primary()),
        };
        _nesting--;
        return value;
    }

    private Expression Prefixed()
    {
        var (kind, line, name) = (_cursor.Kind, _cursor.Line, _cursor.Intern(_cursor.Characters));
        _cursor.Advance();
        if (kind == Await && _cursor.Kind is CloseRound or Comma or Semicolon or Equal or Dot or Arrow or Colon)
            return Postfix(new Expression.Name(name, line));
        var operand = Unary();
        if (kind == Minus && operand is Expression.Number number)
            return new Expression.Number("-" + number.Value, line);
        return new Expression.Operation(name, [operand], line);
    }

    // <Type>value
    private Expression Asserted()
    {
        SkipTypeArguments();
        return Unary();
    }
}
