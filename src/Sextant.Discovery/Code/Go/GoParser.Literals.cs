using Sextant.Discovery.Code.Facts;

namespace Sextant.Discovery.Code.Go;

/// <summary>Composite literals: lists, maps, and objects of struct types.</summary>
internal sealed partial class GoParser
{
    private bool IsComposite(Expression type) => type switch
    {
        Expression.Name { Id: StructType } => true,
        Expression.Element { Target: Expression.Name { Id: ListType or MapType } } => true,
        Expression.Name or Expression.Member { Target: Expression.Name } or Expression.Element { Target: Expression.Name or Expression.Member } => _level >= 0,
        _ => false,
    };

    private Expression Composite(Expression type)
    {
        if (_depth >= MaxDepth)
        {
            _cursor.Error("a literal is too deep");
            _cursor.SkipBrackets();
            _height = 1;
            return new Expression.Unknown(type.Line);
        }

        _depth++;
        var (level, name) = (_level, _functionName);
        (_level, _functionName) = (0, "");
        var line = _cursor.Line;
        var height = _height;
        var elements = Elements(ElementType(type));
        _height = Math.Max(height, _height) + 3;
        (_level, _functionName) = (level, name);
        _depth--;
        return Made(type, elements, line);
    }

    private Expression Made(Expression type, List<(Expression? Key, Expression Value)> elements, int line) => type switch
    {
        Expression.Element { Target: Expression.Name { Id: ListType } } => new Expression.Sequence([.. elements.Select(e => e.Value)], line),
        Expression.Element { Target: Expression.Name { Id: MapType } } => new Expression.Mapping([.. elements.Select(e => (e.Key ?? new Expression.Unknown(line), e.Value))], line),
        Expression.Name { Id: StructType } when elements.Exists(e => e.Key is null) => new Expression.Sequence([.. elements.Select(e => e.Value)], line),
        Expression.Name { Id: StructType } => Fields(elements, line),
        // A named map is written like an object, but its keys are no names.
        _ when elements.Exists(e => e.Key is not (null or Expression.Name)) => new Expression.Mapping([.. elements.Select(e => (e.Key ?? new Expression.Unknown(line), e.Value))], line),
        _ => new Expression.Call(type, [.. elements.Select(e => new Argument((e.Key as Expression.Name)?.Id, e.Value))], type.Line) { EndLine = _cursor.LastLine },
    };

    private static Expression.Mapping Fields(List<(Expression? Key, Expression Value)> elements, int line) =>
        new([.. elements.Select(e => (e.Key is Expression.Name name ? new Expression.Text(name.Id, name.Line) : e.Key, e.Value))], line);

    /// <summary>The type that elements without one of their own have; null if it is not known.</summary>
    private static Expression? ElementType(Expression type) => type switch
    {
        Expression.Element { Target: Expression.Name { Id: ListType }, Index: var of } => of,
        Expression.Element { Target: Expression.Name { Id: MapType }, Index: Expression.Sequence { Items: [_, var value] } } => value,
        _ => null,
    };

    private List<(Expression? Key, Expression Value)> Elements(Expression? type)
    {
        var elements = new List<(Expression? Key, Expression Value)>();
        var height = 1;
        _cursor.Expect('{');
        while (!_cursor.IsEnd && !_cursor.Is('}'))
        {
            var before = _cursor.Position;
            var first = Element(type);
            height = Math.Max(height, _height);
            if (_cursor.Accept(':'))
            {
                _functionName = first is Expression.Name name ? name.Id : "";
                elements.Add((first, Element(type)));
                _functionName = "";
                height = Math.Max(height, _height);
            }
            else
            {
                elements.Add((null, first));
            }

            if (!_cursor.Accept(',') && (!_cursor.Is('}') || _cursor.Position == before))
                break;
        }

        if (!_cursor.Expect('}'))
            SkipRest();
        _height = height;
        return elements;
    }

    // What cannot be read of a literal costs the literal, and not what follows it.
    private void SkipRest()
    {
        var depth = 1;
        for (; !_cursor.IsEnd && depth > 0; _cursor.Next())
        {
            if (_cursor.Is('{'))
                depth++;
            else if (_cursor.Is('}'))
                depth--;
        }
    }

    private Expression Element(Expression? type)
    {
        if (!_cursor.Is('{'))
            return Value();
        _height = 1;
        return Composite(type ?? new Expression.Name(StructType, _cursor.Line));
    }
}
