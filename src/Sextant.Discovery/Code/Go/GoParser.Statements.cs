using Sextant.Discovery.Code.Facts;

namespace Sextant.Discovery.Code.Go;

/// <summary>Statements of functions.</summary>
internal sealed partial class GoParser
{
    private void Block()
    {
        if (!_cursor.Expect('{'))
            return;
        StatementsTo(isCase: false);
        _cursor.Expect('}');
    }

    /// <summary>Reads statements up to the closing brace, or up to the next case.</summary>
    private void StatementsTo(bool isCase)
    {
        while (!_cursor.IsEnd && !_cursor.Is('}'))
        {
            if (isCase && (_cursor.Is(GoKeyword.Case) || _cursor.Is(GoKeyword.Default)))
                return;
            var before = _cursor.Position;
            One();
            if (_cursor.Position == before)
                _cursor.Next();
        }
    }

    private void One()
    {
        if (_depth >= MaxDepth)
        {
            _cursor.Error("a block is too deep");
            _cursor.SkipStatement();
            return;
        }

        _depth++;
        if (_cursor.Is('{'))
            Block();
        else if (_cursor.Token.Kind != GoTokenKind.Keyword || !Keyword((GoKeyword)_cursor.Token.Code))
            Simple();
        _depth--;
    }

    private void Simple()
    {
        if (_cursor.AcceptSemicolon())
            return;
        if (_cursor.Token.Kind == GoTokenKind.Name && GoCursor.IsOperator(_cursor.Peek(), ':'))
        {
            _cursor.Next();
            _cursor.Next();
            return;
        }

        SimpleStatement();
        EndStatement();
    }

    /// <summary>A statement that starts with a keyword; false if it is an expression.</summary>
    private bool Keyword(GoKeyword keyword)
    {
        switch (keyword)
        {
            case GoKeyword.Const or GoKeyword.Var or GoKeyword.Type:
                Declaration();
                return true;
            case GoKeyword.Return:
                Return();
                return true;
            case GoKeyword.If:
                If();
                return true;
            case GoKeyword.For or GoKeyword.Switch or GoKeyword.Select:
                _cursor.Next();
                Header(isLoop: keyword == GoKeyword.For);
                if (keyword == GoKeyword.For)
                    Block();
                else
                    Cases();
                return true;
            case GoKeyword.Go or GoKeyword.Defer:
                _cursor.Next();
                return false;
            case GoKeyword.Break or GoKeyword.Continue or GoKeyword.Goto or GoKeyword.Fallthrough:
                _cursor.SkipStatement();
                return true;
            default:
                return false;
        }
    }

    private void If()
    {
        _cursor.Next();
        Header(isLoop: false);
        Block();
        // A long chain of else-if is no nesting.
        while (_cursor.Accept(GoKeyword.Else))
        {
            if (!_cursor.Accept(GoKeyword.If))
            {
                Block();
                return;
            }

            Header(isLoop: false);
            Block();
        }
    }

    /// <summary>What stands before the block of if, for, switch: statements with semicolons between them.</summary>
    private void Header(bool isLoop)
    {
        var level = _level;
        _level = -1;
        while (!_cursor.IsEnd && !_cursor.Is('{'))
        {
            var before = _cursor.Position;
            if (!_cursor.AcceptSemicolon())
                SimpleStatement(isLoop);
            if (_cursor.Position == before)
            {
                _cursor.Error("this cannot be read");
                break;
            }
        }

        _level = level;
    }

    private void Cases()
    {
        if (!_cursor.Expect('{'))
            return;
        while (!_cursor.IsEnd && !_cursor.Accept('}'))
        {
            var before = _cursor.Position;
            if (_cursor.Accept(GoKeyword.Case))
                Case();
            else
                _cursor.Accept(GoKeyword.Default);
            _cursor.Accept(':');
            StatementsTo(isCase: true);
            if (_cursor.Position == before)
                _cursor.Next();
        }
    }

    private void Case()
    {
        SimpleStatement();
        if (_cursor.Is(':'))
            return;
        _cursor.Error("':' is missing");
        while (!_cursor.IsEnd && !_cursor.Is(':') && !_cursor.Is('}'))
            _cursor.Next();
    }

