using Sextant.Discovery.Code.Facts;

namespace Sextant.Discovery.Code.Resolution;

/// <summary>Fills the index of a unit: goes once through all its statements and expressions.</summary>
internal sealed class BindingCollector(UnitIndex index)
{
    private readonly CodeUnit _unit = index.Unit;
    private readonly List<Dictionary<string, Binding>> _locals = [];

    public void Collect()
    {
        foreach (var scope in _unit.Scopes)
            CollectScope(scope);
        foreach (var statement in _unit.Statements)
            CollectStatement(statement);
    }

    private void CollectScope(Scope scope)
    {
        if (scope is { Parent: >= 0, IsValue: false, Name.Length: > 0 })
            Bind(scope.Parent, scope.Name, new Binding { Scope = scope.Parent, Line = scope.NameLine, EndLine = scope.NameLine, Definition = scope });
        foreach (var parameter in scope.Parameters)
        {
            index.Add(scope.Number, parameter.Name, new Binding
            {
                Scope = scope.Parent,
                Line = parameter.Line,
                EndLine = parameter.Line,
                Value = parameter.Default,
                Type = parameter.Type,
                Parameter = parameter,
                Function = scope,
            });
        }
    }

    private void CollectStatement(Statement statement)
    {
        switch (statement)
        {
            case Statement.Import import:
                CollectImport(import);
                break;
            case Statement.Assignment assignment:
                var end = assignment.Value is null ? assignment.Line : Walk(assignment.Value, assignment.Scope);
                BindTarget(assignment.Target, assignment, [], Math.Max(end, assignment.Line));
                break;
            case Statement.Evaluation evaluation:
                Walk(evaluation.Value, evaluation.Scope);
                break;
            case Statement.Return { Value: { } value } returned:
                index.Add(returned);
                Walk(value, returned.Scope);
                break;
        }
    }

    private void CollectImport(Statement.Import import)
    {
        if (import.Member == "*")
            index.StarImports.Add(import);
        else
            Bind(import.Scope, import.Local, new Binding { Scope = import.Scope, Line = import.Line, EndLine = import.Line, Import = import });
        if (import.Member is null)
            index.ImportedModules.Add(import.Module);
    }

    /// <summary>Binds in a scope, or in the one around it that the scope shares the name with; in a class, as a member too.</summary>
    private void Bind(int scope, string name, Binding binding)
    {
        while (_unit.Scopes[scope] is { Parent: >= 0 } inner && inner.Shared.Contains(name))
            scope = inner.Parent;
        index.Add(scope, name, binding);
        if (_unit.Scopes[scope].Kind == ScopeKind.Class)
            index.AddMember(scope, name, binding);
    }

    private void BindTarget(Expression target, Statement.Assignment assignment, IReadOnlyList<int> elements, int end)
    {
        switch (target)
        {
            case Expression.Name name:
                Bind(assignment.Scope, name.Id, BindingOf(assignment, elements, end));
                break;
            case Expression.Member { Target: Expression.Name owner } member when index.SelfOf(assignment.Scope, owner.Id) is { } self:
                index.AddMember(self.Class.Number, member.Id, BindingOf(assignment, elements, end));
                break;
            case Expression.Member or Expression.Element when ExpressionPath.Of(target) is { } path:
                index.AddMemberName(path.Last);
                index.Add(assignment.Scope, path.Full, BindingOf(assignment, elements, end));
                break;
            case Expression.Sequence sequence:
                for (var i = 0; i < sequence.Items.Count; i++)
                    BindTarget(sequence.Items[i], assignment, [.. elements, i], end);
                break;
            case Expression.Operation { Operator: "*", Operands: [Expression.Name rest] }:
                Bind(assignment.Scope, rest.Id, BindingOf(assignment with { Value = null, Type = null }, [], end));
                break;
        }
    }

