using Sextant.Discovery.Code.Facts;
using static Sextant.Discovery.Code.CSharp.TokenKind;

namespace Sextant.Discovery.Code.CSharp;

/// <summary>Local variables and functions, and assignments.</summary>
internal sealed partial class CSharpParser
{
    /// <summary>Whether a type and a name stand here: <c>Agent agent =</c>, <c>var (a, b) =</c>.</summary>
    private bool IsDeclaration()
    {
        var at = cursor.Index;
        if (cursor.Kind is not (TokenKind.Name or Predefined or OpenRound or Ref or Modifier) || cursor.IsWord("await") && cursor.Ahead() is not TokenKind.Assign)
            return false;
        if (cursor.IsWord("var") && cursor.Ahead() == OpenRound && cursor.LinkAt(at + 1) > 0)
            return cursor.KindAt(cursor.LinkAt(at + 1) + 1) == TokenKind.Assign;
        at = SkipType(at);
        return at > 0 && cursor.KindAt(at) == TokenKind.Name && cursor.KindAt(at + 1) is TokenKind.Assign or Semicolon or Comma or OpenSquare or CloseRound;
    }

    private bool IsLocalFunction()
    {
        var at = SkipAttributes(cursor.Index);
        while (cursor.KindAt(at) == Modifier || cursor.IsWordAt(at, "async") && cursor.KindAt(at + 1) is TokenKind.Name or Predefined or Modifier or OpenRound)
            at++;
        at = SkipType(at);
        if (at < 0 || cursor.KindAt(at) != TokenKind.Name)
            return false;
        at++;
        if (cursor.KindAt(at) == Less)
            at = SkipTypeArguments(at, 0);
        if (at < 0 || cursor.KindAt(at) != OpenRound || cursor.LinkAt(at) < 0)
            return false;
        var after = cursor.LinkAt(at) + 1;
        return cursor.KindAt(after) is OpenCurly or Arrow || cursor.IsWordAt(after, "where");
    }

    private void LocalFunction()
    {
        var line = cursor.Line;
        var attributes = Attributes();
        while (cursor.Kind == Modifier || cursor.IsWord("async"))
            cursor.Advance();
        var type = Type();
        var nameLine = cursor.Line;
        var name = MemberName();
        var number = _scopes.Open(ScopeKind.Function, name, line, nameLine);
        FunctionHead(number, attributes, type);
        FunctionBody();
    }

    private void Declaration()
    {
        while (cursor.Kind is Ref or Modifier)
            cursor.Advance();
        Declarators(DeclaredType());
        cursor.Expect(Semicolon);
    }

    private void Declarators(Expression? type)
    {
        if (cursor.Kind == OpenRound)
        {
            var names = Parse();
            if (names is Expression.Operation { Operator: ":=", Operands: [var target, var value] })
            {
                DeclareNames(target, null);
                AssignTo(target, value, null, target.Line);
            }

            return;
        }

        do
        {
            var line = cursor.Line;
            if (cursor.Kind != TokenKind.Name)
            {
                cursor.Fail("expected a name");
                return;
            }

            var name = cursor.TakeName();
            if (cursor.Kind == OpenSquare && cursor.Link > 0)
                cursor.JumpTo(cursor.Link + 1);
            Declare(name, cursor.Take(TokenKind.Assign) ? Value(type, name) : null, type, line);
        }
        while (cursor.Take(Comma));
    }

    private void Declare(string name, Expression? value, Expression? type, int line)
    {
        _scopes.Declare(name, type);
        Bind(new Expression.Name(name, line), value, type, line);
    }

    /// <summary>The value of something of a type; a function is named after what it is assigned to.</summary>
    private Expression Value(Expression? type, string name)
    {
        var value = cursor.Kind == OpenCurly ? Initializer().AsValue(cursor.Line) : Retargeted(Parse(), type);
        if (value is Expression.Function function)
            _scopes.Change(function.Scope, s => s with { Name = name });
        return value;
    }

    /// <summary>A value, with the type that <c>new()</c> takes from where it is assigned.</summary>
    private static Expression Retargeted(Expression value, Expression? type) => (value, type) switch
    {
        (_, null) => value,
        (Expression.Call { Callee: Expression.Unknown } made, _) => made with { Callee = type },
        (Expression.Operation { Operator: "?:", Operands: [var condition, var then, var otherwise] } choice, _) =>
            choice with { Operands = [condition, Retargeted(then, type), Retargeted(otherwise, type)] },
        (Expression.Operation { Operator: "??" } choice, _) => choice with { Operands = [.. choice.Operands.Select(o => Retargeted(o, type))] },
        _ => value,
    };

    private void EvaluateOrAssign(Expression value)
    {
        if (value is Expression.Operation { Operator: ":=" } assignment)
            AssignTo(assignment, null);
        else
            Evaluate(value);
    }

    private void AssignTo(Expression.Operation assignment, Expression? type)
    {
        if (assignment.Operands is [var target, var value])
            AssignTo(target, value, type, assignment.Line);
    }

    private void AssignTo(Expression target, Expression value, Expression? type, int line)
    {
        if (value is Expression.Operation { Operator: ":=", Operands: [var inner, var last] })
        {
            AssignTo(inner, last, null, line);
            value = last;
        }

        if (target is Expression.Sequence names && value is Expression.Sequence values && names.Items.Count == values.Items.Count)
        {
            for (var i = 0; i < names.Items.Count; i++)
                AssignTo(names.Items[i], values.Items[i], null, line);
            return;
        }

        if (target is Expression.Name { Id: var name })
        {
            type ??= value is Expression.Call { Callee: Expression.Unknown } ? _scopes.TypeOf(name) : null;
            if (value is Expression.Function function)
                _scopes.Change(function.Scope, s => s with { Name = name });
            if (_scopes.IsMember(name))
                target = new Expression.Member(new Expression.Name("this", target.Line), name, target.Line);
        }

        Bind(target, Retargeted(value, type), null, line);
    }
}
