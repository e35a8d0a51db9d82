using Sextant.Discovery.Code.Facts;
using static Sextant.Discovery.Code.CSharp.TokenKind;

namespace Sextant.Discovery.Code.CSharp;

/// <summary>Expressions by the strength of their operators.</summary>
internal sealed partial class CSharpParser
{
    private const int Weakest = 1;
    private const int OfRelations = 8;
    private const int OfShifts = 9;
    private const int MaxPlain = 8;

    /// <summary>Operands of one operator, and operators of one strength in a row.</summary>
    private const int MaxOperands = 2_000;

    /// <summary>Any expression, assignments included.</summary>
    private Expression Parse()
    {
        var line = cursor.Line;
        if (++_depth > MaxDepth)
            cursor.Fail("nested too deeply");
        var found = cursor.Kind switch
        {
            Throw => Thrown(line),
            _ when IsLambda(cursor.Index) => Lambda(),
            TokenKind.Name when IsQuery() => QueryExpression(),
            _ => Assigned(Choice()),
        };
        _depth--;
        return found;
    }

    private Expression.Operation Thrown(int line)
    {
        cursor.Advance();
        return new Expression.Operation("throw", [Parse()], line);
    }

    private Expression Assigned(Expression target)
    {
        if (cursor.Kind == Greater && cursor.Ahead() == GreaterEqual)
            cursor.Advance();
        else if (cursor.Kind is not (TokenKind.Assign or Augmented or CoalesceAssign))
            return target;
        var kind = cursor.Kind;
        var written = cursor.Characters[..1].ToString();
        cursor.Advance();
        var value = Parse();
        value = kind switch
        {
            TokenKind.Assign => value,
            _ when !IsPlain(target) => value,
            CoalesceAssign => Joined("??", target, value),
            _ => Joined(written, target, value),
        };
        return new Expression.Operation(":=", [target, value], target.Line);
    }

    // Only what is small stands a second time in its own new value: else nested ones would double with each level.
    private static bool IsPlain(Expression target)
    {
        for (var i = 0; i < MaxPlain; i++)
        {
            if (target is Expression.Name)
                return true;
            if (target is Expression.Member member)
                target = member.Target;
            else if (target is Expression.Element { Index: Expression.Name or Expression.Text or Expression.Number } element)
                target = element.Target;
            else
                return false;
        }

        return false;
    }

    private Expression Choice()
    {
        var condition = Binary(Weakest);
        if (cursor.Kind != Question)
            return condition;
        cursor.Advance();
        var then = Parse();
        cursor.Expect(Colon);
        var otherwise = Parse();
        return new Expression.Operation("?:", [condition, then, otherwise], condition.Line);
    }

    private Expression Binary(int weakest)
    {
        if (++_depth > MaxDepth)
            cursor.Fail("nested too deeply");
        var left = Unary();
        var heights = 0;
        while (Strength(out var name, out var length) is var strength && strength >= weakest)
        {
            if (name is "is" or "as")
            {
                left = TypeTest(left, name);
                if (++heights > MaxDepth)
                    cursor.Fail("too many operators");
                continue;
            }

            cursor.JumpTo(cursor.Index + length);
            var right = name == "??" ? Coalesced() : name == ".." && !StartsOperand() ? new Expression.Nothing(cursor.Line) : Binary(strength + 1);
            if (name == "??" && right is Expression.Operation { Operator: "throw" })
                continue;
            left = Joined(name, left, right);
            heights += left is Expression.Operation { Operands.Count: > 2 } ? 0 : 1;
            if (heights > MaxDepth)
                cursor.Fail("too many operators");
        }

        _depth--;
        return left;
    }

    private Expression Coalesced() => cursor.Kind == Throw ? Parse() : IsLambda(cursor.Index) ? Lambda() : Binary(Weakest);

    /// <summary>Joins operands; those of the same operator in a row become one operation.</summary>
    private static Expression.Operation Joined(string name, Expression left, Expression right) =>
        left is Expression.Operation { Operands.Count: < MaxOperands } before && before.Operator == name && name is "+" or "??" or "&&" or "||" or "|"
            ? Extended(before, right)
            : new Expression.Operation(name, new List<Expression> { left, right }, left.Line);

    private static Expression.Operation Extended(Expression.Operation before, Expression more)
    {
        if (before.Operands is not List<Expression> operands)
            return before with { Operands = [.. before.Operands, more] };
        operands.Add(more);
        return before;
    }

