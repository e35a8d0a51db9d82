using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Jvm;
using static Sextant.Discovery.Code.Jvm.TokenKind;

namespace Sextant.Discovery.Code.Java;

/// <summary>Expressions: operators.</summary>
internal sealed partial class JavaParser
{
    private Expression ReadExpression()
    {
        if (!_cursor.Enter())
            return new Expression.Unknown(_cursor.Line);
        var found = Assigned();
        _cursor.Leave();
        return found;
    }

    private Expression Assigned()
    {
        if (IsLambda() is var arrow && arrow > 0)
            return Lambda(arrow);
        var target = Ternary();
        if (_cursor.Kind is not (Equal or Augmented))
            return target;
        _cursor.Advance();
        return new Expression.Operation(":=", [target, ReadExpression()], target.Line);
    }

    private Expression Ternary()
    {
        var condition = Binary(0);
        if (!_cursor.Take(Question))
            return condition;
        var then = ReadExpression();
        _cursor.Expect(Colon);
        return new Expression.Operation("?:", [condition, then, ReadExpression()], condition.Line);
    }

    private Expression Binary(int minimum)
    {
        var left = Unary();
        while (true)
        {
            if (_cursor.Is("instanceof"))
            {
                left = InstanceOf(left);
                continue;
            }

            var (text, strength) = OperatorAtHand();
            if (strength <= minimum)
                return left;
            _cursor.Advance();
            if (text is ">>")
                _cursor.Take(Greater);
            if (text is ">>" or "<<")
            {
                _cursor.Take(Greater);
                _cursor.Take(Less);
            }

            if (!_cursor.Enter())
                return left;
            var right = Binary(strength);
            _cursor.Leave();
            left = Operators.Joined(text, left, right);
        }
    }

    private (string Text, int Strength) OperatorAtHand() => _cursor.Kind switch
    {
        Or => ("||", 1),
        And => ("&&", 2),
        Bar => ("|", 3),
        Ampersand => ("&", 5),
        Less => _cursor.Ahead(1) is { Kind: Less } next && next.Start == _cursor.Token.Start + 1 ? ("<<", 8) : ("<", 7),
        Greater => _cursor.Ahead(1) is { Kind: Greater } next && next.Start == _cursor.Token.Start + 1 ? (">>", 8) : (">", 7),
        Plus => ("+", 9),
        Minus => ("-", 9),
        Star => ("*", 10),
        TokenKind.Binary => _cursor.Characters switch
        {
            "^" => ("^", 4),
            "==" or "!=" => ("==", 6),
            "<=" or ">=" => ("<=", 7),
            "/" or "%" => ("/", 10),
            _ => ("", 0),
        },
        _ => ("", 0),
    };

    private Expression.Operation InstanceOf(Expression value)
    {
        _cursor.Advance();
        _cursor.Take("final");
        var type = Type();
        if (_cursor.Kind == OpenRound && _cursor.Token.Link > 0)
            _cursor.JumpTo(_cursor.Token.Link + 1);
        else if (_cursor.Kind == Name)
        {
            var line = _cursor.Line;
            _facts.Assign(_cursor.TakeName(), value, type, line);
        }

        return new Expression.Operation("is", [value, type], value.Line);
    }

    private Expression Unary()
    {
        var line = _cursor.Line;
        switch (_cursor.Kind)
        {
            case Plus or Minus or Bang or Increment:
                var sign = _cursor.Kind == Minus ? "-" : _cursor.Kind == Bang ? "!" : "+";
                return new Expression.Operation(sign, [Operand()], line);
            case TokenKind.Binary when _cursor.Characters is "~":
                return new Expression.Operation("~", [Operand()], line);
            case OpenRound when IsCast() is var after && after > 0:
                _cursor.JumpTo(after);
                return Deeper(() => IsLambda() is var arrow && arrow > 0 ? Lambda(arrow) : Unary()) ?? new Expression.Unknown(line);
            default:
                return Postfix();
        }
    }

    private Expression Operand()
    {
        _cursor.Advance();
        return Deeper(Unary) ?? new Expression.Unknown(_cursor.Line);
    }

    /// <summary>The index behind the bracket of a cast that begins here; -1 if none does.</summary>
    private int IsCast()
    {
        var close = _cursor.Token.Link;
        var after = SkipType(_cursor.Index + 1);
        while (after > 0 && _cursor.At(after).Kind == Ampersand)
            after = SkipType(after + 1);
        if (after < 0 || after != close)
            return -1;
        if (after == _cursor.Index + 2 && IsPrimitive(_cursor.CharactersAt(_cursor.Index + 1)))
            return close + 1;
        return _cursor.At(close + 1).Kind switch
        {
            Name => !_cursor.IsAt(close + 1, "instanceof") ? close + 1 : -1,
            Number or Text or OpenRound or Bang => close + 1,
            TokenKind.Binary => _cursor.CharactersAt(close + 1) is "~" ? close + 1 : -1,
            _ => -1,
        };
    }

    /// <summary>The index of the arrow of a lambda that begins here; -1 if none does.</summary>
    private int IsLambda()
    {
        if (_cursor.Kind == Name && _cursor.Ahead(1).Kind == Arrow)
            return _cursor.Index + 1;
        return _cursor.Kind == OpenRound && _cursor.Token.Link is > 0 and var close && _cursor.At(close + 1).Kind == Arrow ? close + 1 : -1;
    }

    private Expression.Function Lambda(int arrow)
    {
        var line = _cursor.Line;
        var scope = _facts.Open(ScopeKind.Function, _name, line, line);
        _name = "";
        var parameters = LambdaParameters();
        _facts.Describe(s => s with { Parameters = parameters, IsValue = true });
        _cursor.JumpTo(arrow + 1);
        var around = _yielded;
        _yielded = null;
        if (_cursor.Kind == OpenCurly)
            Block();
        else
            _facts.Return(ReadExpression(), line);
        _yielded = around;
        _facts.Close(_cursor.LastLine);
        return new Expression.Function(scope, line);
    }

    private List<Parameter> LambdaParameters()
    {
        if (_cursor.Kind == Name)
            return [new Parameter(_cursor.TakeName(), null, null, _cursor.Line)];
        if (_cursor.Ahead(1).Kind == CloseRound || !(_cursor.Ahead(1).Kind == Name && _cursor.Ahead(2).Kind is Comma or CloseRound))
            return Parameters();
        var parameters = new List<Parameter>();
        _cursor.Advance();
        do
            parameters.Add(new Parameter(_cursor.TakeName(), null, null, _cursor.Line));
        while (_cursor.Take(Comma));
        return parameters;
    }
}