    private static Binding BindingOf(Statement.Assignment assignment, IReadOnlyList<int> elements, int end)
    {
        var (value, rest) = Iteration.Simplified(assignment.Value, elements);
        return new Binding { Scope = assignment.Scope, Line = assignment.Line, EndLine = end, Value = value, Type = assignment.Type, Elements = rest, Always = assignment.Always };
    }

    /// <summary>Looks for what is bound within an expression; the last line of the expression.</summary>
    private int Walk(Expression expression, int scope)
    {
        switch (expression)
        {
            case Expression.Name name:
                NoteLocal(name);
                return name.Line;
            case Expression.Text text:
                return text.EndLine;
            case Expression.Call call:
                if (call.Callee is Expression.Member { Id: "add_argument" or "add_option" })
                    index.OptionCalls.Add((scope, call));
                break;
            case Expression.Operation { Operator: "for", Operands: [_, Expression.Operation { Operator: ":=" }, ..] } comprehension:
                return WalkComprehension(comprehension, scope);
            case Expression.Operation { Operator: "lambda" } lambda:
                return WalkLambda(lambda, scope);
            case Expression.Operation { Operator: ":=", Operands: [Expression.Name target, var value] }:
                var end = Walk(value, scope);
                Bind(scope, target.Id, new Binding { Scope = scope, Line = expression.Line, EndLine = end, Value = value });
                return end;
        }

        return WalkParts(expression, scope);
    }

    private int WalkParts(Expression expression, int scope)
    {
        var last = expression is Expression.Call { EndLine: var end } ? end : expression.Line;
        foreach (var part in expression.Parts)
            last = Math.Max(last, Walk(part, scope));
        return last;
    }

    private void NoteLocal(Expression.Name name)
    {
        for (var i = _locals.Count - 1; i >= 0; i--)
        {
            if (!_locals[i].TryGetValue(name.Id, out var binding))
                continue;
            index.AddLocal(name, binding);
            return;
        }
    }

    private int WalkComprehension(Expression.Operation comprehension, int scope)
    {
        var names = new Dictionary<string, Binding>(StringComparer.Ordinal);
        _locals.Add(names);
        var last = comprehension.Line;
        foreach (var operand in comprehension.Operands.Skip(1))
        {
            if (operand is not Expression.Operation { Operator: ":=", Operands: [var target, Expression.Operation { Operator: "for" } source] })
            {
                last = Math.Max(last, Walk(operand, scope));
                continue;
            }

            last = Math.Max(last, WalkParts(source, scope));
            AddNames(names, target, new Statement.Assignment(scope, target, source, null, source.Line), []);
        }

        last = Math.Max(last, Walk(comprehension.Operands[0], scope));
        _locals.RemoveAt(_locals.Count - 1);
        return last;
    }

    private static void AddNames(Dictionary<string, Binding> names, Expression target, Statement.Assignment source, IReadOnlyList<int> elements)
    {
        if (target is Expression.Name name)
            names[name.Id] = BindingOf(source, elements, source.Line);
        for (var i = 0; target is Expression.Sequence sequence && i < sequence.Items.Count; i++)
            AddNames(names, sequence.Items[i], source, [.. elements, i]);
    }

    private int WalkLambda(Expression.Operation lambda, int scope)
    {
        var names = new Dictionary<string, Binding>(StringComparer.Ordinal);
        foreach (var parameter in lambda.Operands.Skip(1))
        {
            var (name, value) = parameter is Expression.Operation { Operands: [var target, var standard] } ? (target, standard) : (parameter, null);
            if (name is Expression.Name { Id: var id })
                names[id] = new Binding { Scope = scope, Line = lambda.Line, EndLine = lambda.Line, Value = value };
        }

        _locals.Add(names);
        var last = lambda.Operands.Count > 0 ? Walk(lambda.Operands[0], scope) : lambda.Line;
        _locals.RemoveAt(_locals.Count - 1);
        return last;
    }
}
