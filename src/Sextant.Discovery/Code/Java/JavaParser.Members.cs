using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Jvm;
using static Sextant.Discovery.Code.Jvm.TokenKind;

namespace Sextant.Discovery.Code.Java;

/// <summary>Types and their members.</summary>
internal sealed partial class JavaParser
{
    /// <summary>The name of a constructor's scope.</summary>
    internal const string Constructor = "constructor";

    /// <summary>Reads a member of a type, or of the file if the type is empty.</summary>
    private void Member(string type)
    {
        var line = _cursor.Line;
        var annotations = Modifiers();
        if (_cursor.Kind == OpenCurly)
            Block();
        else if (!TypeDeclaration(annotations, line))
            MethodOrField(type, annotations, line);
    }

    private List<Expression> Modifiers()
    {
        var annotations = new List<Expression>();
        while (true)
        {
            annotations.AddRange(Annotations());
            if (_cursor.Kind != Name || !IsModifier())
                return annotations;
            _cursor.Advance();
        }
    }

    private bool IsModifier()
    {
        switch (_cursor.Characters)
        {
            case "public" or "private" or "protected" or "static" or "final" or "abstract" or "native" or "synchronized" or "transient" or "volatile" or "strictfp":
                return true;
            case "sealed" or "default":
                return _cursor.Ahead(1).Kind is Name or At or Less;
            case "non" when _cursor.Ahead(1).Kind == Minus:
                _cursor.Advance();
                _cursor.Advance();
                return true;
            default:
                return false;
        }
    }

    private bool TypeDeclaration(List<Expression> annotations, int line)
    {
        if (_cursor.Kind == At)
            _cursor.Advance();
        else if (!StartsType())
            return false;
        var isRecord = _cursor.Is("record");
        var isEnum = _cursor.Is("enum");
        _cursor.Advance();
        var nameLine = _cursor.Line;
        var name = _cursor.TakeName();
        SkipTypeParameters();
        if (_cursor.Failure is not null || !_cursor.Enter())
            return true;
        _facts.Open(ScopeKind.Class, name, line, nameLine);
        if (isRecord && _cursor.Kind == OpenRound)
            Components();
        var bases = Bases();
        _facts.Describe(s => s with { Decorators = annotations, Bases = bases });
        Body(name, isEnum);
        _facts.Close(_cursor.LastLine);
        _cursor.Leave();
        return true;
    }

    private bool StartsType() => _cursor.Kind == Name && _cursor.Ahead(1).Kind == Name && (_cursor.Characters is "class" or "interface" or "enum"
        || _cursor.Is("record") && _cursor.Ahead(2).Kind is OpenRound or Less);

    private void SkipTypeParameters()
    {
        if (_cursor.Kind != Less)
            return;
        var after = SkipArguments(_cursor.Index);
        if (after < 0)
            _cursor.Fail("type parameters cannot be read");
        else
            _cursor.JumpTo(after);
    }

    private void Components()
    {
        foreach (var component in Parameters())
            _facts.Assign(component.Name, component.Default, component.Type, component.Line);
    }

    private List<Expression> Bases()
    {
        var bases = new List<Expression>();
        while (_cursor.Take("extends") || _cursor.Take("implements") || _cursor.Is("permits"))
        {
            var permits = _cursor.Take("permits");
            do
            {
                var type = Type();
                if (!permits)
                    bases.Add(type);
            }
            while (_cursor.Take(Comma));
        }

        return bases;
    }

    private void Body(string name, bool isEnum)
    {
        if (_cursor.Kind != OpenCurly)
        {
            _cursor.Expect(OpenCurly);
            return;
        }

        var close = _cursor.Token.Link;
        _cursor.Advance();
        if (isEnum)
            Constants(name);
        while (_cursor.Kind is not (CloseCurly or End) && !_facts.IsFull)
        {
            var start = _cursor.Index;
            if (!_cursor.Take(Semicolon))
                Member(name);
            AfterMember(start, close);
        }

        _cursor.Expect(CloseCurly);
    }

    // A member that failed must not take the closing bracket of its type with it.
    private void AfterMember(int start, int close)
    {
        AfterStatement(start);
        if (close > 0 && _cursor.Index > close)
            _cursor.JumpTo(close);
    }

    private void Constants(string type)
    {
        while (_cursor.Kind is not (Semicolon or CloseCurly or End))
        {
            Annotations();
            var line = _cursor.Line;
            var name = _cursor.TakeName();
            var call = Creation(new Expression.Name(type, line), line);
            _facts.Assign(name, call, null, line);
            if (!_cursor.Take(Comma))
                break;
        }
    }

    private void MethodOrField(string type, List<Expression> annotations, int line)
    {
        SkipTypeParameters();
        annotations.AddRange(Annotations());
        var nameLine = _cursor.Line;
        if (type.Length > 0 && _cursor.Is(type) && _cursor.Ahead(1).Kind is OpenRound or OpenCurly)
        {
            _cursor.Advance();
            Method(Constructor, null, annotations, line, nameLine);
            return;
        }

        var declared = Type();
        nameLine = _cursor.Line;
        if (_cursor.Kind == Name && _cursor.Ahead(1).Kind == OpenRound)
            Method(_cursor.TakeName(), declared, annotations, line, nameLine);
        else
            Declarators(declared is Expression.Name { Id: "var" } ? null : declared, annotations);
    }

    private void Method(string name, Expression? returns, List<Expression> annotations, int line, int nameLine)
    {
        if (!_cursor.Enter())
            return;
        _facts.Open(ScopeKind.Function, name, line, nameLine);
        List<Parameter> parameters = _cursor.Kind == OpenRound ? Parameters() : [];
        _facts.Describe(s => s with { Decorators = annotations, Parameters = parameters, Returns = returns });
        while (_cursor.Kind == OpenSquare)
            _cursor.JumpTo(_cursor.Index + 2);
        if (_cursor.Take("throws"))
        {
            do
                Type();
            while (_cursor.Take(Comma));
        }

        if (_cursor.Take("default"))
            _facts.Return(Initializer(), nameLine);
        if (_cursor.Kind == OpenCurly)
            Block();
        else
            _cursor.Expect(Semicolon);
        _facts.Close(_cursor.LastLine);
        _cursor.Leave();
    }

    private List<Parameter> Parameters()
    {
        var parameters = new List<Parameter>();
        _cursor.Expect(OpenRound);
        while (_cursor.Kind is not (CloseRound or End))
        {
            var annotations = Modifiers();
            var line = _cursor.Line;
            var type = Type();
            if (_cursor.Take(Ellipsis))
                type = new Expression.Sequence([type], line);
            if (_cursor.Take("this"))
                continue;
            var name = _cursor.TakeName();
            type = Dimensions(type);
            if (name.Length > 0)
                parameters.Add(new Parameter(name, type, Injection.Of(annotations), line));
            if (!_cursor.Take(Comma))
                break;
        }

        _cursor.Expect(CloseRound);
        return parameters;
    }

    /// <summary>Names with their values, up to the semicolon.</summary>
    private void Declarators(Expression? type, List<Expression> annotations)
    {
        do
        {
            var line = _cursor.Line;
            var name = _cursor.TakeName();
            var own = type is null ? null : Dimensions(type);
            Expression? value = null;
            if (_cursor.Take(Equal))
            {
                _name = name;
                value = Initializer();
                _name = "";
            }

            if (_cursor.Failure is null)
                _facts.Assign(name, value ?? Injection.Of(annotations), own, line);
        }
        while (_cursor.Take(Comma));
        _cursor.Expect(Semicolon);
    }
}
