using Sextant.Discovery.Code.Facts;
using static Sextant.Discovery.Code.TypeScript.TokenKind;

namespace Sextant.Discovery.Code.TypeScript;

/// <summary>Functions: declared, as values, and arrows.</summary>
internal sealed partial class TypeScriptParser
{
    /// <summary>Reads <c>async function* f() {}</c>; its name.</summary>
    private string FunctionDeclaration(string nameless)
    {
        var line = _cursor.Line;
        _cursor.Take("async");
        _cursor.Expect(Function);
        _cursor.Take(Star);
        var nameLine = _cursor.Line;
        var name = _cursor.AtWord ? _cursor.TakeWord() : nameless;
        FunctionRest(name, line, nameLine, isValue: false);
        return name;
    }

    private Expression.Function FunctionValue(int line)
    {
        _cursor.Advance();
        _cursor.Take(Star);
        var nameLine = _cursor.Line;
        var name = _cursor.AtWord ? _cursor.TakeWord() : "";
        return new Expression.Function(FunctionRest(name, line, nameLine, isValue: true), line);
    }

    /// <summary>Reads parameters, type and body of a function; the number of its scope. Without a body it names nothing.</summary>
    private int FunctionRest(string name, int line, int nameLine, bool isValue, IReadOnlyList<Expression>? decorators = null, bool keepsSignature = false)
    {
        SkipTypeParameters();
        var state = _scopes.Enter(ScopeKind.Function, name, line, nameLine);
        var parameters = Parameters();
        var returns = _cursor.Take(Colon) ? ReturnType() : null;
        var hasBody = _cursor.Kind == OpenCurly;
        if (hasBody)
            FunctionBody();
        else
            EndMember();
        var number = _scopes.Leave(state, _cursor.LastLine);
        var binds = !isValue && (hasBody || keepsSignature);
        _scopes.Change(number, s => s with
        {
            Name = binds || isValue ? s.Name : "", IsValue = !binds, Parameters = parameters, Returns = returns, Decorators = decorators ?? [],
        });
        return number;
    }

    private void FunctionBody()
    {
        var (choices, withoutIn) = (Interlude(), _withoutIn);
        _withoutIn = 0;
        var end = _cursor.Token.Link;
        _cursor.Open();
        Statements(end);
        (_choices, _withoutIn) = (choices, withoutIn);
    }

    private List<Parameter> Parameters()
    {
        var choices = Interlude();
        var parameters = new List<Parameter>();
        if (_cursor.Kind != OpenRound)
            _cursor.Fail("parameters are missing");
        _cursor.Open();
        while (_cursor.Kind is not (CloseRound or End))
        {
            if (OneParameter(parameters.Count) is { } parameter)
                parameters.Add(parameter);
            if (!_cursor.Take(Comma))
                break;
        }

        _cursor.Expect(CloseRound);
        _choices = choices;
        return parameters;
    }

    private Parameter? OneParameter(int position)
    {
        Decorators();
        var isField = false;
        while (_cursor.Kind == Name && IsModifier(_cursor.Characters) && (_cursor.Following.Kind is Name or OpenCurly or OpenSquare))
        {
            isField = true;
            _cursor.Advance();
        }

        var line = _cursor.Line;
        var isRest = _cursor.Take(Ellipsis);
        var target = Target();
        _cursor.Take(Question);
        var type = _cursor.Take(Colon) ? Type() : null;
        var standard = _cursor.Take(Equal) ? Assign() : null;
        if (_cursor.Failure is not null || target is Expression.Name { Id: "this" })
            return null;
        if (target is Expression.Name name)
        {
            if (isField)
                Add(new Statement.Assignment(_scopes[_scopes.Current].Parent, target, standard, type, line));
            return new Parameter(name.Id, isRest ? null : type, standard, line);
        }

        var whole = new Expression.Name($"{{{position}}}", line);
        Bind(target, whole, type, line);
        return new Parameter(whole.Id, type, standard, line);
    }

    private static bool IsModifier(ReadOnlySpan<char> word) => word is "public" or "private" or "protected" or "readonly" or "override";

    /// <summary>An arrow function, if one begins here.</summary>
    private Expression.Function? ArrowFunction()
    {
        if (_cursor.Failure is not null)
            return null;
        var start = _cursor.Index;
        if (_cursor.Is("async") && _cursor.Following is { FirstOnLine: false, Kind: Name or OpenRound or Less })
            start++;
        var first = _cursor.At(start);
        if (first.Kind is Name or Await or Yield && _cursor.At(start + 1) is { Kind: Arrow, FirstOnLine: false })
            return ArrowOfOne(start);
        var isArrow = first.Kind switch
        {
            OpenRound => IsArrow(start),
            Less => IsGenericArrow(start),
            _ => false,
        };
        return isArrow ? ArrowOfMany(start) : null;
    }

    private bool IsArrow(int open)
    {
        var close = _cursor.At(open).Link;
        if (close < 0)
            return false;
        var after = _cursor.At(close + 1);
        if (after.Kind != Colon || _cursor.Failure is not null)
            return after.Kind == Arrow;
        var inside = _cursor.At(open + 1).Kind;
        if (_choices > 0 || !MayTry || inside is not (CloseRound or Name or OpenCurly or OpenSquare or Ellipsis or This or At))
            return false;
        var back = _cursor.Index;
        _cursor.JumpTo(close + 2);
        ReturnType();
        var found = _cursor.Failure is null && _cursor.Kind == Arrow;
        GiveUp(back);
        return found;
    }

    private bool IsGenericArrow(int open)
    {
        if (_cursor.Failure is not null || !MayTry || _cursor.At(open + 1).Kind is not (Name or Const))
            return false;
        var back = _cursor.Index;
        _cursor.JumpTo(open);
        SkipTypeParameters();
        var found = _cursor.Failure is null && _cursor.Kind == OpenRound && IsArrow(_cursor.Index);
        GiveUp(back);
        return found;
    }

    private Expression.Function ArrowOfOne(int start)
    {
        var line = _cursor.Line;
        _cursor.JumpTo(start);
        var state = _scopes.Enter(ScopeKind.Function, "", line, line);
        var parameter = new Parameter(_cursor.TakeWord(), null, null, line);
        return ArrowRest(state, [parameter], null, line);
    }

    private Expression.Function ArrowOfMany(int start)
    {
        var line = _cursor.Line;
        _cursor.JumpTo(start);
        SkipTypeParameters();
        var state = _scopes.Enter(ScopeKind.Function, "", line, line);
        var parameters = Parameters();
        return ArrowRest(state, parameters, _cursor.Take(Colon) ? ReturnType() : null, line);
    }

    private Expression.Function ArrowRest((int Scope, int Blocks) state, List<Parameter> parameters, Expression? returns, int line)
    {
        _cursor.Expect(Arrow);
        if (_cursor.Kind == OpenCurly)
        {
            FunctionBody();
        }
        else
        {
            var at = _cursor.Line;
            var value = Assign();
            if (_cursor.Failure is null)
                Add(new Statement.Return(_scopes.Current, value, at));
        }

        var number = _scopes.Leave(state, _cursor.LastLine);
        _scopes.Change(number, s => s with { IsValue = true, Parameters = parameters, Returns = returns });
        return new Expression.Function(number, line);
    }
}
