using Sextant.Discovery.Code.Facts;
using static Sextant.Discovery.Code.CSharp.TokenKind;

namespace Sextant.Discovery.Code.CSharp;

/// <summary>Members, calls, elements, and what else follows an expression.</summary>
internal sealed partial class CSharpParser
{
    /// <summary>Members and calls in one chain.</summary>
    private const int MaxChain = 300;

    private Expression Postfix(Expression target)
    {
        for (var length = 0; cursor.Kind != End; length++)
        {
            if (length > MaxChain)
                cursor.Fail("too long a chain");
            switch (cursor.Kind)
            {
                case Question when cursor.Ahead() == Dot && cursor.Ahead(2) == TokenKind.Name:
                case Question when cursor.Ahead() == OpenSquare && cursor.Touches(cursor.Index) && cursor.Touches(cursor.Index - 1):
                case Bang or Increment or Decrement:
                    cursor.Advance();
                    break;
                case Dot or PointerMember or DoubleColon:
                    target = MemberOf(target);
                    break;
                case OpenRound:
                    target = Call(target);
                    break;
                case OpenSquare:
                    target = ElementOf(target);
                    break;
                case Switch when cursor.Ahead() == OpenCurly:
                    target = SwitchExpression(target);
                    break;
                case TokenKind.Name when cursor.IsWord("with") && cursor.Ahead() == OpenCurly:
                    cursor.Advance();
                    target = new Expression.Operation("with", [target, Initializer().AsValue(target.Line)], target.Line);
                    break;
                default:
                    return target;
            }
        }

        return target;
    }

    private Expression MemberOf(Expression target)
    {
        cursor.Advance();
        var line = cursor.Line;
        if (cursor.Kind != TokenKind.Name)
        {
            cursor.Fail("expected a name");
            return target;
        }

        return WithTypeArguments(new Expression.Member(target, cursor.TakeName(), line));
    }

    /// <summary>A name with its type arguments, if what follows it can be such.</summary>
    private Expression WithTypeArguments(Expression name)
    {
        if (cursor.Kind != Less || SkipTypeArguments(cursor.Index, 0) is not (> 0 and var after))
            return name;
        return cursor.KindAt(after) is OpenRound or CloseRound or CloseSquare or CloseCurly or Colon or Semicolon or Comma or Dot or Question or Same or Different or OrElse or AndAlso
            or Ampersand or OpenSquare or OpenCurly or End or HoleEnd or Arrow or Bang
            ? WithTypes(name, TypeArguments())
            : name;
    }

    private Expression.Call Call(Expression callee)
    {
        var arguments = Arguments(CloseRound);
        return new Expression.Call(callee, arguments, callee.Line) { EndLine = cursor.LastLine };
    }

    private Expression.Element ElementOf(Expression target)
    {
        var arguments = Arguments(CloseSquare);
        return new Expression.Element(
            target, arguments.Count == 1 ? arguments[0].Value : new Expression.Sequence([.. arguments.Select(a => a.Value)], target.Line), target.Line);
    }

    /// <summary>Arguments with the brackets around them.</summary>
    private List<Argument> Arguments(TokenKind close)
    {
        var arguments = new List<Argument>();
        cursor.Advance();
        while (cursor.Kind != close && cursor.Kind != End)
        {
            var keyword = cursor.Kind == TokenKind.Name && cursor.Ahead() == Colon ? cursor.TakeName() : null;
            if (keyword is not null)
                cursor.Advance();
            arguments.Add(new Argument(keyword, ArgumentValue()));
            if (!cursor.Take(Comma))
                break;
        }

        cursor.Expect(close);
        return arguments;
    }

    private Expression ArgumentValue()
    {
        if (cursor.Kind is not (Ref or Out or In))
            return Parse();
        var isOut = cursor.Kind == Out;
        cursor.Advance();
        if (!isOut || SkipType(cursor.Index) is not (> 0 and var after) || cursor.KindAt(after) != TokenKind.Name)
            return Parse();
        var type = DeclaredType();
        var line = cursor.Line;
        var name = cursor.TakeName();
        _scopes.Declare(name, type);
        if (type is not null)
            Bind(new Expression.Name(name, line), null, type, line);
        return new Expression.Name(name, line);
    }
}
