using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Jvm;
using static Sextant.Discovery.Code.Jvm.TokenKind;

namespace Sextant.Discovery.Code.Kotlin;

/// <summary>Expressions: names, members, calls.</summary>
internal sealed partial class KotlinParser
{
    /// <summary>Members and calls in one chain.</summary>
    private const int MaxChain = 400;

    private Expression Postfix()
    {
        var value = Primary();
        for (var length = 0; _cursor.Failure is null; length++)
        {
            if (length > MaxChain)
                _cursor.Fail("a chain of calls is too long");
            else if (_cursor.Kind is Dot or SafeDot)
                value = Member(value);
            else if (_cursor.Kind == Reference)
                value = Referenced(value);
            else if (_cursor.AtLineStart)
                return value;
            else if (_cursor.Kind is NotNull or Increment || _cursor.Kind == Question && _cursor.Ahead(1).Kind == Reference)
                _cursor.Advance();
            else if (_cursor.Kind == OpenRound || _cursor.Kind == OpenCurly && TakesLambda(value))
                value = Called(value);
            else if (_cursor.Kind == Less && AfterTypeArguments(_cursor.Index) is > 0 and var after && _cursor.At(after).Kind is OpenRound or OpenCurly or Reference)
                value = Generic(value, after);
            else if (_cursor.Kind == OpenSquare)
                value = Element(value);
            else
                return value;
        }

        return value;
    }

    private bool TakesLambda(Expression value) => !_bare && value is Expression.Name or Expression.Member or Expression.Call;

    private Expression Member(Expression target)
    {
        _cursor.Advance();
        var line = _cursor.Line;
        if (_cursor.Kind == OpenRound)
            return target;
        var name = _cursor.TakeName();
        // The class of a reference (X::class.java) means X.
        return target is Expression.Operation { Operator: "class", Operands: [var type] } ? name is "java" or "javaObjectType" ? type : new Expression.Member(type, name, line)
            : new Expression.Member(target, name, line);
    }

    private Expression Referenced(Expression target)
    {
        _cursor.Advance();
        var line = _cursor.Line;
        var name = _cursor.TakeName();
        if (name != "class")
            return new Expression.Member(target, name, line);
        if (_cursor.Kind == Dot && (_cursor.IsAt(_cursor.Index + 1, "java") || _cursor.IsAt(_cursor.Index + 1, "javaObjectType")))
            _cursor.JumpTo(_cursor.Index + 2);
        return target;
    }

    // The arguments of a type say which type is made; those of a function say nothing.
    private Expression Generic(Expression value, int after)
    {
        var name = value switch { Expression.Name n => n.Id, Expression.Member m => m.Id, _ => "" };
        if (name.Length > 0 && char.IsUpper(name[0]))
            return TypeArguments(value);
        _cursor.JumpTo(after);
        return value;
    }

    private Expression.Element Element(Expression value)
    {
        _cursor.Advance();
        var index = ReadExpression();
        while (_cursor.Take(Comma))
            ReadExpression();
        _cursor.Expect(CloseSquare);
        return new Expression.Element(value, index, value.Line);
    }

    private Expression Called(Expression callee)
    {
        var (arguments, end) = _cursor.Kind == OpenRound ? Arguments() : ([], callee.Line);
        if (_cursor.Kind == OpenCurly && !_cursor.AtLineStart && !_bare || _cursor.Kind == Name && _cursor.Ahead(1) is { Kind: At, FirstOnLine: false } && _cursor.Ahead(2).Kind == OpenCurly && !_cursor.AtLineStart)
        {
            if (_cursor.Kind == Name)
                _cursor.JumpTo(_cursor.Index + 2);
            var first = _facts.Count;
            var lambda = Lambda();
            end = _cursor.LastLine;
            if (callee is Expression.Member { Id: "apply" or "also", Target: var receiver } && arguments.Count == 0)
                return Applied(receiver, lambda.Scope, first, end);
            arguments.Add(new Argument(null, lambda));
        }

        return Literals.Of(new Expression.Call(callee, arguments, callee.Line) { EndLine = end });
    }

