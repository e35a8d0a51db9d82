using Sextant.Discovery.Code.Facts;
using static Sextant.Discovery.Code.TypeScript.TokenKind;

namespace Sextant.Discovery.Code.TypeScript;

/// <summary>What follows a value: members, elements, calls.</summary>
internal sealed partial class TypeScriptParser
{
    /// <summary>Members, elements and calls in one chain.</summary>
    private const int MaxChain = 300;

    private Expression Postfix(Expression value)
    {
        for (var links = 0; _cursor.Failure is null; links++)
        {
            if (links > MaxChain)
                _cursor.Fail("chained too long");
            var line = _cursor.Line;
            switch (_cursor.Kind)
            {
                case Dot:
                    _cursor.Advance();
                    value = MemberOf(value);
                    break;
                case OptionalDot:
                    _cursor.Advance();
                    if (_cursor.Kind is not (OpenRound or OpenSquare))
                        value = MemberOf(value);
                    break;
                case OpenSquare:
                    value = ElementOf(value, line);
                    break;
                case OpenRound:
                    value = CallOf(value);
                    break;
                case TemplateStart:
                    value = new Expression.Call(value, [new Argument(null, Template())], value.Line) { EndLine = _cursor.LastLine };
                    break;
                case Bang when !_cursor.AfterLineEnd:
                    _cursor.Advance();
                    break;
                case Increment or Decrement when !_cursor.AfterLineEnd:
                    _cursor.Advance();
                    return value;
                case Less or ShiftLeft when TypeArguments():
                    break;
                default:
                    return value;
            }
        }

        return value;
    }

    private Expression.Member MemberOf(Expression target)
    {
        var line = _cursor.Line;
        if (_cursor.AtWord || _cursor.Kind == PrivateName)
            return new Expression.Member(target, _cursor.TakeWord(), line);
        _cursor.Fail("the name of a member is missing");
        return new Expression.Member(target, "", line);
    }

    private Expression.Element ElementOf(Expression target, int line)
    {
        var choices = Interlude();
        _cursor.Open();
        var index = List();
        _cursor.Expect(CloseSquare);
        _choices = choices;
        return new Expression.Element(target, index, line);
    }

    private Expression.Call CallOf(Expression callee)
    {
        var arguments = Arguments();
        NoteCalled(callee);
        return new Expression.Call(callee, arguments, callee.Line) { EndLine = Math.Max(callee.Line, _cursor.LastLine) };
    }

    private void NoteCalled(Expression callee)
    {
        if (callee is Expression.Name name)
            _called.Add(name.Id);
    }

    private List<Argument> Arguments()
    {
        var choices = Interlude();
        var arguments = new List<Argument>();
        _cursor.Open();
        while (_cursor.Kind is not (CloseRound or End))
        {
            var spread = _cursor.Take(Ellipsis);
            arguments.Add(new Argument(null, Assign(), spread));
            if (!_cursor.Take(Comma))
                break;
        }

        _cursor.Expect(CloseRound);
        _choices = choices;
        return arguments;
    }

    /// <summary>Enters brackets, in which choices and loops outside do not matter; what to set back at their end.</summary>
    private int Interlude()
    {
        var choices = _choices;
        _choices = 0;
        return choices;
    }

    private Expression.Call NewExpression()
    {
        var line = _cursor.Line;
        _cursor.Advance();
        Expression callee;
        if (++_nesting > MaxNesting)
            _cursor.Fail("nested too deeply");
        callee = _cursor.Kind switch
        {
            New => NewExpression(),
            Dot => new Expression.Name("new", line),
            _ => Primary(),
        };
        for (var links = 0; links < MaxChain && _cursor.Failure is null; links++)
        {
            if (_cursor.Take(Dot) || _cursor.Take(OptionalDot))
                callee = MemberOf(callee);
            else if (_cursor.Kind == OpenSquare)
                callee = ElementOf(callee, _cursor.Line);
            else if (_cursor.Kind != Less || !TypeArguments())
                break;
        }

        _nesting--;
        NoteCalled(callee);
        return new Expression.Call(callee, _cursor.Kind == OpenRound ? Arguments() : [], line) { EndLine = Math.Max(line, _cursor.LastLine) };
    }
}
