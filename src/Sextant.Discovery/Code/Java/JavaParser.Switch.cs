using Sextant.Discovery.Code.Facts;
using static Sextant.Discovery.Code.Jvm.TokenKind;

namespace Sextant.Discovery.Code.Java;

/// <summary>Switches, as statements and as expressions.</summary>
internal sealed partial class JavaParser
{
    /// <summary>Values of one switch that are kept.</summary>
    private const int MaxChoices = 60;

    // The values of the switch expression around, if any.
    private List<Expression>? _yielded;

    private void Yielded(Expression value)
    {
        if (_yielded is null)
            _facts.Evaluate(value);
        else if (_yielded.Count < MaxChoices)
            _yielded.Add(value);
    }

    private Expression SwitchExpression()
    {
        var line = _cursor.Line;
        var values = new List<Expression>();
        Switch(values);
        if (values.Count == 0)
            return new Expression.Unknown(line);
        var choice = values[^1];
        for (var i = values.Count - 2; i >= 0; i--)
            choice = new Expression.Operation("?:", [new Expression.Unknown(line), values[i], choice], line);
        return choice;
    }

    /// <summary>Reads a switch; its values go to a list if it is an expression.</summary>
    private void Switch(List<Expression>? values)
    {
        if (!_cursor.Enter())
            return;
        var around = _yielded;
        _yielded = values;
        _cursor.Advance();
        Condition();
        var close = _cursor.Token.Link;
        _cursor.Expect(OpenCurly);
        while (_cursor.Kind is not (CloseCurly or End) && !_facts.IsFull)
        {
            var start = _cursor.Index;
            if (_cursor.Is("case") || _cursor.Is("default") && _cursor.Ahead(1).Kind is Colon or Arrow)
                Case(close);
            else
                StatementAtHand();
            AfterMember(start, close);
        }

        _cursor.Expect(CloseCurly);
        _yielded = around;
        _cursor.Leave();
    }

    /// <summary>A label, and what follows its arrow.</summary>
    private void Case(int close)
    {
        var arrow = _cursor.Index;
        while (arrow < close && _cursor.At(arrow).Kind is not (Arrow or Colon))
            arrow = _cursor.At(arrow) is { Kind: OpenRound or OpenCurly or OpenSquare, Link: var link } && link > arrow ? link + 1 : arrow + 1;
        if (arrow >= close)
        {
            _cursor.Fail("a label without an end");
            return;
        }

        _cursor.JumpTo(arrow);
        if (_cursor.Take(Colon))
            return;
        _cursor.Advance();
        if (_cursor.Kind == OpenCurly)
            Block();
        else if (_cursor.Is("throw"))
            StatementAtHand();
        else if (_yielded is null)
            ExpressionStatement();
        else
        {
            Yielded(ReadExpression());
            _cursor.Expect(Semicolon);
        }
    }
}
