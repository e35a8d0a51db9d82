using Sextant.Discovery.Code.Facts;
using static Sextant.Discovery.Code.Python.TokenKind;

namespace Sextant.Discovery.Code.Python;

/// <summary>Expressions that bring names of their own: comprehensions, lambdas, patterns.</summary>
internal sealed partial class ExpressionParser
{
    private bool _inPattern;

    /// <summary>What <c>as</c> named within the pattern that was read last: the name, and the pattern it stands for.</summary>
    public List<(Expression.Name Name, Expression Pattern)> Captures { get; } = [];

    /// <summary>The pattern of a <c>case</c>, in the shape of the expression that would make such a value.</summary>
    public Expression Pattern()
    {
        Captures.Clear();
        _inPattern = true;
        var line = cursor.Line;
        var first = Captured(Item());
        var pattern = cursor.Kind == Comma ? new Expression.Sequence(ItemsAfter(first, Colon), line) : first;
        _inPattern = false;
        return pattern;
    }

    /// <summary>A part of an expression, which in a pattern may be followed by <c>as name</c>.</summary>
    private Expression Captured(Expression value)
    {
        if (!_inPattern || cursor.Kind != As)
            return value;
        cursor.Advance();
        if (cursor.Kind != Name)
            cursor.Fail("expected a name after 'as'");
        else
            Captures.Add((new Expression.Name(cursor.Word(), cursor.Line), value));
        cursor.Advance();
        return value;
    }

    /// <summary>
    /// The rest of a comprehension: operation <c>for</c> over the element, then <c>:=</c> of target and operation <c>for</c> over
    /// the source for each loop, and conditions as they are.
    /// </summary>
    private Expression.Operation Comprehension(Expression element, int line)
    {
        var operands = new List<Expression> { element };
        while (true)
        {
            var at = cursor.Line;
            if (cursor.Kind == For || (cursor.Kind == Async && cursor.Following == For))
            {
                cursor.Take(Async);
                cursor.Advance();
                var target = Targets();
                cursor.Expect(In);
                operands.Add(new Expression.Operation(":=", [target, new Expression.Operation("for", [Disjunction()], at)], at));
            }
            else if (cursor.Take(If))
            {
                operands.Add(Disjunction());
            }
            else
            {
                return new Expression.Operation("for", [.. operands], line);
            }
        }
    }

    /// <summary>An expression without <c>if … else</c>, which would take the comprehension's own <c>if</c>.</summary>
    private Expression Disjunction() =>
        cursor.Kind == Lambda ? LambdaExpression() : cursor.Kind == Name && cursor.Following == Walrus ? Named() : Binary(Operators.Lowest);

    /// <summary>Operation <c>lambda</c> over the body, then the parameters: names, or <c>:=</c> of name and default.</summary>
    private Expression.Operation LambdaExpression()
    {
        var line = cursor.Line;
        cursor.Advance();
        var operands = new List<Expression> { new Expression.Unknown(line) };
        while (cursor.Kind is Name or Star or Power or Slash or Comma)
        {
            if (cursor.Kind == Name)
                operands.Add(LambdaParameter());
            else
                cursor.Advance();
        }

        cursor.Expect(Colon);
        operands[0] = Conditional();
        return new Expression.Operation("lambda", [.. operands], line);
    }

    private Expression LambdaParameter()
    {
        var line = cursor.Line;
        var name = new Expression.Name(cursor.TakeName(), line);
        return cursor.Take(Equal) ? new Expression.Operation(":=", [name, Conditional()], line) : name;
    }
}
