using Sextant.Discovery.Code.Facts;
using static Sextant.Discovery.Code.Jvm.TokenKind;

namespace Sextant.Discovery.Code.Java;

/// <summary>Types and annotations.</summary>
internal sealed partial class JavaParser
{
    /// <summary>The index of the token behind a type that begins at a token; -1 if none does.</summary>
    private int SkipType(int at)
    {
        at = SkipAnnotations(at);
        if (_cursor.At(at).Kind != Name || IsReserved(_cursor.CharactersAt(at)))
            return -1;
        at = SkipArguments(at + 1);
        while (at > 0 && _cursor.At(at).Kind == Dot && _cursor.At(at + 1).Kind == Name)
            at = SkipArguments(at + 2);
        while (at > 0 && _cursor.At(at).Kind == OpenSquare && _cursor.At(at + 1).Kind == CloseSquare)
            at += 2;
        return at;
    }

    private int SkipAnnotations(int at)
    {
        while (_cursor.At(at).Kind == At && _cursor.At(at + 1).Kind == Name)
        {
            at += 2;
            while (_cursor.At(at).Kind == Dot && _cursor.At(at + 1).Kind == Name)
                at += 2;
            if (_cursor.At(at) is { Kind: OpenRound, Link: > 0 } open)
                at = open.Link + 1;
        }

        return at;
    }

    /// <summary>Steps over <c>&lt;…&gt;</c>, if it is there; -1 if it cannot be arguments of a type.</summary>
    private int SkipArguments(int at)
    {
        if (_cursor.At(at).Kind != Less)
            return at;
        var depth = 0;
        for (var i = at; i < at + 300; i++)
        {
            switch (_cursor.At(i).Kind)
            {
                case Less:
                    depth++;
                    break;
                case Greater when --depth == 0:
                    return i + 1;
                case Greater or Name or Comma or Dot or Question or Ampersand or OpenSquare or CloseSquare:
                    break;
                case At when SkipAnnotations(i) is var behind && behind > i:
                    i = behind - 1;
                    break;
                default:
                    return -1;
            }
        }

        return -1;
    }

    private static bool IsReserved(ReadOnlySpan<char> word) => word is "new" or "return" or "throw" or "if" or "else" or "for" or "while" or "do" or "switch" or "case"
        or "try" or "catch" or "finally" or "this" or "super" or "true" or "false" or "null" or "instanceof" or "class" or "interface" or "enum" or "import" or "package"
        or "assert" or "break" or "continue" or "static" or "final" or "public" or "private" or "protected" or "abstract" or "synchronized" or "default" or "extends" or "implements";

    private static bool IsPrimitive(ReadOnlySpan<char> word) =>
        word is "int" or "long" or "short" or "byte" or "char" or "boolean" or "float" or "double" or "void";

    /// <summary>A type; a wildcard is unknown, an array a sequence of its type.</summary>
    private Expression Type()
    {
        Annotations();
        var line = _cursor.Line;
        if (_cursor.Take(Question))
        {
            if (!_cursor.Take("extends") && !_cursor.Take("super"))
                return new Expression.Unknown(line);
            return Type();
        }

        if (!_cursor.Enter())
            return new Expression.Unknown(line);
        Expression type = new Expression.Name(_cursor.TakeName(), line);
        type = TypeArguments(type);
        while (_cursor.Kind == Dot && _cursor.Ahead(1).Kind is Name or At)
        {
            _cursor.Advance();
            Annotations();
            type = TypeArguments(new Expression.Member(type, _cursor.TakeName(), line));
        }

        _cursor.Leave();
        return Dimensions(type);
    }

    private Expression Dimensions(Expression type)
    {
        Annotations();
        while (_cursor.Kind == OpenSquare && _cursor.Ahead(1).Kind == CloseSquare)
        {
            _cursor.Advance();
            _cursor.Advance();
            type = new Expression.Sequence([type], type.Line);
        }

        return type;
    }

    private Expression TypeArguments(Expression type)
    {
        if (!_cursor.Take(Less))
            return type;
        var arguments = new List<Expression>();
        while (_cursor.Kind is not (Greater or End))
        {
            arguments.Add(Type());
            while (_cursor.Take(Ampersand))
                Type();
            if (!_cursor.Take(Comma))
                break;
        }

        _cursor.Expect(Greater);
        return arguments.Count == 0 ? type : new Expression.Element(type, arguments.Count == 1 ? arguments[0] : new Expression.Sequence(arguments, type.Line), type.Line);
    }

    private List<Expression> Annotations()
    {
        var found = new List<Expression>();
        while (_cursor.Kind == At && !_cursor.IsAt(_cursor.Index + 1, "interface"))
            found.Add(Annotation());
        return found;
    }

    private Expression Annotation()
    {
        var line = _cursor.Line;
        _cursor.Advance();
        Expression name = new Expression.Name(_cursor.TakeName(), line);
        while (_cursor.Kind == Dot && _cursor.Ahead(1).Kind == Name)
        {
            _cursor.Advance();
            name = new Expression.Member(name, _cursor.TakeName(), line);
        }

        if (_cursor.Kind != OpenRound || !_cursor.Enter())
            return name;
        _cursor.Advance();
        var arguments = new List<Argument>();
        while (_cursor.Kind is not (CloseRound or End))
        {
            string? keyword = null;
            if (_cursor.Kind == Name && _cursor.Ahead(1).Kind == Equal)
            {
                keyword = _cursor.TakeName();
                _cursor.Advance();
            }

            arguments.Add(new Argument(keyword == "value" ? null : keyword, Initializer()));
            if (!_cursor.Take(Comma))
                break;
        }

        var end = _cursor.Line;
        _cursor.Expect(CloseRound);
        _cursor.Leave();
        return new Expression.Call(name, arguments, line) { EndLine = end };
    }

    /// <summary>An expression, an annotation, or <c>{a, b}</c>.</summary>
    private Expression Initializer()
    {
        if (_cursor.Kind == At)
            return Annotation();
        if (_cursor.Kind != OpenCurly)
            return ReadExpression();
        var line = _cursor.Line;
        if (!_cursor.Enter())
            return new Expression.Unknown(line);
        _cursor.Advance();
        var items = new List<Expression>();
        while (_cursor.Kind is not (CloseCurly or End))
        {
            items.Add(Initializer());
            if (!_cursor.Take(Comma))
                break;
        }

        _cursor.Expect(CloseCurly);
        _cursor.Leave();
        return new Expression.Sequence(items, line);
    }
}
