using Sextant.Discovery.Code.Facts;
using static Sextant.Discovery.Code.Python.TokenKind;

namespace Sextant.Discovery.Code.Python;

/// <summary>Statements of one line.</summary>
internal sealed partial class PythonParser
{
    /// <summary>How high the tree of an expression may be, so that whoever walks it may recurse.</summary>
    private const int MaxHeight = 500;

    private int _checkedTo;

    /// <summary>Whether expressions that were just read can be kept; fails if one is too high.</summary>
    private bool Accepts(params ReadOnlySpan<Expression?> values)
    {
        if (_cursor.Failure is not null)
            return false;
        var tokens = _cursor.Index - _checkedTo;
        _checkedTo = _cursor.Index;
        if (tokens is >= 0 and < MaxHeight)
            return true;
        foreach (var value in values)
        {
            if (value is not null && HeightOf(value) >= MaxHeight)
                _cursor.Fail("nested too deeply");
        }

        return _cursor.Failure is null;
    }

    private static int HeightOf(Expression root)
    {
        var (height, level) = (0, new List<Expression> { root });
        while (level.Count > 0 && height < MaxHeight)
        {
            level = [.. level.SelectMany(e => e.Parts)];
            height++;
        }

        return height;
    }

    private void ParseKeywordStatement()
    {
        switch (_cursor.Kind)
        {
            case Pass or Break or Continue:
                _cursor.Advance();
                break;
            case TokenKind.Return:
                ParseReturn();
                break;
            case TokenKind.Import:
                ParseImport();
                break;
            case From:
                ParseFromImport();
                break;
            case Raise or Assert:
                ParseRaiseOrAssert();
                break;
            case Global or Nonlocal:
                ParseGlobal();
                break;
            case Del:
                _cursor.Advance();
                _expressions.Targets();
                break;
            default:
                ParseExpressionStatement();
                break;
        }
    }

    private void ParseReturn()
    {
        var line = _cursor.Line;
        _cursor.Advance();
        if (_cursor.AtLineEnd || _cursor.Kind == Semicolon)
            Emit(new Statement.Return(_scopes.Current, null, line));
        else if (_expressions.List() is var value && Accepts(value))
            Emit(new Statement.Return(_scopes.Current, value, line));
    }

    private void ParseRaiseOrAssert()
    {
        _cursor.Advance();
        if (_cursor.AtLineEnd || _cursor.Kind == Semicolon)
            return;
        EmitEvaluation(_expressions.List());
        if (_cursor.Take(From))
            EmitEvaluation(_expressions.Named());
    }

    private void ParseGlobal()
    {
        do
        {
            _cursor.Advance();
            if (_cursor.Kind == Name)
                _scopes.Share(_cursor.TakeName());
            else
                _cursor.Fail("expected a name");
        }
        while (_cursor.Kind == Comma);
    }

    private void ParseExpressionStatement()
    {
        var line = _cursor.Line;
        var first = _expressions.List();
        switch (_cursor.Kind)
        {
            case Colon:
                ParseAnnotated(first, line);
                break;
            case Augmented:
                ParseAugmented(first, line);
                break;
            case Equal:
                ParseAssignment(first, line);
                break;
            default:
                EmitStanding(first, line);
                break;
        }
    }

    /// <summary>An expression that stands by itself: documentation, what a generator gives, or something evaluated.</summary>
    private void EmitStanding(Expression value, int line)
    {
        if (!Accepts(value))
            return;
        if (value is Expression.Text text && _scopes.IsBodyEmpty)
            _scopes.Document(text.Value);
        else if (value is Expression.Operation { Operator: "yield" } yield)
            Emit(new Statement.Return(_scopes.Current, yield.Operands.Count > 0 ? yield.Operands[0] : null, line));
        else
            Emit(new Statement.Evaluation(_scopes.Current, value, line));
    }

    private void ParseAnnotated(Expression target, int line)
    {
        _cursor.Advance();
        var type = _expressions.Conditional();
        var value = _cursor.Take(Equal) ? _expressions.List() : null;
        if (Accepts(target, type, value))
            Emit(new Statement.Assignment(_scopes.Current, target, value, type, line));
    }

    private void ParseAugmented(Expression target, int line)
    {
        var name = _cursor.Characters[..^1].ToString();
        _cursor.Advance();
        var value = _expressions.List();
        if (Accepts(target, value))
            Emit(new Statement.Assignment(_scopes.Current, target, new Expression.Operation(name, [target, value], line), null, line));
    }

    private void ParseAssignment(Expression first, int line)
    {
        var targets = new List<Expression> { first };
        while (_cursor.Take(Equal))
            targets.Add(_expressions.List());
        var value = targets[^1];
        if (!Accepts([.. targets]))
            return;
        for (var i = 0; i < targets.Count - 1; i++)
            EmitAssignment(targets[i], value, line);
    }

    /// <summary>An assignment; one each for tuples that match (<c>a, b = x, y</c>).</summary>
    private void EmitAssignment(Expression target, Expression value, int line)
    {
        if (target is not Expression.Sequence names || value is not Expression.Sequence values || names.Items.Count != values.Items.Count
            || names.Items.Concat(values.Items).Any(i => i is Expression.Operation { Operator: "*", Operands.Count: 1 }))
        {
            Emit(new Statement.Assignment(_scopes.Current, target, value, null, line) { Always = _column == 0 && _scopes.Current == 0 && !_inHeader });
            return;
        }

        for (var i = 0; i < names.Items.Count; i++)
            EmitAssignment(names.Items[i], values.Items[i], line);
    }
}
