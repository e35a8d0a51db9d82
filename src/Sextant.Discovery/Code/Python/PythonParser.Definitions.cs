using Sextant.Discovery.Code.Facts;
using static Sextant.Discovery.Code.Python.TokenKind;

namespace Sextant.Discovery.Code.Python;

/// <summary>Functions and classes. A header that cannot be read still opens its scope, so that what is in it does not leak.</summary>
internal sealed partial class PythonParser
{
    private void ParseDecorator()
    {
        if (_decorators.Count == 0)
            _decoratorLine = _cursor.Line;
        _cursor.Advance();
        var decorator = _expressions.Named();
        if (Accepts(decorator))
            _decorators.Add(decorator);
    }

    private bool ParseFunction()
    {
        var (line, nameLine, name) = StartDefinition();
        SkipTypeParameters();
        var parameters = new List<Parameter>();
        if (_cursor.Kind == OpenRound)
            ParseParameters(parameters);
        else
            _cursor.Fail("expected parameters");
        var returns = _cursor.Take(Arrow) ? _expressions.List() : null;
        OpenScope(new Scope(_scopes.Next, _scopes.Current, ScopeKind.Function, name, new LineSpan(line, HeaderEnd(nameLine)))
        {
            Parameters = parameters.ToArray(),
            Returns = Accepts(returns) ? returns : null,
            NameLine = nameLine,
        });
        return EndHeader();
    }

    private bool ParseClass()
    {
        var (line, nameLine, name) = StartDefinition();
        SkipTypeParameters();
        var bases = _cursor.Kind == OpenRound ? _expressions.Arguments() : [];
        OpenScope(new Scope(_scopes.Next, _scopes.Current, ScopeKind.Class, name, new LineSpan(line, HeaderEnd(nameLine)))
        {
            Bases = Accepts([.. bases.Select(b => b.Value)]) ? [.. bases.Where(b => b is { Keyword: null, Spread: false }).Select(b => b.Value)] : [],
            NameLine = nameLine,
        });
        return EndHeader();
    }

    private (int Line, int NameLine, string Name) StartDefinition()
    {
        var line = _decorators.Count > 0 ? _decoratorLine : _cursor.Line;
        _cursor.Advance();
        var nameLine = _cursor.Line;
        if (_cursor.Kind == Name)
            return (line, nameLine, _cursor.TakeName());
        _cursor.Fail("expected a name");
        return (line, nameLine, "");
    }

    private int HeaderEnd(int nameLine) => Math.Max(nameLine, _cursor.LastLine);

    private void OpenScope(Scope scope)
    {
        _scopes.Open(_column, _decorators.Count == 0 ? scope : scope with { Decorators = [.. _decorators] });
        _decorators.Clear();
    }

    private void SkipTypeParameters()
    {
        if (_cursor.Kind != OpenSquare)
            return;
        var end = _cursor.Token.Link;
        _cursor.Open();
        _cursor.JumpTo(end);
        _cursor.Close(CloseSquare);
    }

    private void ParseParameters(List<Parameter> parameters)
    {
        _cursor.Open();
        while (!_cursor.AtLineEnd && _cursor.Kind != CloseRound)
        {
            ParseParameter(parameters);
            if (!_cursor.Take(Comma))
                break;
        }

        _cursor.Close(CloseRound);
    }

    private void ParseParameter(List<Parameter> parameters)
    {
        if (_cursor.Take(Slash))
            return;
        var starred = _cursor.Take(Star) || _cursor.Take(Power);
        if (starred && _cursor.Kind == Comma)
            return;
        if (_cursor.Kind != Name)
        {
            _cursor.Fail("expected a parameter");
            return;
        }

        var line = _cursor.Line;
        var name = _cursor.TakeName();
        var type = _cursor.Take(Colon) ? _expressions.Item() : null;
        var standard = _cursor.Take(Equal) ? _expressions.Named() : null;
        if (Accepts(type, standard))
            parameters.Add(new Parameter(name, starred ? null : type, standard, line));
    }
}
