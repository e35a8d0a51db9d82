using Sextant.Discovery.Code.Facts;
using static Sextant.Discovery.Code.Jvm.TokenKind;

namespace Sextant.Discovery.Code.Kotlin;

/// <summary>Statements. Blocks are flattened into the scope around them; the last expression of a block may be its value.</summary>
internal sealed partial class KotlinParser
{
    private void Block() => Statements(null);

    /// <summary>Reads a block in braces. Its last expression, if it is to be a value, is not recorded but given to the list.</summary>
    private void Statements(List<Expression>? last)
    {
        if (!_cursor.Enter())
            return;
        var close = _cursor.Token.Link;
        _cursor.Expect(OpenCurly);
        StatementsUntil(close, last);
        _cursor.Expect(CloseCurly);
        _cursor.Leave();
    }

    private void StatementsUntil(int close, List<Expression>? last)
    {
        var round = _round;
        _round = 0;
        while (_cursor.Kind is not (CloseCurly or End) && !_facts.IsFull)
        {
            var start = _cursor.Index;
            if (!_cursor.Take(Semicolon))
            {
                var value = last is null ? null : new List<Expression>();
                StatementAtHand(value);
                if (value is { Count: > 0 } && _cursor.Failure is null)
                {
                    while (_cursor.Take(Semicolon))
                        continue;
                    if (_cursor.Kind == CloseCurly)
                        last?.AddRange(value);
                    else
                        _facts.Evaluate(value[0]);
                }
            }

            AfterStatement(start, close);
        }

        _round = round;
    }

    /// <summary>One statement. If it is an expression, it goes to the list, or is recorded if there is none.</summary>
    private void StatementAtHand(List<Expression>? value)
    {
        if (Declaration() || _cursor.Failure is not null)
            return;
        if (_cursor.Kind == Name && Loop())
            return;
        Simple(value);
    }

    private bool Loop()
    {
        switch (_cursor.Characters)
        {
            case "for" when _cursor.Ahead(1).Kind == OpenRound:
                For();
                return true;
            case "while" when _cursor.Ahead(1).Kind == OpenRound:
                _cursor.Advance();
                _facts.Evaluate(Parenthesized());
                Inner();
                return true;
            case "do" when _cursor.Ahead(1).Kind == OpenCurly:
                _cursor.Advance();
                Block();
                if (_cursor.Take("while"))
                    _facts.Evaluate(Parenthesized());
                return true;
            default:
                return false;
        }
    }

    private void Inner()
    {
        if (_cursor.Kind == OpenCurly)
            Block();
        else if (_cursor.Take(Semicolon))
            return;
        else if (_cursor.Enter())
        {
            StatementAtHand(null);
            _cursor.Leave();
        }
    }

    private Expression Parenthesized()
    {
        _cursor.Expect(OpenRound);
        _round++;
        var value = ReadExpression();
        _round--;
        _cursor.Expect(CloseRound);
        return value;
    }

    private void For()
    {
        _cursor.Advance();
        _cursor.Expect(OpenRound);
        Annotations();
        var line = _cursor.Line;
        var names = new List<string>();
        var several = _cursor.Take(OpenRound);
        do
        {
            names.Add(_cursor.TakeName());
            if (_cursor.Take(Colon))
                Type();
        }
        while (several && _cursor.Take(Comma));
        if (several)
            _cursor.Expect(CloseRound);
        if (!_cursor.Take("in"))
            _cursor.Fail("'in' was expected");
        var source = ReadExpression();
        _cursor.Expect(CloseRound);
        if (_cursor.Failure is not null)
            return;
        Expression target = names.Count == 1
            ? new Expression.Name(names[0], line) : new Expression.Sequence([.. names.Select(n => new Expression.Name(n, line))], line);
        _facts.Add(new Statement.Assignment(_facts.Current, target, new Expression.Operation("for", [source], line), null, line));
        Inner();
    }

    /// <summary>An assignment, or an expression by itself.</summary>
    private void Simple(List<Expression>? value)
    {
        var line = _cursor.Line;
        var target = ReadExpression();
        if (_cursor.Failure is not null)
            return;
        if (_cursor.Kind is not (Equal or Augmented))
        {
            if (value is not null)
                value.Add(target);
            else if (target is not Expression.Nothing)
                _facts.Evaluate(target);
            return;
        }

        var compound = _cursor.Kind == Augmented ? _cursor.Word(_cursor.Characters[..^1]) : null;
        _cursor.Advance();
        _name = target switch { Expression.Name n => n.Id, Expression.Member m => m.Id, _ => "" };
        var given = ReadExpression();
        _name = "";
        if (_cursor.Failure is null)
            _facts.Add(new Statement.Assignment(_facts.Current, target, compound is null ? given : new Expression.Operation(compound, [target, given], line), null, line));
    }
}
