using Sextant.Discovery.Code.Facts;
using static Sextant.Discovery.Code.CSharp.TokenKind;

namespace Sextant.Discovery.Code.CSharp;

/// <summary>Methods, properties and fields.</summary>
internal sealed partial class CSharpParser
{
    private void TypedMember(int line, IReadOnlyList<Expression> attributes)
    {
        if (cursor.Kind is Implicit or Explicit)
            cursor.Advance();
        if (cursor.Kind == Operator)
        {
            OperatorDeclaration(line);
            return;
        }

        var type = Type();
        if (cursor.Kind is Operator or Implicit or Explicit)
        {
            OperatorDeclaration(line);
            return;
        }

        var nameLine = cursor.Line;
        var name = MemberName();
        switch (cursor.Kind)
        {
            case OpenRound:
                var number = _scopes.Open(ScopeKind.Function, name, line, nameLine);
                FunctionHead(number, attributes, type);
                FunctionBody();
                break;
            case OpenCurly or Arrow or OpenSquare:
                Property(name, type, line, nameLine, attributes);
                break;
            default:
                Fields(name, type, nameLine);
                break;
        }
    }

    /// <summary>The name of a member, without the interface whose member it is, and without its type parameters.</summary>
    private string MemberName()
    {
        var name = "";
        while (cursor.Kind is TokenKind.Name or This)
        {
            name = cursor.TakeName();
            if (cursor.Kind == Less && SkipTypeArguments(cursor.Index, 0) is > 0 and var after)
                cursor.JumpTo(after);
            if (!cursor.Take(Dot))
                return name;
        }

        cursor.Fail("expected a name");
        return name;
    }

    private void OperatorDeclaration(int line)
    {
        while (cursor.Kind is not (OpenRound or End) || cursor.Kind == OpenRound && cursor.Ahead() == CloseRound)
            cursor.Advance();
        var number = _scopes.Open(ScopeKind.Function, "operator", line, line);
        FunctionHead(number, [], null);
        FunctionBody();
    }

    private void Fields(string name, Expression type, int line)
    {
        while (cursor.Kind != End)
        {
            _scopes.Declare(name, type);
            if (cursor.Kind == OpenSquare && cursor.Link > 0)
                cursor.JumpTo(cursor.Link + 1);
            Bind(new Expression.Name(name, line), cursor.Take(TokenKind.Assign) ? Value(type, name) : null, type, line);
            if (!cursor.Take(Comma))
                break;
            line = cursor.Line;
            name = MemberName();
        }

        cursor.Expect(Semicolon);
    }

    private void Property(string name, Expression type, int line, int nameLine, IReadOnlyList<Expression> attributes)
    {
        if (cursor.Kind == OpenSquare && cursor.Link > 0)
            cursor.JumpTo(cursor.Link + 1);
        _scopes.Declare(name, type);
        var target = new Expression.Name(name, nameLine);
        if (cursor.Take(Arrow))
        {
            Bind(target, Value(type, name), type, nameLine);
            cursor.Take(Semicolon);
            return;
        }

        var isComputed = Accessors(name, type, line, nameLine, attributes);
        if (cursor.Take(TokenKind.Assign))
        {
            Bind(target, Value(type, name), type, nameLine);
            cursor.Take(Semicolon);
        }
        else if (!isComputed)
        {
            Bind(target, null, type, nameLine);
        }
    }

    /// <summary>The accessors of a property; whether it is computed by one.</summary>
    private bool Accessors(string name, Expression type, int line, int nameLine, IReadOnlyList<Expression> attributes)
    {
        var end = cursor.Link;
        var isComputed = false;
        cursor.Expect(OpenCurly);
        while (cursor.Kind is not (CloseCurly or End) && cursor.Index < end)
        {
            cursor.JumpTo(SkipAttributes(cursor.Index));
            while (cursor.Kind == Modifier)
                cursor.Advance();
            var isGetter = cursor.IsWord("get");
            cursor.Advance();
            if (cursor.Take(Semicolon))
                continue;
            if (isGetter && cursor.Take(Arrow))
            {
                Bind(new Expression.Name(name, nameLine), Value(type, name), type, nameLine);
                cursor.Take(Semicolon);
            }
            else
            {
                var number = _scopes.Open(ScopeKind.Function, isGetter ? name : "", line, nameLine);
                _scopes.Declare("value", type);
                _scopes.Change(number, s => s with { Decorators = [.. attributes, new Expression.Name("property", nameLine)], Returns = type, IsValue = !isGetter });
                FunctionBody();
            }

            isComputed |= isGetter;
        }

        cursor.Take(CloseCurly);
        return isComputed;
    }
}
