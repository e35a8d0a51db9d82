using Sextant.Discovery.Code.Facts;
using static Sextant.Discovery.Code.CSharp.TokenKind;

namespace Sextant.Discovery.Code.CSharp;

/// <summary>Statements: blocks are flattened.</summary>
internal sealed partial class CSharpParser
{
    // Blocks and conditions around a statement of the file itself.
    private int _blocks;

    private void Block()
    {
        var end = cursor.Link < 0 ? int.MaxValue : cursor.Link;
        cursor.Expect(OpenCurly);
        if (_depth + 1 > MaxDepth)
            cursor.JumpTo(end);
        var (depth, scope, blocks) = (++_depth, _scopes.Current, ++_blocks);
        while (cursor.Kind is not End && cursor.Index < end)
        {
            var start = cursor.Index;
            if (cursor.Kind is Case or Default && IsLabel())
                CaseLabel();
            else
                Statement();
            if (cursor.Failure is not null)
                Unwind(scope);
            (_depth, _blocks) = (depth, blocks);
            Resume(start, end);
        }

        _depth--;
        _blocks--;
        cursor.Take(CloseCurly);
    }

    private bool IsLabel() => cursor.Kind == Case || cursor.Ahead() == Colon;

    private void CaseLabel()
    {
        var questions = 0;
        cursor.Advance();
        while (cursor.Kind is not End && !cursor.IsWord("when") && (cursor.Kind != Colon || questions > 0))
        {
            questions += cursor.Kind == Question ? 1 : cursor.Kind == Colon ? -1 : 0;
            cursor.JumpTo(Math.Max(cursor.Link, cursor.Index) + 1);
        }

        Guard();
        cursor.Take(Colon);
    }

    /// <summary>A statement that runs only sometimes.</summary>
    private void Inner()
    {
        if (++_depth > MaxDepth)
            cursor.Fail("nested too deeply");
        _blocks++;
        Statement();
        _blocks--;
        _depth--;
    }

    private void Statement()
    {
        switch (cursor.Kind)
        {
            case OpenCurly: Block(); break;
            case Semicolon: cursor.Advance(); break;
            case If or While or TokenKind.Lock or Fixed or Switch: Conditional(); break;
            case Do: cursor.Advance(); Inner(); break;
            case Else or Try or Finally: cursor.Advance(); Inner(); break;
            case Catch: CatchClause(); break;
            case For: ForLoop(); break;
            case Foreach: ForeachLoop(); break;
            case Using: cursor.Advance(); UsingStatement(); break;
            case TokenKind.Return: ReturnStatement(); break;
            case Throw: cursor.Advance(); Rest(); break;
            case Break or Continue or Goto: SkipToSemicolon(); break;
            case Checked or Unchecked when cursor.Ahead() == OpenCurly: cursor.Advance(); Block(); break;
            case Const: cursor.Advance(); Declaration(); break;
            default: Other(); break;
        }
    }

    private void Other()
    {
        if (cursor.IsWord("await") && cursor.Ahead() is Using or Foreach)
            cursor.Advance();
        if (cursor.Kind is Using or Foreach)
            Statement();
        else if (cursor.IsWord("yield") && cursor.Ahead() is TokenKind.Return or Break)
            Yield();
        else if (cursor.Kind == TokenKind.Name && cursor.Ahead() == Colon)
            cursor.JumpTo(cursor.Index + 2);
        else if (IsLocalFunction())
            LocalFunction();
        else if (cursor.Kind == Modifier && cursor.Ahead() == OpenCurly)
            cursor.Advance();
        else if (IsDeclaration())
            Declaration();
        else
            ExpressionStatement();
    }

    private void Rest()
    {
        if (cursor.Kind != Semicolon)
            Evaluate(Parse());
        cursor.Expect(Semicolon);
    }

    private void Conditional()
    {
        var isSwitch = cursor.Kind == Switch;
        var isFixed = cursor.Kind == Fixed;
        cursor.Advance();
        cursor.Expect(OpenRound);
        if (isFixed)
            Declarators(DeclaredType());
        else
            EvaluateOrAssign(Parse());
        while (cursor.Take(Comma))
            EvaluateOrAssign(Parse());
        cursor.Expect(CloseRound);
        if (!isSwitch || cursor.Kind == OpenCurly)
            Inner();
    }

    private void CatchClause()
    {
        cursor.Advance();
        if (cursor.Kind == OpenRound && cursor.Link > 0)
        {
            cursor.Advance();
            var type = Type();
            if (cursor.Kind == TokenKind.Name)
                Declare(cursor.TakeName(), null, type, cursor.Line);
            cursor.Expect(CloseRound);
        }

        if (cursor.TakeWord("when") && cursor.Kind == OpenRound)
            Evaluate(Parse());
        Inner();
    }

    private void ForLoop()
    {
        cursor.Advance();
        cursor.Expect(OpenRound);
        if (cursor.Kind != Semicolon)
        {
            if (IsDeclaration())
                Declarators(DeclaredType());
            else
                Expressions();
        }

        cursor.Expect(Semicolon);
        if (cursor.Kind != Semicolon)
            Evaluate(Parse());
        cursor.Expect(Semicolon);
        if (cursor.Kind != CloseRound)
            Expressions();
        cursor.Expect(CloseRound);
        Inner();
    }

    private void Expressions()
    {
        do
            EvaluateOrAssign(Parse());
        while (cursor.Take(Comma));
    }

    private void ForeachLoop()
    {
        var line = cursor.Line;
        cursor.Advance();
        cursor.Expect(OpenRound);
        var type = DeclaredType();
        var target = cursor.Kind == In ? Names(type, line) : cursor.Kind == OpenRound ? Parse() : new Expression.Name(cursor.TakeName(), line);
        cursor.Expect(In);
        var source = Parse();
        cursor.Expect(CloseRound);
        DeclareNames(target, null);
        Bind(target, new Expression.Operation("for", [source], source.Line), type is Expression.Sequence ? null : type, line);
        Inner();
    }

    // foreach ((var a, var b) in x): what was read as a type.
    private static Expression Names(Expression? type, int line) => type is Expression.Sequence names ? names : new Expression.Unknown(line);

    private void DeclareNames(Expression target, Expression? type)
    {
        foreach (var name in target.All().OfType<Expression.Name>())
            _scopes.Declare(name.Id, type);
    }

    private void UsingStatement()
    {
        if (cursor.Kind == OpenRound)
        {
            cursor.Advance();
            if (IsDeclaration())
                Declarators(DeclaredType());
            else
                EvaluateOrAssign(Parse());
            cursor.Expect(CloseRound);
            Inner();
        }
        else
        {
            Declaration();
        }
    }

    private void ReturnStatement()
    {
        var line = cursor.Line;
        cursor.Advance();
        var returns = _scopes.Around(ScopeKind.Function)?.Returns;
        Emit(new Statement.Return(_scopes.Current, cursor.Kind == Semicolon ? null : Retargeted(Parse(), returns), line));
        cursor.Expect(Semicolon);
    }

    private void Yield()
    {
        cursor.Advance();
        if (cursor.Kind == TokenKind.Return)
            ReturnStatement();
        else
            SkipToSemicolon();
    }

    private void ExpressionStatement()
    {
        EvaluateOrAssign(Parse());
        cursor.Expect(Semicolon);
    }
}
