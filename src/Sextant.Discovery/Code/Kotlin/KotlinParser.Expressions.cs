using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Jvm;
using static Sextant.Discovery.Code.Jvm.TokenKind;

namespace Sextant.Discovery.Code.Kotlin;

/// <summary>Expressions: operators. A line ends an expression, unless the next begins with an operator that nothing can begin with.</summary>
internal sealed partial class KotlinParser
{
    private Expression ReadExpression()
    {
        if (!_cursor.Enter())
            return new Expression.Unknown(_cursor.Line);
        var found = Binary(0);
        _cursor.Leave();
        return found;
    }

    private Expression Binary(int minimum)
    {
        var left = Unary();
        while (true)
        {
            var (text, strength) = OperatorAtHand();
            if (strength <= minimum)
                return left;
            if (!_cursor.Enter())
                return left;
            left = Operated(text, strength, left);
            _cursor.Leave();
        }
    }

    private Expression Operated(string text, int strength, Expression left)
    {
        _cursor.Advance();
        switch (text)
        {
            case "as":
                _cursor.Take(Question);
                Type();
                return left;
            case "is":
                return new Expression.Operation("is", [left, Type()], left.Line);
            case "!":
                return _cursor.Take("is")
                    ? new Expression.Operation("is", [left, Type()], left.Line) : new Expression.Operation("in", [left, Negated(strength)], left.Line);
            case "infix":
                var method = _cursor.CharactersAt(_cursor.Index - 1).ToString();
                var right = Binary(strength);
                return method == "to" ? new Expression.Operation("to", [left, right], left.Line)
                    : new Expression.Call(new Expression.Member(left, method, left.Line), [new Argument(null, right)], left.Line) { EndLine = _cursor.LastLine };
            default:
                return Operators.Joined(text, left, Binary(strength));
        }
    }

    private Expression Negated(int strength)
    {
        _cursor.Advance();
        return Binary(strength);
    }

    private (string Text, int Strength) OperatorAtHand()
    {
        var first = _cursor.AtLineStart && _round == 0;
        return _cursor.Kind switch
        {
            Or => ("||", 1),
            And => ("&&", 2),
            Elvis => ("??", 7),
            Name when _cursor.Is("as") => ("as", 12),
            _ when first => ("", 0),
            Less => ("<", 4),
            Greater => (">", 4),
            Plus => ("+", 10),
            Minus => ("-", 10),
            Star => ("*", 11),
            Name => Word(),
            Bang when _cursor.IsAt(_cursor.Index + 1, "in") || _cursor.IsAt(_cursor.Index + 1, "is") => ("!", 5),
            TokenKind.Binary => _cursor.Characters switch
            {
                "==" or "!=" or "===" or "!==" => ("==", 3),
                "<=" or ">=" => ("<=", 4),
                ".." or "..<" => ("..", 9),
                _ => ("/", 11),
            },
            _ => ("", 0),
        };
    }

    private (string Text, int Strength) Word() => _cursor.Characters switch
    {
        "in" => ("in", 5),
        "is" => ("is", 5),
        "else" or "by" or "where" or "catch" or "finally" => ("", 0),
        _ => _cursor.Ahead(1) is { Kind: Name or Number or Text or TokenKind.Template or OpenRound or OpenCurly or Minus } next && (!next.FirstOnLine || _round > 0) ? ("infix", 8) : ("", 0),
    };

    private Expression Unary()
    {
        var line = _cursor.Line;
        if (_cursor.Kind == At)
            Annotations();
        if (_cursor.Kind is not (Plus or Minus or Bang or Increment))
            return Postfix();
        var sign = _cursor.Kind == Minus ? "-" : _cursor.Kind == Bang ? "!" : "+";
        if (!_cursor.Enter())
            return new Expression.Unknown(line);
        _cursor.Advance();
        var operand = Unary();
        _cursor.Leave();
        return new Expression.Operation(sign, [operand], line);
    }

    private Expression.Template ReadTemplate()
    {
        var token = _cursor.Token;
        var literal = _cursor.Characters;
        var raw = literal.StartsWith("\"\"\"");
        var quotes = raw ? 3 : 1;
        var (at, end) = (token.Start + quotes, token.Start + token.Length - (literal.EndsWith("\"") && literal.Length >= 2 * quotes ? quotes : 0));
        _cursor.Advance();
        var pieces = new TemplateReader(_cursor, _facts, _nested).Pieces(at, end, raw, token.Line);
        return new Expression.Template(pieces, token.Line);
    }
}
