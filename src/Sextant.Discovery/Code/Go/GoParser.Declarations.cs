using Sextant.Discovery.Code.Facts;

namespace Sextant.Discovery.Code.Go;

/// <summary>Imports, constants, variables and functions.</summary>
internal sealed partial class GoParser
{
    /// <summary>The values of the constant before, which the next repeats if it has none.</summary>
    private List<Expression> _constants = [];

    private void Import()
    {
        var line = _cursor.Line;
        var local = "";
        if (_cursor.Token.Kind == GoTokenKind.Name)
            local = _cursor.Name();
        else if (_cursor.Accept('.'))
            local = "*";
        if (_cursor.Token.Kind != GoTokenKind.Text)
        {
            _cursor.Error("an import path is missing");
            return;
        }

        var module = GoModuleNames.WithoutVersion(_cursor.Text().Value);
        if (module.Length == 0 || local == "_")
            return;
        if (local == "*")
            _statements.Add(new Statement.Import(_scope, module, "*", "*", line));
        else
            _statements.AddRange((local.Length > 0 ? [local] : GoModuleNames.LocalNames(module)).Select(n => new Statement.Import(_scope, module, null, n, line)));
    }

    private void Constant()
    {
        var (line, at) = (_cursor.Line, _statements.Count);
        var names = Names();
        var type = _cursor.Is('=') || _cursor.Token.Kind == GoTokenKind.Semicolon ? null : Type();
        if (_cursor.Accept('='))
            _constants = ExpressionList();
        for (var i = 0; i < names.Count; i++)
        {
            var value = i < _constants.Count ? _constants[i] : null;
            // A constant is its text or number, whatever type it is said to have.
            var said = value is Expression.Text or Expression.Number ? null : type;
            Add(new Statement.Assignment(_scope, names[i], value, said, line) { Always = _scope == 0 }, at + i);
        }
    }

    private void Variable()
    {
        var (line, at) = (_cursor.Line, _statements.Count);
        var names = Names();
        var type = _cursor.Is('=') ? null : Type();
        var values = _cursor.Accept('=') ? ExpressionList(names is [Expression.Name only] ? only.Id : "") : [];
        Assign([.. names], values, type, line, at);
    }

    private List<Expression.Name> Names()
    {
        var names = new List<Expression.Name>();
        do
        {
            var line = _cursor.Line;
            if (_cursor.Name() is { Length: > 0 } name)
                names.Add(new Expression.Name(name, line));
        }
        while (_cursor.Accept(','));
        return names;
    }

    private void Function()
    {
        var start = _cursor.Line;
        _cursor.Next();
        var receiver = _cursor.Is('(') ? Parameters().FirstOrDefault() : null;
        var nameLine = _cursor.Line;
        var name = _cursor.Name();
        if (_cursor.Is('['))
            _cursor.SkipBrackets();
        var parent = receiver is null ? 0 : TypeName(receiver.Type) is { } type ? _scopes.Class(type, start) : 0;
        var number = _scopes.Open(parent, ScopeKind.Function, name is "_" or "init" ? "" : name, start);
        var parameters = _cursor.Is('(') ? Parameters() : [];
        if (receiver is not null)
            parameters.Insert(0, receiver);
        var result = Results();
        _scopes.Change(number, s => s with { Parameters = parameters, Returns = result, NameLine = nameLine });
        if (_cursor.Is('{'))
            Body(number);
        _scopes.Close(number, _cursor.LastLine);
        if (parent > 0)
            _scopes.Close(parent, _cursor.LastLine);
        EndStatement();
    }

    private void Body(int number)
    {
        var outer = _scope;
        var level = _level;
        (_scope, _level) = (number, 0);
        Block();
        (_scope, _level) = (outer, level);
    }

    private static string? TypeName(Expression? type) => type switch
    {
        Expression.Name name => name.Id,
        Expression.Element { Target: Expression.Name name } => name.Id,
        _ => null,
    };

    /// <summary>The first of what a function gives back; null if nothing.</summary>
    private Expression? Results()
    {
        if (_cursor.Is('('))
            return Parameters().FirstOrDefault()?.Type;
        return StartsType(_cursor.Token) ? Type() : null;
    }

    /// <summary>Parameters in parentheses: names with types, or types alone.</summary>
    private List<Parameter> Parameters()
    {
        var entries = new List<(Expression First, Expression? Type, int Line)>();
        _cursor.Expect('(');
        while (!_cursor.IsEnd && !_cursor.Is(')'))
        {
            var before = _cursor.Position;
            var line = _cursor.Line;
            var first = ParameterType();
            entries.Add((first, _cursor.Is(',') || _cursor.Is(')') ? null : ParameterType(), line));
            if (!_cursor.Accept(',') && !_cursor.Is(')') && !_cursor.AcceptSemicolon())
            {
                _cursor.Error("a parameter cannot be read");
                break;
            }

            if (_cursor.Position == before)
                _cursor.Next();
        }

        _cursor.Accept(')');
        return Named(entries);
    }

    private Expression ParameterType()
    {
        var line = _cursor.Line;
        return _cursor.Accept("...") ? new Expression.Element(new Expression.Name(ListType, line), Type(), line) : Type();
    }

    private static List<Parameter> Named(List<(Expression First, Expression? Type, int Line)> entries)
    {
        var parameters = new List<Parameter>(entries.Count);
        var isNamed = entries.Exists(e => e.Type is not null);
        Expression? type = null;
        for (var i = entries.Count - 1; i >= 0; i--)
        {
            var (first, said, line) = entries[i];
            if (!isNamed)
            {
                parameters.Insert(0, new Parameter("_", first, null, line));
                continue;
            }

            type = said is null ? type : first is Expression.Element ? new Expression.Element(new Expression.Name(ListType, line), said, line) : said;
            parameters.Insert(0, new Parameter(TypeName(first) ?? "_", type, null, line));
        }

        return parameters;
    }
}
