using Sextant.Discovery.Code.Facts;

namespace Sextant.Discovery.Code.Go;

/// <summary>Types, as expressions: a pointer is what it points to, a collection is an element of its kind.</summary>
internal sealed partial class GoParser
{
    // Names that no program can have.
    private const string ListType = "[]";
    private const string MapType = "map[]";
    private const string StructType = "struct{}";

    private void TypeDeclaration()
    {
        var line = _cursor.Line;
        var name = _cursor.Name();
        if (_cursor.Is('[') && HasTypeParameters())
            _cursor.SkipBrackets();
        _cursor.Accept('=');
        if (_cursor.Is(GoKeyword.Struct) || _cursor.Is(GoKeyword.Interface))
        {
            var isStruct = _cursor.Is(GoKeyword.Struct);
            var number = _scope == 0 ? _scopes.Class(name, line) : _scopes.Open(_scope, ScopeKind.Class, name, line);
            _scopes.Change(number, s => s with { NameLine = line });
            _cursor.Next();
            if (isStruct)
                Fields(number);
            else
                Methods(number);
            _scopes.Close(number, _cursor.LastLine);
            return;
        }

        _statements.Add(new Statement.Assignment(_scope, new Expression.Name(name, line), Type(), null, line) { Always = _scope == 0 });
    }

    // [T any] has parameters, [N]T is an array, []T a list.
    private bool HasTypeParameters() =>
        _cursor.Peek().Kind == GoTokenKind.Name && !GoCursor.IsOperator(_cursor.Peek(2), ']') && !GoCursor.IsOperator(_cursor.Peek(2), '.');

    private void Fields(int type)
    {
        if (!_cursor.Expect('{'))
            return;
        while (!_cursor.IsEnd && !_cursor.Accept('}'))
        {
            var before = _cursor.Position;
            if (!_cursor.AcceptSemicolon())
            {
                Field(type);
                EndStatement();
            }

            if (_cursor.Position == before)
                _cursor.Next();
        }
    }

    private void Field(int type)
    {
        var line = _cursor.Line;
        if (!IsNamedField())
        {
            var embedded = Type();
            if (_cursor.Token.Kind == GoTokenKind.Text)
                _cursor.Next();
            _scopes.Change(type, s => s with { Bases = [.. s.Bases, embedded] });
            return;
        }

        var names = Names();
        var said = Type();
        var value = _cursor.Token.Kind == GoTokenKind.Text ? StructTag.Value(_cursor.Text()) : null;
        _statements.AddRange(names.Select(n => new Statement.Assignment(type, n, value, said, line)));
    }

    private bool IsNamedField()
    {
        if (_cursor.Token.Kind != GoTokenKind.Name)
            return false;
        var next = _cursor.Peek();
        if (GoCursor.IsOperator(next, '['))
            return StartsType(_cursor.AfterBrackets(1)) || GoCursor.IsOperator(_cursor.Peek(2), ']');
        return GoCursor.IsOperator(next, ',') || StartsType(next);
    }

    private void Methods(int type)
    {
        if (!_cursor.Expect('{'))
            return;
        while (!_cursor.IsEnd && !_cursor.Accept('}'))
        {
            if (_cursor.Token.Kind == GoTokenKind.Name && GoCursor.IsOperator(_cursor.Peek(), '('))
            {
                var line = _cursor.Line;
                var number = _scopes.Open(type, ScopeKind.Function, _cursor.Name(), line);
                // A method has its object first, as those with a body have.
                List<Parameter> parameters = [new Parameter("_", null, null, line), .. Parameters()];
                var result = Results();
                _scopes.Change(number, s => s with { Parameters = parameters, Returns = result });
            }

            var before = _cursor.Position;
            _cursor.SkipStatement();
            if (!_cursor.AcceptSemicolon() && !_cursor.Is('}') && _cursor.Position == before)
                _cursor.Next();
        }
    }

