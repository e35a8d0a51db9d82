using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Jvm;
using static Sextant.Discovery.Code.Jvm.TokenKind;

namespace Sextant.Discovery.Code.Kotlin;

/// <summary>Classes, objects, functions, properties.</summary>
internal sealed partial class KotlinParser
{
    /// <summary>A declaration; false, with nothing read, if none begins here.</summary>
    private bool Declaration()
    {
        var (start, line) = (_cursor.Index, _cursor.Line);
        var annotations = Modifiers();
        switch (_cursor.Kind == Name ? _cursor.Characters : "")
        {
            case "class" or "interface" when _cursor.Ahead(1).Kind == Name:
                Class(annotations, line);
                return true;
            case "object" when _cursor.Ahead(1).Kind is Name or OpenCurly or Colon && (_cursor.Ahead(1).Kind == Name || _cursor.Index > start && _cursor.IsAt(_cursor.Index - 1, "companion")):
                Object(annotations, line);
                return true;
            case "fun" when _cursor.Ahead(1).Kind is Name or Less || _cursor.Ahead(1).Kind == OpenRound && HasReceiver():
                Function(annotations, line);
                return true;
            case "val" or "var":
                Property(annotations);
                return true;
            case "typealias":
                Alias();
                return true;
            case "constructor" when _cursor.Ahead(1).Kind == OpenRound:
                SecondaryConstructor(line);
                return true;
            case "init" when _cursor.Ahead(1).Kind == OpenCurly:
                _cursor.Advance();
                Block();
                return true;
            default:
                if (_cursor.Failure is null)
                    _cursor.JumpTo(annotations.Count > 0 ? _cursor.Index : start);
                return false;
        }
    }

    private bool HasReceiver() => _cursor.Ahead(1).Link is > 0 and var close && _cursor.At(close + 1).Kind == Dot;

    private void Class(List<Expression> annotations, int line)
    {
        var isEnum = _cursor.Index > 0 && _cursor.IsAt(_cursor.Index - 1, "enum");
        _cursor.Advance();
        var nameLine = _cursor.Line;
        var name = _cursor.TakeName();
        if (_cursor.Kind == Less)
            SkipTypeArguments();
        if (!_cursor.Enter())
            return;
        _facts.Open(ScopeKind.Class, name, line, nameLine);
        while (_cursor.Kind == At || _cursor.Kind == Name && (_cursor.Characters is "private" or "internal" or "protected" or "public" or "constructor") && !_cursor.AtLineStart)
            PrimaryConstructorModifier();
        if (_cursor.Is("constructor"))
            _cursor.Advance();
        if (_cursor.Kind == OpenRound)
            PrimaryConstructor();
        var bases = Bases();
        _facts.Describe(s => s with { Decorators = annotations, Bases = bases });
        SkipConstraints();
        if (_cursor.Kind == OpenCurly)
            Body(isEnum ? name : "");
        _facts.Close(_cursor.LastLine);
        _cursor.Leave();
    }

    private void PrimaryConstructorModifier()
    {
        if (_cursor.Kind == At)
            Annotations();
        else
            _cursor.Advance();
    }

    private void PrimaryConstructor()
    {
        foreach (var parameter in Parameters())
            _facts.Assign(parameter.Name, parameter.Default, parameter.Type, parameter.Line);
    }

    private void SkipConstraints()
    {
        if (!_cursor.Take("where"))
            return;
        do
        {
            _cursor.TakeName();
            _cursor.Expect(Colon);
            Type();
        }
        while (_cursor.Take(Comma));
    }

    private List<Expression> Bases()
    {
        var bases = new List<Expression>();
        if (!_cursor.Take(Colon))
            return bases;
        do
        {
            bases.Add(Type());
            if (_cursor.Kind == OpenRound)
            {
                var (arguments, end) = Arguments();
                if (arguments.Count > 0)
                    _facts.Evaluate(new Expression.Call(bases[^1], arguments, bases[^1].Line) { EndLine = end });
            }

            if (_cursor.Take("by"))
                Delegate();
        }
        while (_cursor.Take(Comma));
        return bases;
    }

    // The braces behind it are the body of the class.
    private void Delegate()
    {
        _bare = true;
        _facts.Evaluate(ReadExpression());
        _bare = false;
    }

    private void Object(List<Expression> annotations, int line)
    {
        var companion = _cursor.Index > 0 && _cursor.IsAt(_cursor.Index - 1, "companion");
        _cursor.Advance();
        var nameLine = _cursor.Line;
        var name = _cursor.Kind == Name ? _cursor.TakeName() : "";
        if (!_cursor.Enter())
            return;
        if (companion)
        {
            // What a companion has is read as what its class has.
            Bases();
            if (_cursor.Kind == OpenCurly)
                Body("");
        }
        else
        {
            _facts.Open(ScopeKind.Class, name, line, nameLine);
            var bases = Bases();
            _facts.Describe(s => s with { Decorators = annotations, Bases = bases });
            if (_cursor.Kind == OpenCurly)
                Body("");
            _facts.Close(_cursor.LastLine);
        }

        _cursor.Leave();
    }

