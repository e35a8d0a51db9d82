using Sextant.Discovery.Code.Facts;
using static Sextant.Discovery.Code.CSharp.TokenKind;

namespace Sextant.Discovery.Code.CSharp;

/// <summary>Names of types, and how far they reach.</summary>
internal sealed partial class CSharpParser
{
    private const int MaxTypeDepth = 40;

    /// <summary>Types that only say how and when their argument comes.</summary>
    private static readonly string[] Carriers = ["Task", "ValueTask", "Lazy", "Nullable", "AsyncServiceScope"];

    /// <summary>The index behind the type that begins at a token; -1 if none does.</summary>
    private int SkipType(int at, int depth = 0, bool nullable = true)
    {
        if (depth > MaxTypeDepth)
            return -1;
        while (cursor.KindAt(at) is Ref or Modifier || cursor.IsWordAt(at, "scoped") && cursor.KindAt(at + 1) is TokenKind.Name or Predefined or Ref)
            at++;
        at = cursor.KindAt(at) switch
        {
            Predefined => at + 1,
            OpenRound when cursor.LinkAt(at) > at + 1 => cursor.LinkAt(at) + 1,
            TokenKind.Name => SkipTypeName(at, depth),
            _ => -1,
        };
        while (at > 0)
        {
            if (cursor.KindAt(at) == OpenSquare && IsRank(at))
                at = cursor.LinkAt(at) + 1;
            else if (cursor.KindAt(at) == Question && nullable)
                at++;
            else if (cursor.KindAt(at) == Star && cursor.KindAt(at + 1) is TokenKind.Name && cursor.KindAt(at + 2) is TokenKind.Assign)
                at++;
            else
                break;
        }

        return at;
    }

    private bool IsRank(int at)
    {
        var end = cursor.LinkAt(at);
        for (var i = at + 1; i < end; i++)
        {
            if (cursor.KindAt(i) != Comma)
                return false;
        }

        return end > at;
    }

    private int SkipTypeName(int at, int depth)
    {
        while (true)
        {
            at++;
            if (cursor.KindAt(at) == Less && SkipTypeArguments(at, depth + 1) is > 0 and var after)
                at = after;
            if (cursor.KindAt(at) is not (Dot or DoubleColon) || cursor.KindAt(at + 1) != TokenKind.Name)
                return at;
            at++;
        }
    }

    /// <summary>The index behind <c>&lt;A, B&gt;</c>; -1 if it is no list of types.</summary>
    private int SkipTypeArguments(int at, int depth)
    {
        at++;
        while (true)
        {
            while (cursor.KindAt(at) is In or Out or OpenSquare)
                at = Math.Max(cursor.LinkAt(at), at) + 1;
            if (cursor.KindAt(at) is not (Comma or Greater) && (at = SkipType(at, depth + 1)) < 0)
                return -1;
            if (cursor.KindAt(at) == Greater)
                return at + 1;
            if (cursor.KindAt(at++) != Comma)
                return -1;
        }
    }

    /// <summary>The type at hand; null for <c>var</c>.</summary>
    private Expression? DeclaredType()
    {
        if (!cursor.IsWord("var") || cursor.Ahead() is not (TokenKind.Name or OpenRound))
            return Type();
        cursor.Advance();
        return null;
    }

    /// <summary>The type at hand.</summary>
    /// <param name="nullable">Whether a question mark belongs to it.</param>
    /// <param name="ranks">Whether brackets belong to it.</param>
    /// <param name="carriers">Whether a task of something means that.</param>
    private Expression Type(bool nullable = true, bool ranks = true, bool carriers = true)
    {
        var line = cursor.Line;
        if (++_depth > MaxDepth)
            cursor.Fail("nested too deeply");
        while (cursor.Kind is Ref or Modifier || cursor.IsWord("scoped") && cursor.Ahead() is TokenKind.Name or Predefined or Ref)
            cursor.Advance();
        Expression type;
        if (cursor.Kind == OpenRound && cursor.Link > 0)
        {
            type = new Expression.Sequence([], line);
            cursor.JumpTo(cursor.Link + 1);
        }
        else
        {
            type = cursor.Kind == Predefined ? new Expression.Name(cursor.TakeName(), line) : NamedType(carriers);
        }

        while (ranks && cursor.Kind == OpenSquare && IsRank(cursor.Index) || nullable && cursor.Kind == Question || cursor.Kind == Star)
        {
            if (cursor.Kind == OpenSquare)
                type = new Expression.Element(new Expression.Name("Array", line), type, line);
            cursor.JumpTo(Math.Max(cursor.Link, cursor.Index) + 1);
        }

        _depth--;
        return type;
    }

    private Expression NamedType(bool carriers)
    {
        var line = cursor.Line;
        if (cursor.Kind != TokenKind.Name)
        {
            cursor.Fail("expected a type");
            return new Expression.Unknown(line);
        }

        if (cursor.Ahead() == DoubleColon)
        {
            cursor.Advance();
            cursor.Advance();
        }

        Expression type = new Expression.Name(cursor.TakeName(), line);
        for (var i = 0; i < MaxDepth; i++)
        {
            if (cursor.Kind == Less && SkipTypeArguments(cursor.Index, 0) > 0)
                type = Generic(type, carriers);
            if (cursor.Kind != Dot || cursor.Ahead() != TokenKind.Name)
                break;
            cursor.Advance();
            type = new Expression.Member(type, cursor.TakeName(), line);
        }

        return type;
    }

    private Expression Generic(Expression type, bool carriers)
    {
        var arguments = TypeArguments();
        if (carriers && arguments.Count == 1 && type is Expression.Name { Id: var carrier } && Carriers.Contains(carrier, StringComparer.Ordinal))
            return arguments[0];
        return WithTypes(type, arguments);
    }

    private static Expression.Element WithTypes(Expression target, List<Expression> types) =>
        new(target, types.Count == 1 ? types[0] : new Expression.Sequence(types, target.Line), target.Line);

    private List<Expression> TypeArguments()
    {
        var types = new List<Expression>();
        cursor.Expect(Less);
        while (cursor.Kind is not (Greater or End))
        {
            while (cursor.Kind is In or Out or OpenSquare)
                cursor.JumpTo(Math.Max(cursor.Link, cursor.Index) + 1);
            if (cursor.Kind is not (Comma or Greater))
                types.Add(Type());
            if (!cursor.Take(Comma))
                break;
        }

        cursor.Expect(Greater);
        return types;
    }
}
