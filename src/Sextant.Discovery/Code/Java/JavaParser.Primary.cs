using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Jvm;
using static Sextant.Discovery.Code.Jvm.TokenKind;

namespace Sextant.Discovery.Code.Java;

/// <summary>Expressions: names, calls, the making of objects.</summary>
internal sealed partial class JavaParser
{
    /// <summary>Members and calls in one chain.</summary>
    private const int MaxChain = 400;

    private Expression Postfix()
    {
        var value = Primary();
        for (var length = 0; ; length++)
        {
            if (length > MaxChain)
            {
                _cursor.Fail("a chain of calls is too long");
                return value;
            }

            switch (_cursor.Kind)
            {
                case Dot:
                    value = Member(value);
                    break;
                case OpenSquare when _cursor.Ahead(1).Kind == CloseSquare:
                    _cursor.JumpTo(_cursor.Index + 2);
                    break;
                case OpenSquare:
                    _cursor.Advance();
                    value = new Expression.Element(value, ReadExpression(), value.Line);
                    _cursor.Expect(CloseSquare);
                    break;
                case Reference:
                    value = MethodReference(value);
                    break;
                case Increment:
                    _cursor.Advance();
                    break;
                default:
                    return value;
            }
        }
    }

    private Expression Member(Expression target)
    {
        _cursor.Advance();
        if (_cursor.Kind == Less)
            SkipTypeParameters();
        var line = _cursor.Line;
        if (_cursor.Is("new"))
            return New();
        if (_cursor.Take("class"))
            return target;
        if (_cursor.Take("this"))
            return new Expression.Name("this", line);
        var member = new Expression.Member(target, _cursor.TakeName(), line);
        return _cursor.Kind == OpenRound ? Called(member) : member;
    }

    private Expression MethodReference(Expression target)
    {
        _cursor.Advance();
        if (_cursor.Kind == Less)
            SkipTypeParameters();
        var line = _cursor.Line;
        return _cursor.Take("new") ? target : new Expression.Member(target, _cursor.TakeName(), line);
    }

    private Expression Called(Expression callee)
    {
        var (arguments, end) = Arguments();
        return Literals.Of(new Expression.Call(callee, arguments, callee.Line) { EndLine = end });
    }

    private (List<Argument> Arguments, int EndLine) Arguments()
    {
        var arguments = new List<Argument>();
        _cursor.Expect(OpenRound);
        while (_cursor.Kind is not (CloseRound or End))
        {
            arguments.Add(new Argument(null, ReadExpression()));
            if (!_cursor.Take(Comma))
                break;
        }

        var end = _cursor.Line;
        _cursor.Expect(CloseRound);
        return (arguments, end);
    }

    private Expression Primary()
    {
        var line = _cursor.Line;
        switch (_cursor.Kind)
        {
            case Name:
                return Named(line);
            case Text:
                var text = new Expression.Text(TextValue.Of(_cursor.Characters, kotlin: false), line) { EndLine = _cursor.Token.Link };
                _cursor.Advance();
                return text;
            case Number:
                var number = new Expression.Number(_cursor.Word(_cursor.Characters), line);
                _cursor.Advance();
                return number;
            case OpenRound:
                _cursor.Advance();
                var inner = ReadExpression();
                _cursor.Expect(CloseRound);
                return inner;
            default:
                _cursor.Fail("an expression was expected");
                return new Expression.Unknown(line);
        }
    }

    private Expression Named(int line)
    {
        switch (_cursor.Characters)
        {
            case "new":
                return New();
            case "true" or "false":
                var flag = new Expression.Flag(_cursor.Is("true"), line);
                _cursor.Advance();
                return flag;
            case "null":
                _cursor.Advance();
                return new Expression.Nothing(line);
            case "switch":
                return SwitchExpression();
        }

        if (IsReserved(_cursor.Characters) && _cursor.Characters is not ("this" or "super"))
        {
            _cursor.Fail("unexpected keyword");
            return new Expression.Unknown(line);
        }

        // A type with arguments or brackets stands only before a reference to a method, or before its class.
        if (_cursor.Ahead(1).Kind is Less or OpenSquare && SkipType(_cursor.Index) is var after && after > _cursor.Index + 1 && _cursor.At(after).Kind is Reference or Dot)
            return Type();
        var name = new Expression.Name(_cursor.TakeName(), line);
        return _cursor.Kind == OpenRound ? Called(name) : name;
    }

    private Expression New()
    {
        var line = _cursor.Line;
        _cursor.Advance();
        Annotations();
        Expression type = new Expression.Name(_cursor.TakeName(), line);
        while (_cursor.Kind == Dot)
        {
            _cursor.Advance();
            type = new Expression.Member(type, _cursor.TakeName(), line);
        }

        type = TypeArguments(type);
        return _cursor.Kind == OpenSquare ? NewArray(line) : Creation(type, line);
    }

    private Expression NewArray(int line)
    {
        while (_cursor.Take(OpenSquare))
        {
            if (_cursor.Kind != CloseSquare)
                _facts.Evaluate(ReadExpression());
            _cursor.Expect(CloseSquare);
        }

        return _cursor.Kind == OpenCurly ? Initializer() : new Expression.Sequence([], line);
    }

    /// <summary>The making of an object, with the body of its anonymous class if it has one.</summary>
    private Expression.Call Creation(Expression type, int line)
    {
        var (arguments, end) = _cursor.Kind == OpenRound ? Arguments() : ([], line);
        if (_cursor.Kind == OpenCurly && _cursor.Enter())
        {
            _facts.Open(ScopeKind.Class, "", line, line);
            _facts.Describe(s => s with { Bases = [type], IsValue = true });
            var around = _yielded;
            _yielded = null;
            Body("", isEnum: false);
            _yielded = around;
            _facts.Close(_cursor.LastLine);
            _cursor.Leave();
        }

        return new Expression.Call(type, arguments, line) { EndLine = end };
    }
}
