using Sextant.Discovery.Code.Facts;
using static Sextant.Discovery.Code.Jvm.TokenKind;

namespace Sextant.Discovery.Code.Java;

/// <summary>Statements. Blocks are flattened into the scope around them.</summary>
internal sealed partial class JavaParser
{
    private void Block()
    {
        if (!_cursor.Enter())
            return;
        var close = _cursor.Token.Link;
        _cursor.Expect(OpenCurly);
        while (_cursor.Kind is not (CloseCurly or End) && !_facts.IsFull)
        {
            var start = _cursor.Index;
            StatementAtHand();
            AfterMember(start, close);
        }

        _cursor.Expect(CloseCurly);
        _cursor.Leave();
    }

    /// <summary>One statement, in a place where a block need not be.</summary>
    private void Inner()
    {
        if (!_cursor.Enter())
            return;
        StatementAtHand();
        _cursor.Leave();
    }

    private void StatementAtHand()
    {
        if (_cursor.Kind == OpenCurly)
            Block();
        else if (_cursor.Take(Semicolon))
            return;
        else if (_cursor.Kind == Name && Keyword())
            return;
        else if (_cursor.Kind == Name && _cursor.Ahead(1).Kind == Colon)
            _cursor.JumpTo(_cursor.Index + 2);
        else if (!Declaration())
            ExpressionStatement();
    }

    /// <summary>A statement that a keyword begins; false if none does.</summary>
    private bool Keyword()
    {
        switch (_cursor.Characters)
        {
            case "if":
                If();
                return true;
            case "while":
                _cursor.Advance();
                Condition();
                Inner();
                return true;
            case "do":
                _cursor.Advance();
                Inner();
                _cursor.Take("while");
                Condition();
                _cursor.Take(Semicolon);
                return true;
            case "for":
                For();
                return true;
            case "try":
                Try();
                return true;
            case "return":
                Return();
                return true;
            case "throw" or "assert":
                _cursor.Advance();
                _facts.Evaluate(ReadExpression());
                if (_cursor.Take(Colon))
                    _facts.Evaluate(ReadExpression());
                _cursor.Expect(Semicolon);
                return true;
            case "break" or "continue":
                _cursor.Advance();
                if (_cursor.Kind == Name)
                    _cursor.Advance();
                _cursor.Expect(Semicolon);
                return true;
            default:
                return LessUsual();
        }
    }

    private bool LessUsual()
    {
        switch (_cursor.Characters)
        {
            case "synchronized" when _cursor.Ahead(1).Kind == OpenRound:
                _cursor.Advance();
                Condition();
                Block();
                return true;
            case "switch":
                Switch(null);
                _cursor.Take(Semicolon);
                return true;
            case "yield" when _cursor.Ahead(1).Kind is not (Equal or Dot or OpenRound or Increment):
                _cursor.Advance();
                Yielded(ReadExpression());
                _cursor.Expect(Semicolon);
                return true;
            case "else" or "catch" or "finally" or "case":
                _cursor.Fail("unexpected keyword");
                return true;
            default:
                return false;
        }
    }

    private void If()
    {
        do
        {
            _cursor.Advance();
            Condition();
            Inner();
            if (!_cursor.Take("else"))
                return;
        }
        while (_cursor.Is("if"));
        Inner();
    }

    private void Condition()
    {
        _cursor.Expect(OpenRound);
        _facts.Evaluate(ReadExpression());
        _cursor.Expect(CloseRound);
    }

    private void For()
    {
        _cursor.Advance();
        var close = _cursor.Token.Link;
        _cursor.Expect(OpenRound);
        if (!ForEach())
        {
            if (!_cursor.Take(Semicolon) && !Declaration())
                Expressions();
            if (_cursor.Kind is not (Semicolon or End) && _cursor.Index < close)
                _facts.Evaluate(ReadExpression());
            _cursor.Expect(Semicolon);
            if (_cursor.Kind != CloseRound)
                Expressions();
        }

        _cursor.Expect(CloseRound);
        Inner();
    }