    private void Body(string enumeration)
    {
        var round = _round;
        _round = 0;
        var close = _cursor.Token.Link;
        _cursor.Expect(OpenCurly);
        if (enumeration.Length > 0)
            Constants(enumeration);
        while (_cursor.Kind is not (CloseCurly or End) && !_facts.IsFull)
        {
            var start = _cursor.Index;
            if (!_cursor.Take(Semicolon) && !Declaration())
                _cursor.Fail("a declaration was expected");
            AfterStatement(start, close);
        }

        _round = round;
        _cursor.Expect(CloseCurly);
    }

    private void Constants(string type)
    {
        while (_cursor.Kind is not (Semicolon or CloseCurly or End))
        {
            Annotations();
            var line = _cursor.Line;
            var name = _cursor.TakeName();
            var (arguments, end) = _cursor.Kind == OpenRound ? Arguments() : ([], line);
            if (_cursor.Kind == OpenCurly)
                Body("");
            _facts.Assign(name, new Expression.Call(new Expression.Name(type, line), arguments, line) { EndLine = end }, null, line);
            if (!_cursor.Take(Comma))
                break;
        }
    }

    private void Function(List<Expression> annotations, int line)
    {
        _cursor.Advance();
        if (_cursor.Kind == Less)
            SkipTypeArguments();
        var name = FunctionName();
        var nameLine = _cursor.Line;
        if (!_cursor.Enter())
            return;
        _facts.Open(ScopeKind.Function, name, line, nameLine);
        var parameters = Parameters();
        var returns = _cursor.Take(Colon) ? Type() : null;
        _facts.Describe(s => s with { Decorators = annotations, Parameters = parameters, Returns = returns });
        SkipConstraints();
        FunctionBody();
        _facts.Close(_cursor.LastLine);
        _cursor.Leave();
    }

    /// <summary>The name of a function or property, behind the type that it extends.</summary>
    private string FunctionName()
    {
        if (_cursor.Kind == OpenRound && _cursor.Token.Link > 0)
            _cursor.JumpTo(_cursor.Token.Link + 2);
        var name = _cursor.TakeName();
        while (true)
        {
            if (_cursor.Kind == Less)
                SkipTypeArguments();
            while (_cursor.Kind is Question)
                _cursor.Advance();
            if (_cursor.Kind is not (Dot or SafeDot))
                return name;
            _cursor.Advance();
            name = _cursor.TakeName();
        }
    }

    private void FunctionBody()
    {
        if (_cursor.Kind == OpenCurly)
            Block();
        else if (_cursor.Take(Equal))
        {
            var line = _cursor.Line;
            var value = ReadExpression();
            if (_cursor.Failure is null)
                _facts.Return(value, line);
        }
    }

    private void SecondaryConstructor(int line)
    {
        var nameLine = _cursor.Line;
        _cursor.Advance();
        _facts.Open(ScopeKind.Function, "constructor", line, nameLine);
        var parameters = Parameters();
        _facts.Describe(s => s with { Parameters = parameters });
        if (_cursor.Take(Colon))
            _facts.Evaluate(ReadExpression());
        if (_cursor.Kind == OpenCurly)
            Block();
        _facts.Close(_cursor.LastLine);
    }

    private List<Parameter> Parameters()
    {
        var parameters = new List<Parameter>();
        _cursor.Expect(OpenRound);
        while (_cursor.Kind is not (CloseRound or End))
        {
            var annotations = Modifiers();
            if (_cursor.Is("val") || _cursor.Is("var"))
                _cursor.Advance();
            var line = _cursor.Line;
            var name = _cursor.TakeName();
            var type = _cursor.Take(Colon) ? Type() : null;
            var standard = _cursor.Take(Equal) ? ReadExpression() : null;
            if (name.Length > 0)
                parameters.Add(new Parameter(name, type, standard ?? Injection.Of(annotations), line));
            if (!_cursor.Take(Comma))
                break;
        }

        _cursor.Expect(CloseRound);
        return parameters;
    }

    private void Alias()
    {
        _cursor.Advance();
        var line = _cursor.Line;
        var name = _cursor.TakeName();
        if (_cursor.Kind == Less)
            SkipTypeArguments();
        _cursor.Expect(Equal);
        var type = Type();
        if (_cursor.Failure is null)
            _facts.Assign(name, type, null, line);
    }
}
