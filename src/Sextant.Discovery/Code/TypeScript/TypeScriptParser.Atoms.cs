using Sextant.Discovery.Code.Facts;
using static Sextant.Discovery.Code.TypeScript.TokenKind;

namespace Sextant.Discovery.Code.TypeScript;

/// <summary>Expressions that begin with their own first token.</summary>
internal sealed partial class TypeScriptParser
{
    private Expression Primary()
    {
        var line = _cursor.Line;
        switch (_cursor.Kind)
        {
            case Name:
                return NameExpression(line);
            case This or Super or PrivateName:
                return new Expression.Name(_cursor.TakeWord(), line);
            case Number:
                var digits = _cursor.TakeWord();
                return new Expression.Number(digits.Contains('_', StringComparison.Ordinal) ? digits.Replace("_", "", StringComparison.Ordinal) : digits, line);
            case Text:
                var end = _cursor.Token.Link;
                return new Expression.Text(TextValue(), line) { EndLine = end };
            case TemplateStart:
                return Template();
            case Regex:
                _cursor.Advance();
                return new Expression.Unknown(line);
            case True or False:
                var flag = new Expression.Flag(_cursor.Kind == True, line);
                _cursor.Advance();
                return flag;
            case Null:
                _cursor.Advance();
                return new Expression.Nothing(line);
            default:
                return Compound(line);
        }
    }

    private Expression Compound(int line)
    {
        switch (_cursor.Kind)
        {
            case OpenRound:
                return Parenthesized();
            case OpenSquare:
                return ArrayLiteral(line);
            case OpenCurly:
                return ObjectLiteral(line);
            case Function:
                return FunctionValue(line);
            case Class or At:
                var name = ClassDeclaration($"class at line {line}");
                return new Expression.Name(name, line);
            case New:
                return NewExpression();
            case Import:
                return ImportExpression(line);
            case MarkupOpen:
                return Markup();
            default:
                _cursor.Fail("unexpected token");
                return new Expression.Unknown(line);
        }
    }

    private Expression NameExpression(int line)
    {
        if (_cursor.Is("async") && _cursor.Following is { Kind: Function, FirstOnLine: false })
        {
            _cursor.Advance();
            return FunctionValue(line);
        }

        if (_cursor.Following.Kind == OpenRound && _cursor.Is("require") && RequiredModule(2) is { } module)
        {
            _cursor.Advance();
            _cursor.Skip();
            return ModuleNamed(module, line);
        }

        var id = _cursor.TakeWord();
        return id == "undefined" ? new Expression.Nothing(line) : new Expression.Name(id, line);
    }

    /// <summary>The text that is the only argument of the call at hand; null if it has another.</summary>
    private string? RequiredModule(int ahead)
    {
        var (text, close) = (_cursor.At(_cursor.Index + ahead), _cursor.At(_cursor.Index + ahead + 1));
        return text.Kind == Text && close.Kind is CloseRound or Comma ? ScriptText.Unescaped(source.AsSpan(text.Start + 1, text.Length - 2)) : null;
    }

    private Expression.Name ImportExpression(int line)
    {
        if (_cursor.Following.Kind == OpenRound && RequiredModule(2) is { } module)
        {
            _cursor.Advance();
            _cursor.Skip();
            return ModuleNamed(module, line);
        }

        return new Expression.Name(_cursor.TakeWord(), line);
    }

    private Expression Parenthesized()
    {
        var choices = Interlude();
        var withoutIn = _withoutIn;
        _withoutIn = 0;
        _cursor.Open();
        var value = List();
        _cursor.Expect(CloseRound);
        (_choices, _withoutIn) = (choices, withoutIn);
        return value;
    }

    private Expression.Sequence ArrayLiteral(int line)
    {
        var choices = Interlude();
        var items = new List<Expression>();
        _cursor.Open();
        while (_cursor.Kind is not (CloseSquare or End))
        {
            var at = _cursor.Line;
            if (_cursor.Kind == Comma)
                items.Add(new Expression.Nothing(at));
            else if (_cursor.Take(Ellipsis))
                items.Add(new Expression.Operation("*", [Assign()], at));
            else
                items.Add(Assign());
            if (!_cursor.Take(Comma))
                break;
        }

        _cursor.Expect(CloseSquare);
        _choices = choices;
        return new Expression.Sequence([.. items], line);
    }

    private Expression Template()
    {
        var (line, choices) = (_cursor.Line, Interlude());
        var pieces = new List<Expression>();
        _cursor.Open();
        while (_cursor.Kind is TemplateText or FieldStart)
        {
            if (_cursor.Kind == TemplateText)
            {
                pieces.Add(new Expression.Text(ScriptText.Unescaped(_cursor.Characters), _cursor.Line) { EndLine = _cursor.Token.Link });
                _cursor.Advance();
                continue;
            }

            var end = _cursor.Token.Link;
            _cursor.Open();
            pieces.Add(List());
            if (_cursor.Index != end)
                _cursor.Fail("unexpected token in a template's field");
            _cursor.Advance();
        }

        _cursor.Expect(TemplateEnd);
        _choices = choices;
        return pieces switch
        {
            [] => new Expression.Text("", line),
            [Expression.Text text] => text,
            _ => new Expression.Template([.. pieces], line),
        };
    }
}