    private bool ForEach()
    {
        var start = _cursor.Index;
        var at = start;
        while (_cursor.IsAt(at, "final"))
            at++;
        var name = SkipType(at);
        if (name < 0 || _cursor.At(name).Kind != Name || _cursor.At(name + 1).Kind != Colon)
            return false;
        _cursor.JumpTo(at);
        var type = Type();
        var line = _cursor.Line;
        var variable = _cursor.TakeName();
        _cursor.Advance();
        var source = ReadExpression();
        _facts.Assign(variable, new Expression.Operation("for", [source], source.Line), type is Expression.Name { Id: "var" } ? null : type, line);
        return true;
    }

    private void Expressions()
    {
        do
            Simple();
        while (_cursor.Take(Comma));
        if (_cursor.Kind == Semicolon)
            _cursor.Advance();
    }

    private void Try()
    {
        _cursor.Advance();
        if (_cursor.Take(OpenRound))
        {
            while (_cursor.Kind is not (CloseRound or End))
            {
                if (!Resource())
                    _facts.Evaluate(ReadExpression());
                if (!_cursor.Take(Semicolon))
                    break;
            }

            _cursor.Expect(CloseRound);
        }

        Block();
        while (_cursor.Take("catch"))
        {
            if (_cursor.Kind == OpenRound && _cursor.Token.Link > 0)
                _cursor.JumpTo(_cursor.Token.Link + 1);
            Block();
        }

        if (_cursor.Take("finally"))
            Block();
    }

    private bool Resource()
    {
        var at = _cursor.Index;
        while (_cursor.IsAt(at, "final"))
            at++;
        var name = SkipType(at);
        if (name < 0 || _cursor.At(name).Kind != Name || _cursor.At(name + 1).Kind != Equal)
            return false;
        _cursor.JumpTo(at);
        var type = Type();
        var line = _cursor.Line;
        var variable = _cursor.TakeName();
        _cursor.Advance();
        _facts.Assign(variable, ReadExpression(), type is Expression.Name { Id: "var" } ? null : type, line);
        return true;
    }

    private void Return()
    {
        var line = _cursor.Line;
        _cursor.Advance();
        var value = _cursor.Kind == Semicolon ? null : ReadExpression();
        _cursor.Expect(Semicolon);
        if (_cursor.Failure is null)
            _facts.Return(value, line);
    }

    /// <summary>A local type or variable; false if none begins here.</summary>
    private bool Declaration()
    {
        var (start, line) = (_cursor.Index, _cursor.Line);
        var isModified = _cursor.Kind == At || _cursor.Kind == Name && _cursor.Characters is "final" or "abstract" or "static" or "sealed" or "strictfp";
        List<Expression> annotations = isModified ? Modifiers() : [];
        if (TypeDeclaration(annotations, line))
            return true;
        var name = SkipType(_cursor.Index);
        if (name < 0 || _cursor.At(name).Kind != Name || _cursor.IsAt(name, "instanceof") || _cursor.At(name + 1).Kind is not (Equal or Semicolon or Comma or OpenSquare))
        {
            if (isModified)
                _cursor.Fail("a declaration was expected");
            _cursor.JumpTo(start);
            return false;
        }

        var type = Type();
        Declarators(type is Expression.Name { Id: "var" } ? null : type, annotations);
        return true;
    }

    private void ExpressionStatement()
    {
        Simple();
        _cursor.Expect(Semicolon);
    }

    /// <summary>An assignment or an expression by itself.</summary>
    private void Simple()
    {
        var line = _cursor.Line;
        var target = Ternary();
        var compound = _cursor.Kind == Augmented ? _cursor.Word(_cursor.Characters[..^1]) : null;
        if (_cursor.Kind is not (Equal or Augmented))
        {
            if (_cursor.Failure is null)
                _facts.Evaluate(target);
            return;
        }

        _cursor.Advance();
        _name = target switch { Expression.Name n => n.Id, Expression.Member m => m.Id, _ => "" };
        var value = ReadExpression();
        _name = "";
        if (_cursor.Failure is null)
            _facts.Add(new Statement.Assignment(_facts.Current, target, compound is null ? value : new Expression.Operation(compound, [target, value], line), null, line));
    }
}