    private static bool StartsType(GoToken token) => token.Kind switch
    {
        GoTokenKind.Name => true,
        GoTokenKind.Operator => token.Code is '*' or '[' or '(' || token.Code == GoLexer.Code("<-"),
        GoTokenKind.Keyword => (GoKeyword)token.Code is GoKeyword.Func or GoKeyword.Map or GoKeyword.Chan or GoKeyword.Struct or GoKeyword.Interface,
        _ => false,
    };

    private Expression Type()
    {
        var line = _cursor.Line;
        if (_depth >= MaxDepth)
        {
            _cursor.Error("a type is too deep");
            _cursor.Next();
            _height = 1;
            return new Expression.Unknown(line);
        }

        _depth++;
        _height = 1;
        var type = TypeAt(line);
        _depth--;
        return Bounded(type, _height);
    }

    private Expression TypeAt(int line)
    {
        if (_cursor.Accept('*'))
            return Type();
        if (_cursor.Accept('('))
        {
            var inner = Type();
            _cursor.Expect(')');
            return inner;
        }

        if (_cursor.Token.Kind != GoTokenKind.Name)
            return TypeLiteral(line) ?? NoType(line);
        Expression named = new Expression.Name(_cursor.Name(), line);
        if (_cursor.Accept('.'))
            named = new Expression.Member(named, _cursor.Name(), line);
        if (!_cursor.Is('[') || GoCursor.IsOperator(_cursor.Peek(), ']'))
            return named;
        _cursor.Next();
        return TypeArguments(named, line);
    }

    private Expression.Unknown NoType(int line)
    {
        _cursor.Error("a type is missing");
        return new Expression.Unknown(line);
    }

    private Expression.Element TypeArguments(Expression named, int line)
    {
        var arguments = new List<Expression>();
        var height = 2;
        while (!_cursor.IsEnd && !_cursor.Is(']'))
        {
            arguments.Add(_cursor.Token.Kind == GoTokenKind.Number ? Value() : Type());
            height = Math.Max(height, _height);
            if (!_cursor.Accept(','))
                break;
        }

        _cursor.Expect(']');
        _height = height + 2;
        return new Expression.Element(named, arguments is [var one] ? one : new Expression.Sequence(arguments, line), line);
    }

    /// <summary>A type that is written out; null if none stands here.</summary>
    private Expression? TypeLiteral(int line)
    {
        if (_cursor.Is('['))
        {
            if (GoCursor.IsOperator(_cursor.Peek(), ']'))
                _cursor.Next();
            else
                SkipLength();
            _cursor.Accept(']');
            return Of(ListType, line);
        }

        if (_cursor.Accept("<-") || _cursor.Is(GoKeyword.Chan))
        {
            _cursor.Accept(GoKeyword.Chan);
            _cursor.Accept("<-");
            return Of("chan", line);
        }

        if (_cursor.Accept(GoKeyword.Map))
            return MapOf(line);
        if (_cursor.Accept(GoKeyword.Func))
        {
            Signature();
            _height = 1;
            return new Expression.Name("func", line);
        }

        return Members(line);
    }

    // The length of an array says nothing that matters.
    private void SkipLength()
    {
        _cursor.Next();
        if (!_cursor.Accept("..."))
            Value();
        _height = 1;
    }

    private Expression.Element MapOf(int line)
    {
        _cursor.Expect('[');
        var key = Type();
        var height = _height;
        _cursor.Expect(']');
        var value = Type();
        _height = Math.Max(height, _height) + 2;
        return new Expression.Element(new Expression.Name(MapType, line), new Expression.Sequence([key, value], line), line);
    }

    private Expression.Element Of(string kind, int line)
    {
        var type = Type();
        _height++;
        return new Expression.Element(new Expression.Name(kind, line), type, line);
    }

    private Expression.Name? Members(int line)
    {
        var isStruct = _cursor.Is(GoKeyword.Struct);
        if (!isStruct && !_cursor.Is(GoKeyword.Interface))
            return null;
        _cursor.Next();
        if (_cursor.Is('{'))
            _cursor.SkipBrackets();
        return new Expression.Name(isStruct ? StructType : "any", line);
    }

    private (List<Parameter> Parameters, Expression? Result) Signature() => (_cursor.Is('(') ? Parameters() : [], Results());
}
