using Sextant.Discovery.Code.Facts;

namespace Sextant.Discovery.Code.Go;

/// <summary>Expressions. Types may stand wherever expressions do.</summary>
internal sealed partial class GoParser
{
    // The height of the expression that was read last.
    private int _height;

    // Negative in the header of a statement, where a brace after a name starts the block.
    private int _level;

    // What the function literal that comes next is called.
    private string _functionName = "";

    private List<Expression> ExpressionList(string name = "")
    {
        var all = new List<Expression>();
        _functionName = name;
        do
        {
            all.Add(Value());
        }
        while (_cursor.Accept(','));
        _functionName = "";
        return all;
    }

    private Expression Value()
    {
        var line = _cursor.Line;
        if (_depth >= MaxDepth)
        {
            _cursor.Error("an expression is too deep");
            _cursor.Next();
            _height = 1;
            return new Expression.Unknown(line);
        }

        _depth++;
        var expression = Binary(1);
        _depth--;
        return expression;
    }

    private Expression Binary(int strength)
    {
        var left = Unary();
        var height = _height;
        while (Operator.Of(_cursor.Token) is var (written, binds) && binds >= strength && binds > 0)
        {
            var line = left.Line;
            _cursor.Next();
            var right = Binary(binds + 1);
            left = left is Expression.Operation { Operator: var same, Operands: var operands } && same == written && operands.Count > 1 && operands.Count < 2000
                ? new Expression.Operation(written, Joined(operands, right), line)
                : new Expression.Operation(written, [left, right], line);
            left = Bounded(left, Math.Max(height, _height) + 1);
            height = _height;
        }

        _height = height;
        return left;
    }

    /// <summary>An expression, or nothing that is known if it is so high that those who walk it would not come back.</summary>
    private Expression Bounded(Expression expression, int height)
    {
        _height = height > MaxHeight ? 1 : height;
        return height > MaxHeight ? new Expression.Unknown(expression.Line) : expression;
    }

    private static List<Expression> Joined(IReadOnlyList<Expression> operands, Expression last)
    {
        if (operands is not List<Expression> list)
            return [.. operands, last];
        list.Add(last);
        return list;
    }

    private Expression Unary()
    {
        var line = _cursor.Line;
        var marks = new List<string>();
        while (_cursor.Token.Kind == GoTokenKind.Operator)
        {
            if (_cursor.Is("<-") && _cursor.Peek() is { Kind: GoTokenKind.Keyword, Code: (int)GoKeyword.Chan })
                break;
            var mark = Mark();
            if (mark is null)
                break;
            if (mark.Length > 0)
                marks.Add(mark);
            _cursor.Next();
        }

        var operand = Postfix();
        var count = Math.Min(marks.Count, MaxDepth);
        for (var i = count - 1; i >= 0; i--)
            operand = new Expression.Operation(marks[i], [operand], line);
        return Bounded(operand, _height + count);
    }

    /// <summary>The operator before an operand; empty if it changes nothing that matters, null if there is none.</summary>
    private string? Mark() => _cursor.Token.Code switch
    {
        '&' or '*' or '+' or '~' => "",
        '-' => "-",
        '!' => "!",
        '^' => "^",
        _ => _cursor.Is("<-") ? "await" : null,
    };

    private Expression Postfix()
    {
        var line = _cursor.Line;
        _height = 1;
        var operand = Operand(line);
        while (_cursor.Token.Kind == GoTokenKind.Operator)
        {
            switch (_cursor.Token.Code)
            {
                case '.':
                    operand = Selected(operand);
                    break;
                case '[':
                    operand = Indexed(operand);
                    break;
                case '(':
                    operand = Called(operand);
                    break;
                case '{' when IsComposite(operand):
                    operand = Composite(operand);
                    break;
                default:
                    return operand;
            }

            operand = Bounded(operand, _height);
        }

        return operand;
    }

    // A type assertion leaves what it is said of.
    private Expression Selected(Expression operand)
    {
        var height = _height;
        _cursor.Next();
        if (!_cursor.Accept('('))
        {
            _height = height + 1;
            return new Expression.Member(operand, _cursor.Name(), operand.Line);
        }

        if (!_cursor.Accept(GoKeyword.Type))
            Type();
        _cursor.Expect(')');
        _height = height;
        return operand;
    }

