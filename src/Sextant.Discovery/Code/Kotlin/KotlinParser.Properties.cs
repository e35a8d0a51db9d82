using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Jvm;
using static Sextant.Discovery.Code.Jvm.TokenKind;

namespace Sextant.Discovery.Code.Kotlin;

/// <summary>Properties and variables.</summary>
internal sealed partial class KotlinParser
{
    private void Property(List<Expression> annotations)
    {
        _cursor.Advance();
        if (_cursor.Kind == Less)
            SkipTypeArguments();
        var line = _cursor.Line;
        if (_cursor.Kind == OpenRound)
        {
            Destructuring(line);
            return;
        }

        var name = FunctionName();
        var type = _cursor.Take(Colon) ? Type() : null;
        SkipConstraints();
        var value = Value(name);
        value = Accessors() ?? value;
        if (_cursor.Failure is null)
            _facts.Assign(name, value ?? Injection.Of(annotations), type, line);
    }

    /// <summary>What a property is set to, or delegated to.</summary>
    private Expression? Value(string name)
    {
        if (_cursor.Take("by"))
            return Delegated(ReadExpression());
        if (!_cursor.Take(Equal))
            return null;
        _name = name;
        var value = ReadExpression();
        _name = "";
        return value;
    }

    // by lazy { x } is x.
    private Expression Delegated(Expression value) =>
        value is Expression.Call { Callee: Expression.Name { Id: "lazy" }, Arguments: [.., { Value: Expression.Function { Scope: var scope } }] } && TakeReturn(scope) is { } last ? last : value;

    private Expression? TakeReturn(int scope)
    {
        for (var i = _facts.Count - 1; i >= Math.Max(0, _facts.Count - 200); i--)
        {
            if (_facts[i] is not Statement.Return { Value: { } value } || _facts[i].Scope != scope)
                continue;
            _facts.RemoveAt(i);
            return value;
        }

        return null;
    }

    private void Destructuring(int line)
    {
        var names = new List<string>();
        _cursor.Advance();
        while (_cursor.Kind is not (CloseRound or End))
        {
            Annotations();
            names.Add(_cursor.TakeName());
            if (_cursor.Take(Colon))
                Type();
            if (!_cursor.Take(Comma))
                break;
        }

        _cursor.Expect(CloseRound);
        if (!_cursor.Take(Equal))
            return;
        var value = ReadExpression();
        for (var i = 0; i < names.Count && _cursor.Failure is null; i++)
            _facts.Assign(names[i], new Expression.Element(value, new Expression.Number(i.ToString(System.Globalization.CultureInfo.InvariantCulture), line), line), null, line);
    }

    /// <summary>The getter and setter of a property; what the getter gives, if it is one expression.</summary>
    private Expression? Accessors()
    {
        Expression? value = null;
        while (_cursor.Failure is null)
        {
            var at = _cursor.Index;
            if (_cursor.At(at).Kind == Semicolon)
                at++;
            while (_cursor.IsAt(at, "private") || _cursor.IsAt(at, "protected") || _cursor.IsAt(at, "internal"))
                at++;
            var getter = _cursor.IsAt(at, "get");
            if ((getter || _cursor.IsAt(at, "set")) && _cursor.At(_cursor.Index).FirstOnLine && (_cursor.At(at + 1).FirstOnLine || _cursor.At(at + 1).Kind == CloseCurly))
            {
                _cursor.JumpTo(at + 1);
                continue;
            }

            if (!getter && !_cursor.IsAt(at, "set") || _cursor.At(at + 1) is not { Kind: OpenRound, Link: > 0 } open || !IsAccessor(open.Link + 1))
                return value;
            _cursor.JumpTo(open.Link + 1);
            if (_cursor.Take(Colon))
                Type();
            if (_cursor.Kind == OpenCurly)
                Accessor(getter ? "get" : "set");
            else if (_cursor.Take(Equal))
            {
                var given = ReadExpression();
                value = getter ? given : value;
                if (!getter)
                    _facts.Evaluate(given);
            }
        }

        return value;
    }

    private bool IsAccessor(int after) => _cursor.At(after).Kind is Equal or OpenCurly or Colon;

    private void Accessor(string name)
    {
        _facts.Open(ScopeKind.Function, name, _cursor.Line, _cursor.Line);
        _facts.Describe(s => s with { IsValue = true });
        Block();
        _facts.Close(_cursor.LastLine);
    }
}