    private void Return()
    {
        var (line, at) = (_cursor.Line, _statements.Count);
        _cursor.Next();
        var values = _cursor.Token.Kind == GoTokenKind.Semicolon || _cursor.Is('}') ? [] : ExpressionList();
        Add(new Statement.Return(_scope, values.FirstOrDefault(), line), at);
        foreach (var value in values.Skip(1).Where(MayMatter))
            _statements.Add(new Statement.Evaluation(_scope, value, value.Line));
        EndStatement();
    }

    private static bool MayMatter(Expression value) =>
        value is not (Expression.Name or Expression.Nothing or Expression.Number or Expression.Flag or Expression.Text or Expression.Unknown);

    private void SimpleStatement(bool isLoop = false)
    {
        var (line, at) = (_cursor.Line, _statements.Count);
        if (isLoop && _cursor.Accept(GoKeyword.Range))
        {
            Evaluate(Value(), line, at);
            return;
        }

        var targets = ExpressionList();
        if (_cursor.Is(":=") || _cursor.Is('='))
        {
            _cursor.Next();
            if (isLoop && _cursor.Accept(GoKeyword.Range))
                Loop(targets, Value(), line, at);
            else
                Assign(targets, ExpressionList(targets is [Expression.Name or Expression.Member] ? NameOf(targets[0]) : ""), null, line, at);
            return;
        }

        if (_cursor.Is("++") || _cursor.Is("--"))
        {
            _cursor.Next();
            return;
        }

        if (Operator.IsAssignment(_cursor.Token) is { } op)
        {
            _cursor.Next();
            var value = new Expression.Operation(op, [targets[0], Value()], line);
            Add(new Statement.Assignment(_scope, targets[0], value, null, line), at);
            return;
        }

        // A value is sent into a channel.
        if (_cursor.Accept("<-"))
            targets.Add(Value());
        foreach (var target in targets)
            Evaluate(target, target.Line, at++);
    }

    private void Evaluate(Expression value, int line, int at) => Add(new Statement.Evaluation(_scope, value, line), Math.Min(at, _statements.Count));

    private void Loop(List<Expression> targets, Expression source, int line, int at)
    {
        var element = targets.Count > 1 ? targets[1] : null;
        if (element is null or Expression.Name { Id: "_" })
            Evaluate(source, line, at);
        else
            Add(new Statement.Assignment(_scope, element, new Expression.Operation("for", [source], line), null, line), at);
        if (targets[0] is Expression.Name { Id: not "_" } key)
            Add(new Statement.Assignment(_scope, key, null, null, line), at + 1);
    }

    /// <summary>Targets get a value each; of one call that gives several, the first gets what matters.</summary>
    private void Assign(List<Expression> targets, List<Expression> values, Expression? type, int line, int at)
    {
        for (var i = 0; i < targets.Count; i++)
        {
            var value = i < values.Count ? values[i] : null;
            Add(Assigned(targets[i], value, type, line), Math.Min(at + i, _statements.Count));
        }
    }

    private Statement Assigned(Expression target, Expression? value, Expression? type, int line)
    {
        if (target is Expression.Name { Id: "_" })
            return new Statement.Evaluation(_scope, value ?? new Expression.Nothing(line), line);
        if (target is Expression.Name list && value is Expression.Operation { Operator: "+", Operands: [Expression.Name same, Expression.Sequence added] } && same.Id == list.Id && _appended == value)
        {
            var (method, argument) = added.Items is [Expression.Operation { Operator: "*", Operands: [var spread] }]
                ? ("extend", spread) : ("extend", added);
            return new Statement.Evaluation(_scope, new Expression.Call(new Expression.Member(list, method, line), [new Argument(null, argument)], line), line);
        }

        return new Statement.Assignment(_scope, target, value, type, line) { Always = _scope == 0 };
    }

    private static string NameOf(Expression target) => target switch
    {
        Expression.Name name => name.Id,
        Expression.Member member => member.Id,
        _ => "",
    };
}