    /// <summary>An object on which a block is run: itself, with what the block sets as arguments of its making.</summary>
    private Expression Applied(Expression receiver, int scope, int first, int end)
    {
        if (receiver is not Expression.Call call)
            return receiver;
        var set = new List<Argument>();
        for (var i = first; i < _facts.Count && set.Count < 50; i++)
        {
            if (_facts[i] is not Statement.Assignment { Target: Expression.Name name, Value: { } value, Type: null } || _facts[i].Scope != scope)
                continue;
            set.Add(new Argument(name.Id, value));
            _facts.RemoveAt(i--);
        }

        return set.Count == 0 ? call : call with { Arguments = [.. call.Arguments, .. set], EndLine = end };
    }

    private (List<Argument> Arguments, int EndLine) Arguments()
    {
        var arguments = new List<Argument>();
        _cursor.Expect(OpenRound);
        _round++;
        while (_cursor.Kind is not (CloseRound or End))
        {
            Annotations();
            var spread = _cursor.Take(Star);
            string? keyword = null;
            if (_cursor.Kind == Name && _cursor.Ahead(1).Kind == Equal)
            {
                keyword = _cursor.TakeName();
                _cursor.Advance();
                spread |= _cursor.Take(Star);
            }

            arguments.Add(new Argument(keyword, ReadExpression(), spread));
            if (!_cursor.Take(Comma))
                break;
        }

        var end = _cursor.Line;
        _round--;
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
                var text = new Expression.Text(TextValue.Of(_cursor.Characters, kotlin: true), line) { EndLine = _cursor.Token.Link };
                _cursor.Advance();
                return text;
            case TokenKind.Template:
                return ReadTemplate();
            case Number:
                var number = new Expression.Number(_cursor.Word(_cursor.Characters), line);
                _cursor.Advance();
                return number;
            case OpenRound:
                return Parenthesized();
            case OpenCurly:
                return Lambda();
            case OpenSquare:
                return Sequence(line);
            case Reference:
                _cursor.Advance();
                return new Expression.Name(_cursor.TakeName(), line);
            default:
                _cursor.Fail("an expression was expected");
                return new Expression.Unknown(line);
        }
    }

    private Expression.Sequence Sequence(int line)
    {
        _cursor.Advance();
        var items = new List<Expression>();
        while (_cursor.Kind is not (CloseSquare or End))
        {
            items.Add(ReadExpression());
            if (!_cursor.Take(Comma))
                break;
        }

        _cursor.Expect(CloseSquare);
        return new Expression.Sequence(items, line);
    }

    private Expression Named(int line)
    {
        switch (_cursor.Characters)
        {
            case "true" or "false":
                var flag = new Expression.Flag(_cursor.Is("true"), line);
                _cursor.Advance();
                return flag;
            case "null":
                _cursor.Advance();
                return new Expression.Nothing(line);
            case "if":
                return If(line);
            case "when" when _cursor.Ahead(1).Kind is OpenRound or OpenCurly:
                return When(line);
            case "try" when _cursor.Ahead(1).Kind == OpenCurly:
                return Try(line);
            case "return" or "throw":
                return Leaving(line);
            case "break" or "continue":
                _cursor.Advance();
                if (_cursor.Kind == At && !_cursor.AtLineStart)
                    _cursor.JumpTo(_cursor.Index + 2);
                return new Expression.Nothing(line);
            case "object" when _cursor.Ahead(1).Kind is Colon or OpenCurly:
                return Anonymous(line);
            case "fun" when _cursor.Ahead(1).Kind == OpenRound:
                return AnonymousFunction(line);
            case "else" or "class" or "interface" or "val" or "var" or "in" or "is" or "as":
                _cursor.Fail("unexpected keyword");
                return new Expression.Unknown(line);
        }

        var name = new Expression.Name(_cursor.TakeName(), line);
        // A label, of this or before a loop or a block.
        if (_cursor.Kind == At && !_cursor.AtLineStart && _cursor.Token.Start == _cursor.At(_cursor.Index - 1).Start + _cursor.At(_cursor.Index - 1).Length)
        {
            _cursor.Advance();
            if (name.Id is "this" or "super" && _cursor.Kind == Name)
                _cursor.Advance();
            else if (!_cursor.AtLineStart)
                return _cursor.Kind == Name && Loop() ? new Expression.Nothing(line) : Deeper();
        }

        return name;
    }

    private Expression Deeper()
    {
        if (!_cursor.Enter())
            return new Expression.Unknown(_cursor.Line);
        var value = Postfix();
        _cursor.Leave();
        return value;
    }
}
