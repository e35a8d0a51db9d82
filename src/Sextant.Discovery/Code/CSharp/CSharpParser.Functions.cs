using Sextant.Discovery.Code.Facts;
using static Sextant.Discovery.Code.CSharp.TokenKind;

namespace Sextant.Discovery.Code.CSharp;

/// <summary>Functions written as values, queries, switches and patterns.</summary>
internal sealed partial class CSharpParser
{
    /// <summary>Arms of one switch expression that are kept.</summary>
    private const int MaxArms = 64;

    /// <summary>Whether a lambda begins at a token, its attributes included.</summary>
    private bool IsLambda(int at)
    {
        if (cursor.KindAt(at) is not (TokenKind.Name or OpenRound or OpenSquare or Modifier or Predefined))
            return false;
        at = cursor.KindAt(at) == OpenSquare ? SkipAttributes(at) : at;
        while (cursor.KindAt(at) == Modifier || cursor.IsWordAt(at, "async") && cursor.KindAt(at + 1) is TokenKind.Name or OpenRound or Modifier)
            at++;
        if (cursor.KindAt(at) is TokenKind.Name && cursor.KindAt(at + 1) == Arrow)
            return true;
        if (cursor.KindAt(at) is TokenKind.Name or Predefined)
            at = cursor.KindAt(at + 1) is OpenRound ? at + 1 : cursor.KindAt(at + 1) is Less or Question ? SkipType(at) : -1;
        return at > 0 && cursor.KindAt(at) == OpenRound && cursor.LinkAt(at) > 0 && cursor.KindAt(cursor.LinkAt(at) + 1) == Arrow;
    }

    private Expression.Function Lambda()
    {
        var line = cursor.Line;
        if (++_depth > MaxDepth)
            cursor.Fail("nested too deeply");
        var attributes = Attributes();
        while (cursor.Kind is Modifier || cursor.IsWord("async") && cursor.Ahead() != Arrow)
            cursor.Advance();
        if (cursor.Kind == Predefined || cursor.Kind == TokenKind.Name && cursor.Ahead() != Arrow)
            Type();
        var number = _scopes.Open(ScopeKind.Function, "", line, line);
        _scopes.Change(number, s => s with { IsValue = true });
        if (cursor.Kind == TokenKind.Name)
        {
            var name = cursor.TakeName();
            _scopes.Declare(name, null);
            _scopes.Change(number, s => s with { Parameters = [new Parameter(name, null, null, line)] });
        }
        else
        {
            FunctionHead(number, attributes, null);
        }

        cursor.Expect(Arrow);
        LambdaBody(number);
        _depth--;
        return new Expression.Function(number, line);
    }

    private void LambdaBody(int number)
    {
        if (cursor.Kind == OpenCurly)
        {
            Block();
        }
        else
        {
            var line = cursor.Line;
            var value = Parse();
            if (value is Expression.Operation { Operator: ":=" } assignment)
                AssignTo(assignment, null);
            else
                Emit(new Statement.Return(number, value, line));
        }

        Unwind(number);
        if (_scopes.Current == number)
            _scopes.Close(cursor.LastLine);
    }

    private Expression.Function AnonymousFunction(int line)
    {
        cursor.Advance();
        var number = _scopes.Open(ScopeKind.Function, "", line, line);
        _scopes.Change(number, s => s with { IsValue = true });
        if (cursor.Kind == OpenRound)
            FunctionHead(number, [], null);
        if (cursor.Kind == OpenCurly)
            LambdaBody(number);
        else
            _scopes.Close(cursor.LastLine);
        return new Expression.Function(number, line);
    }

    /// <summary>A switch expression is a choice; a wide one is a balanced tree of choices.</summary>
    private Expression SwitchExpression(Expression subject)
    {
        var values = new List<Expression>();
        cursor.Advance();
        cursor.Expect(OpenCurly);
        while (cursor.Kind is not (CloseCurly or End))
        {
            while (cursor.Kind is not (Arrow or End) && !cursor.IsWord("when"))
                cursor.JumpTo(Math.Max(cursor.Link, cursor.Index) + 1);
            Guard();
            cursor.Expect(Arrow);
            var value = Parse();
            if (value is not Expression.Operation { Operator: "throw" } && values.Count < MaxArms)
                values.Add(value);
            if (!cursor.Take(Comma))
                break;
        }

        cursor.Expect(CloseCurly);
        return values.Count == 0 ? new Expression.Operation("switch", [subject], subject.Line) : Choices(subject, values, 0, values.Count);
    }