    private Expression Indexed(Expression operand)
    {
        var (level, height) = (_level, _height);
        _level = 0;
        _cursor.Next();
        var (indexes, isSlice) = (new List<Expression>(), false);
        while (!_cursor.IsEnd && !_cursor.Is(']'))
        {
            var before = _cursor.Position;
            if (_cursor.Accept(':'))
                isSlice = true;
            else if (!_cursor.Accept(','))
            {
                indexes.Add(Value());
                height = Math.Max(height, _height);
            }

            if (_cursor.Position == before || _cursor.Token.Kind == GoTokenKind.Semicolon)
                break;
        }

        _cursor.Expect(']');
        (_level, _height) = (level, height + 2);
        if (isSlice)
            return indexes.Count == 0 ? operand : new Expression.Operation("[:]", [operand, .. indexes], operand.Line);
        return new Expression.Element(operand, indexes is [var one] ? one : new Expression.Sequence(indexes, operand.Line), operand.Line);
    }

    private Expression Called(Expression callee)
    {
        var arguments = Arguments();
        var call = new Expression.Call(callee, arguments, callee.Line) { EndLine = _cursor.LastLine };
        return callee switch
        {
            Expression.Name { Id: "new" } when arguments is [{ Value: Expression.Name or Expression.Member or Expression.Element }] =>
                new Expression.Call(arguments[0].Value, [], callee.Line),
            Expression.Name { Id: "make" } when arguments is [{ Value: Expression.Element { Target: Expression.Name { Id: ListType } } }, ..] => new Expression.Sequence([], callee.Line),
            Expression.Name { Id: "make" } when arguments is [{ Value: Expression.Element { Target: Expression.Name { Id: MapType } } }, ..] => new Expression.Mapping([], callee.Line),
            Expression.Name { Id: "append" } when arguments.Count > 1 => Appended(arguments, callee.Line),
            Expression.Member { Target: Expression.Name { Id: "fmt" }, Id: "Sprintf" } when arguments is [{ Spread: false }, _, ..] && !arguments[^1].Spread =>
                new Expression.Operation("%", [arguments[0].Value, new Expression.Sequence([.. arguments.Skip(1).Select(a => a.Value)], callee.Line)], callee.Line),
            _ => call,
        };
    }

    private Expression? _appended;

    private Expression.Operation Appended(List<Argument> arguments, int line)
    {
        var added = arguments.Skip(1).Select(a => a.Spread ? new Expression.Operation("*", [a.Value], line) : a.Value).ToArray();
        var appended = new Expression.Operation("+", [arguments[0].Value, new Expression.Sequence(added, line)], line);
        _appended = appended;
        return appended;
    }

    private List<Argument> Arguments()
    {
        var (level, name, height) = (_level, _functionName, _height);
        (_level, _functionName) = (0, "");
        _cursor.Next();
        var arguments = new List<Argument>();
        while (!_cursor.IsEnd && !_cursor.Is(')'))
        {
            var before = _cursor.Position;
            var value = Value();
            height = Math.Max(height, _height);
            arguments.Add(new Argument(null, value, Spread: _cursor.Accept("...")));
            if (!_cursor.Accept(',') && (!_cursor.Is(')') || _cursor.Position == before))
                break;
        }

        _cursor.Expect(')');
        (_level, _functionName, _height) = (level, name, height + 3);
        return arguments;
    }

    private Expression Operand(int line)
    {
        var token = _cursor.Token;
        switch (token.Kind)
        {
            case GoTokenKind.Name:
                return Named(line);
            case GoTokenKind.Number:
                _cursor.Next();
                return new Expression.Number(_cursor.Written(token).ToString(), line);
            case GoTokenKind.Text:
                return _cursor.Text();
            case GoTokenKind.Operator when token.Code == '(':
                return Parenthesized();
            case GoTokenKind.Keyword when token.Code == (int)GoKeyword.Func:
                return FunctionOrType(line);
            default:
                return TypeLiteral(line) ?? Missing(line);
        }
    }

    private Expression.Unknown Missing(int line)
    {
        _cursor.Error("an expression is missing");
        return new Expression.Unknown(line);
    }

    private Expression Named(int line)
    {
        var name = _cursor.Name();
        return name switch
        {
            "true" => new Expression.Flag(true, line),
            "false" => new Expression.Flag(false, line),
            "nil" => new Expression.Nothing(line),
            _ => new Expression.Name(name, line),
        };
    }

    private Expression Parenthesized()
    {
        var level = _level;
        _level = 0;
        _cursor.Next();
        var inner = Value();
        _cursor.Expect(')');
        _level = level;
        return inner;
    }

    private Expression FunctionOrType(int line)
    {
        var name = _functionName;
        _functionName = "";
        _cursor.Next();
        var (parameters, result) = Signature();
        _height = 1;
        if (!_cursor.Is('{'))
            return new Expression.Name("func", line);
        var number = _scopes.Open(_scope, ScopeKind.Function, name, line, isValue: true);
        _scopes.Change(number, s => s with { Parameters = parameters, Returns = result });
        Body(number);
        _scopes.Close(number, _cursor.LastLine);
        _height = 1;
        return new Expression.Function(number, line);
    }
}
