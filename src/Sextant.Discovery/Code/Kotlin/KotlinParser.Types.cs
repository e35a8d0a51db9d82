using Sextant.Discovery.Code.Facts;
using static Sextant.Discovery.Code.Jvm.TokenKind;

namespace Sextant.Discovery.Code.Kotlin;

/// <summary>Types.</summary>
internal sealed partial class KotlinParser
{
    /// <summary>A type; a type of functions is unknown.</summary>
    private Expression Type()
    {
        Annotations();
        var line = _cursor.Line;
        if (!_cursor.Enter())
            return new Expression.Unknown(line);
        while (_cursor.Kind == Name && _cursor.Characters is "suspend" or "in" or "out" or "reified" && _cursor.Ahead(1).Kind is Name or OpenRound)
            _cursor.Advance();
        var type = _cursor.Kind == OpenRound ? FunctionType(line) : _cursor.Take(Star) ? new Expression.Unknown(line) : NamedType(line);
        while (_cursor.Kind is Question or NotNull && !_cursor.AtLineStart)
            _cursor.Advance();
        if (_cursor.Kind == Dot && _cursor.Ahead(1) is { Kind: OpenRound })
        {
            _cursor.Advance();
            type = FunctionType(line);
        }

        if (_cursor.Take(Ampersand))
            Type();
        _cursor.Leave();
        return type;
    }

    private Expression FunctionType(int line)
    {
        if (_cursor.Token.Link <= 0)
        {
            _cursor.Fail("a bracket is never closed");
            return new Expression.Unknown(line);
        }

        var (start, close) = (_cursor.Index, _cursor.Token.Link);
        _cursor.JumpTo(close + 1);
        if (_cursor.Take(Arrow))
        {
            Type();
            return new Expression.Unknown(line);
        }

        _cursor.JumpTo(start + 1);
        var inner = Type();
        _cursor.Expect(CloseRound);
        return inner;
    }

    private Expression NamedType(int line)
    {
        Expression type = TypeArguments(new Expression.Name(_cursor.TakeName(), line));
        while (_cursor.Kind == Dot && _cursor.Ahead(1).Kind == Name)
        {
            _cursor.Advance();
            type = TypeArguments(new Expression.Member(type, _cursor.TakeName(), line));
        }

        return type;
    }

    private Expression TypeArguments(Expression type)
    {
        if (_cursor.Kind != Less || _cursor.AtLineStart)
            return type;
        _cursor.Advance();
        var arguments = new List<Expression>();
        while (_cursor.Kind is not (Greater or End))
        {
            arguments.Add(Type());
            if (!_cursor.Take(Comma))
                break;
        }

        _cursor.Expect(Greater);
        return arguments.Count == 0 ? type : new Expression.Element(type, arguments.Count == 1 ? arguments[0] : new Expression.Sequence(arguments, type.Line), type.Line);
    }

    private void SkipTypeArguments()
    {
        var after = AfterTypeArguments(_cursor.Index);
        if (after < 0)
            _cursor.Fail("type arguments cannot be read");
        else
            _cursor.JumpTo(after);
    }

    /// <summary>The index of the token behind <c>&lt;…&gt;</c>; -1 if it cannot be arguments of a type.</summary>
    private int AfterTypeArguments(int at)
    {
        var depth = 0;
        for (var i = at; i < at + 200; i++)
        {
            switch (_cursor.At(i).Kind)
            {
                case Less:
                    depth++;
                    break;
                case Greater when --depth == 0:
                    return i + 1;
                case Greater or Name or Comma or Dot or Question or Star or Colon or At or Arrow:
                    break;
                case OpenRound when _cursor.At(i).Link > i:
                    i = _cursor.At(i).Link;
                    break;
                default:
                    return -1;
            }
        }

        return -1;
    }
}