    // The condition of a case stands before an arrow or colon, which is not the end of a lambda's parameters.
    private void Guard()
    {
        if (cursor.TakeWord("when"))
            Evaluate(Binary(Weakest));
    }

    private static Expression Choices(Expression subject, List<Expression> values, int from, int count)
    {
        if (count == 1)
            return from == 0 && values.Count == 1 ? new Expression.Operation("?:", [subject, values[0], new Expression.Unknown(subject.Line)], subject.Line) : values[from];
        var half = count / 2;
        var condition = from == 0 && count == values.Count ? subject : new Expression.Nothing(subject.Line);
        return new Expression.Operation("?:", [condition, Choices(subject, values, from, half), Choices(subject, values, from + half, count - half)], subject.Line);
    }

    private bool IsQuery()
    {
        if (!cursor.IsWord("from"))
            return false;
        if (cursor.Ahead() == TokenKind.Name && cursor.Ahead(2) == In)
            return true;
        return SkipType(cursor.Index + 1) is > 0 and var at && cursor.KindAt(at) == TokenKind.Name && cursor.KindAt(at + 1) == In;
    }

    /// <summary>A query is a comprehension: what is selected, its loops, its conditions.</summary>
    private Expression.Operation QueryExpression()
    {
        var line = cursor.Line;
        var rest = new List<Expression>();
        Expression selected = new Expression.Nothing(line);
        while (cursor.Kind == TokenKind.Name)
        {
            if (IsQuery() || cursor.IsWord("join"))
                rest.Add(Loop());
            else if (cursor.TakeWord("let"))
                rest.Add(Parse());
            else if (cursor.TakeWord("select"))
                selected = Parse();
            else if (cursor.TakeWord("into"))
                cursor.Advance();
            else if (cursor.TakeWord("where") || cursor.TakeWord("group") || cursor.TakeWord("by") || cursor.TakeWord("on") || cursor.TakeWord("equals"))
                rest.Add(Parse());
            else if (cursor.TakeWord("orderby"))
                Ordering(rest);
            else
                break;
        }

        return new Expression.Operation("for", [selected, .. rest], line);
    }

    private Expression.Operation Loop()
    {
        var line = cursor.Line;
        cursor.Advance();
        if (cursor.Ahead() != In)
            Type();
        var name = new Expression.Name(cursor.TakeName(), line);
        cursor.Expect(In);
        return new Expression.Operation(":=", [name, new Expression.Operation("for", [Parse()], line)], line);
    }

    private void Ordering(List<Expression> rest)
    {
        do
        {
            rest.Add(Parse());
            if (!cursor.TakeWord("ascending"))
                cursor.TakeWord("descending");
        }
        while (cursor.Take(Comma));
    }

    /// <summary>Steps over a pattern, and declares the variable that it gives a subject as a whole.</summary>
    private void Pattern(Expression subject)
    {
        do
        {
            while (cursor.IsWord("not") || cursor.IsWord("var") || cursor.Kind is Less or Greater or LessEqual or GreaterEqual)
                cursor.Advance();
            if (cursor.Kind is OpenRound or OpenCurly or OpenSquare && cursor.Link > 0)
                cursor.JumpTo(cursor.Link + 1);
            else
                SimplePattern(subject);
            if (cursor.Kind is OpenCurly or OpenRound && cursor.Link > 0 && cursor.Kind == OpenCurly)
                cursor.JumpTo(cursor.Link + 1);
            Designation(subject, null);
        }
        while (cursor.TakeWord("and") || cursor.TakeWord("or"));
    }

    private void SimplePattern(Expression subject)
    {
        var after = cursor.Kind is TokenKind.Name or Predefined ? SkipType(cursor.Index, nullable: false) : -1;
        if (after < 0)
        {
            Binary(OfShifts);
            return;
        }

        var type = Type(nullable: false);
        if (cursor.Kind == OpenRound && cursor.Link > 0)
            cursor.JumpTo(cursor.Link + 1);
        if (cursor.Kind == OpenCurly && cursor.Link > 0)
            cursor.JumpTo(cursor.Link + 1);
        Designation(subject, type);
    }

    private void Designation(Expression subject, Expression? type)
    {
        if (cursor.Kind != TokenKind.Name || cursor.IsWord("and") || cursor.IsWord("or") || cursor.IsWord("when"))
            return;
        var line = cursor.Line;
        Declare(cursor.TakeName(), subject, type, line);
    }
}
