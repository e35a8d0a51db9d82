using Sextant.Discovery.Code.Facts;
using static Sextant.Discovery.Code.Jvm.TokenKind;

namespace Sextant.Discovery.Code.Kotlin;

/// <summary>Functions and objects that are written as values.</summary>
internal sealed partial class KotlinParser
{
    private Expression.Function Lambda()
    {
        var line = _cursor.Line;
        var close = _cursor.Token.Link;
        if (!_cursor.Enter())
            return new Expression.Function(0, line);
        var scope = _facts.Open(ScopeKind.Function, _name, line, line);
        _name = "";
        _cursor.Expect(OpenCurly);
        var parameters = LambdaParameters(close);
        _facts.Describe(s => s with { Parameters = parameters, IsValue = true });
        var last = new List<Expression>();
        StatementsUntil(close, last);
        _cursor.Expect(CloseCurly);
        if (last.Count > 0)
            _facts.Return(last[0], last[0].Line);
        _facts.Close(_cursor.LastLine);
        _cursor.Leave();
        return new Expression.Function(scope, line);
    }

    private List<Parameter> LambdaParameters(int close)
    {
        var parameters = new List<Parameter>();
        var arrow = _cursor.Index;
        while (arrow < close && _cursor.At(arrow).Kind is Name or Comma or Colon or Less or Greater or Question or Dot or Star or OpenRound)
        {
            // Two words in a row begin a declaration.
            if (_cursor.At(arrow).Kind == Name && _cursor.At(arrow + 1).Kind == Name)
                return parameters;
            arrow = _cursor.At(arrow) is { Kind: OpenRound, Link: var link } ? link > arrow ? link + 1 : close : arrow + 1;
        }

        if (arrow >= close || _cursor.At(arrow).Kind != Arrow)
            return parameters;
        while (_cursor.Kind is not (Arrow or End))
        {
            var line = _cursor.Line;
            if (_cursor.Kind == OpenRound)
                _cursor.JumpTo(_cursor.Token.Link + 1);
            else
                parameters.Add(new Parameter(_cursor.TakeName(), _cursor.Take(Colon) ? Type() : null, null, line));
            if (!_cursor.Take(Comma))
                break;
        }

        _cursor.Expect(Arrow);
        return parameters;
    }

    private Expression Anonymous(int line)
    {
        _cursor.Advance();
        if (!_cursor.Enter())
            return new Expression.Unknown(line);
        _facts.Open(ScopeKind.Class, "", line, line);
        var bases = Bases();
        _facts.Describe(s => s with { Bases = bases, IsValue = true });
        if (_cursor.Kind == OpenCurly)
            Body("");
        _facts.Close(_cursor.LastLine);
        _cursor.Leave();
        return bases.Count > 0 ? new Expression.Call(bases[0], [], line) { EndLine = _cursor.LastLine } : new Expression.Unknown(line);
    }

    private Expression AnonymousFunction(int line)
    {
        _cursor.Advance();
        if (!_cursor.Enter())
            return new Expression.Unknown(line);
        var scope = _facts.Open(ScopeKind.Function, _name, line, line);
        _name = "";
        var parameters = Parameters();
        var returns = _cursor.Take(Colon) ? Type() : null;
        _facts.Describe(s => s with { Parameters = parameters, Returns = returns, IsValue = true });
        FunctionBody();
        _facts.Close(_cursor.LastLine);
        _cursor.Leave();
        return new Expression.Function(scope, line);
    }
}