    private int Strength(out string name, out int length)
    {
        (name, var strength) = cursor.Kind switch
        {
            Coalesce => ("??", 1),
            OrElse => ("||", 2),
            AndAlso => ("&&", 3),
            Bar => ("|", 4),
            Caret => ("^", 5),
            Ampersand => ("&", 6),
            Same => ("==", 7),
            Different => ("!=", 7),
            Less => ("<", OfRelations),
            Greater when cursor.Ahead() == Greater && cursor.Touches(cursor.Index) => (">>", OfShifts),
            Greater when cursor.Ahead() != GreaterEqual || !cursor.Touches(cursor.Index) => (">", OfRelations),
            LessEqual => ("<=", OfRelations),
            GreaterEqual => (">=", OfRelations),
            Is => ("is", OfRelations),
            As => ("as", OfRelations),
            ShiftLeft => ("<<", OfShifts),
            Plus => ("+", 10),
            Minus => ("-", 10),
            Star => ("*", 11),
            Slash => ("/", 11),
            Percent => ("%", 11),
            TokenKind.Range => ("..", 12),
            _ => ("", 0),
        };
        length = name != ">>" ? 1 : cursor.Ahead(2) == Greater && cursor.Touches(cursor.Index + 1) ? 3 : 2;
        return strength;
    }

    private Expression TypeTest(Expression subject, string name)
    {
        var line = cursor.Line;
        cursor.Advance();
        if (name == "is")
        {
            Pattern(subject);
            return new Expression.Operation("is", [subject], line);
        }

        Type(nullable: false);
        if (cursor.Kind == Question && cursor.Ahead() is Coalesce or Colon or CloseRound or Semicolon or Comma or CloseSquare or CloseCurly)
            cursor.Advance();
        return subject;
    }

    private Expression Unary()
    {
        var line = cursor.Line;
        switch (cursor.Kind)
        {
            case Bang or Tilde or Plus or Minus or Caret or Ampersand or Star or Increment or Decrement:
                var written = cursor.Characters.ToString();
                cursor.Advance();
                var operand = Operand();
                return written switch
                {
                    "-" when operand is Expression.Number number => number with { Value = "-" + number.Value },
                    "!" => new Expression.Operation("not", [operand], line),
                    "+" or "++" or "--" or "&" or "*" => operand,
                    _ => new Expression.Operation(written, [operand], line),
                };
            case TokenKind.Range:
                cursor.Advance();
                return new Expression.Operation("..", StartsOperand() ? [Operand()] : [], line);
            case Ref:
                cursor.Advance();
                return Operand();
            case OpenRound when IsCast(cursor.Index):
                cursor.Advance();
                Type();
                cursor.Expect(CloseRound);
                return IsLambda(cursor.Index) ? Lambda() : Operand();
            case TokenKind.Name when IsAwait():
                cursor.Advance();
                return new Expression.Operation("await", [Operand()], line);
            default:
                return Postfix(Primary());
        }
    }

    private Expression Operand()
    {
        if (++_depth > MaxDepth)
            cursor.Fail("nested too deeply");
        var operand = Unary();
        _depth--;
        return operand;
    }

    private bool IsAwait() => cursor.IsWord("await") && cursor.Ahead() is TokenKind.Name or OpenRound or This or New or Base or Predefined or Default or TokenKind.Text;

    private bool StartsOperand() =>
        cursor.Kind is TokenKind.Name or TokenKind.Number or TokenKind.Text or Character or TemplateStart or OpenRound or Caret or This or Base or Predefined or New or Minus or Plus
            or True or False or Null or Typeof or Sizeof or Default or OpenSquare or Tilde or Bang;

    /// <summary>Whether the bracket at a token holds a type to which what follows is converted.</summary>
    private bool IsCast(int at)
    {
        var end = cursor.LinkAt(at);
        if (end < 0 || cursor.KindAt(at + 1) == OpenRound || SkipType(at + 1) != end)
            return false;
        var next = cursor.KindAt(end + 1);
        if (next is TokenKind.Name)
            return !cursor.IsWordAt(end + 1, "with") && !cursor.IsWordAt(end + 1, "and") && !cursor.IsWordAt(end + 1, "or") && !cursor.IsWordAt(end + 1, "when");
        if (next is TokenKind.Text or TemplateStart or TokenKind.Number or Character or New or This or Base or Typeof or Null or True or False or Default or OpenRound or Bang or Tilde
            or Predefined or Sizeof or TokenKind.Delegate or Modifier)
            return true;
        return next is Minus or Plus or OpenSquare or Ampersand or Star && cursor.KindAt(end - 1) is Predefined or CloseSquare or Question or Greater
            || next is OpenSquare && cursor.KindAt(at + 1) is TokenKind.Name && end == at + 2 && char.IsUpper(cursor.CharactersAt(at + 1)[0]);
    }
}
