using Sextant.Discovery.Code.Facts;
using static Sextant.Discovery.Code.Jvm.TokenKind;

namespace Sextant.Discovery.Code.Kotlin;

/// <summary>Expressions that branch: <c>if</c>, <c>when</c>, <c>try</c>; and those that leave.</summary>
internal sealed partial class KotlinParser
{
    /// <summary>Values of one choice that are kept.</summary>
    private const int MaxChoices = 60;

    private Expression If(int line)
    {
        var choices = new List<Expression>();
        do
        {
            _cursor.Advance();
            _facts.Evaluate(Parenthesized());
            Branch(choices);
            var at = _cursor.Kind == Semicolon && _cursor.IsAt(_cursor.Index + 1, "else") ? 1 : 0;
            if (!_cursor.IsAt(_cursor.Index + at, "else"))
                return Choice(choices, line);
            _cursor.JumpTo(_cursor.Index + at + 1);
        }
        while (_cursor.Is("if"));
        Branch(choices);
        return Choice(choices, line);
    }

    private static Expression Choice(List<Expression> choices, int line)
    {
        if (choices.Count == 0)
            return new Expression.Nothing(line);
        var choice = choices[^1];
        for (var i = choices.Count - 2; i >= 0; i--)
            choice = new Expression.Operation("?:", [new Expression.Unknown(line), choices[i], choice], line);
        return choice;
    }

    /// <summary>A block or an expression that may be the value of what is around it.</summary>
    private void Branch(List<Expression> choices)
    {
        var found = new List<Expression>();
        if (_cursor.Kind == OpenCurly)
            Statements(found);
        else if (!_cursor.Take(Semicolon) && _cursor.Enter())
        {
            StatementAtHand(found);
            _cursor.Leave();
        }

        foreach (var value in found)
        {
            if (choices.Count < MaxChoices)
                choices.Add(value);
            else
                _facts.Evaluate(value);
        }
    }

    private Expression When(int line)
    {
        _cursor.Advance();
        if (_cursor.Kind == OpenRound)
            Subject();
        var choices = new List<Expression>();
        var (close, round) = (_cursor.Token.Link, _round);
        _round = 0;
        _cursor.Expect(OpenCurly);
        while (_cursor.Kind is not (CloseCurly or End) && !_facts.IsFull)
        {
            var start = _cursor.Index;
            if (!_cursor.Take(Semicolon))
                Case(choices, close);
            AfterStatement(start, close);
        }

        _round = round;
        _cursor.Expect(CloseCurly);
        return Choice(choices, line);
    }

    private void Subject()
    {
        _cursor.Advance();
        if (_cursor.Is("val"))
            Property([]);
        else
            _facts.Evaluate(ReadExpression());
        _cursor.Expect(CloseRound);
    }

    private void Case(List<Expression> choices, int close)
    {
        var arrow = _cursor.Index;
        while (arrow < close && _cursor.At(arrow).Kind is not Arrow)
            arrow = _cursor.At(arrow) is { Kind: OpenRound or OpenCurly or OpenSquare, Link: var link } && link > arrow ? link + 1 : arrow + 1;
        if (arrow >= close)
        {
            _cursor.Fail("a case without an arrow");
            return;
        }

        _cursor.JumpTo(arrow + 1);
        Branch(choices);
    }

    private Expression Try(int line)
    {
        _cursor.Advance();
        var choices = new List<Expression>();
        Statements(choices);
        while (_cursor.Is("catch") && _cursor.Ahead(1) is { Kind: OpenRound, Link: > 0 } open)
        {
            _cursor.JumpTo(open.Link + 1);
            Statements(choices);
        }

        if (_cursor.Take("finally"))
            Block();
        return Choice(choices, line);
    }

    private Expression Leaving(int line)
    {
        var returns = _cursor.Is("return");
        _cursor.Advance();
        var labelled = _cursor.Kind == At && !_cursor.AtLineStart;
        if (labelled)
            _cursor.JumpTo(_cursor.Index + 2);
        var value = EndsExpression() ? null : ReadExpression();
        if (_cursor.Failure is not null)
            return new Expression.Unknown(line);
        if (returns)
            _facts.Add(new Statement.Return(labelled ? _facts.Current : AroundLambdas(), value, line));
        else if (value is not null)
            _facts.Evaluate(value);
        return new Expression.Nothing(line);
    }

    // A return in a lambda leaves the function around it.
    private int AroundLambdas()
    {
        var scope = _facts.Scope;
        while (scope is { IsValue: true, Kind: ScopeKind.Function, Parent: > 0 })
            scope = _facts.At(scope.Parent);
        return scope.Kind == ScopeKind.Function ? scope.Number : _facts.Current;
    }

    private bool EndsExpression() => _cursor.AtLineStart || _cursor.Kind is CloseCurly or CloseRound or CloseSquare or Semicolon or Comma or Elvis or End or Arrow || _cursor.Is("else");
}
