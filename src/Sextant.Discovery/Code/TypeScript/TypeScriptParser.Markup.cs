using Sextant.Discovery.Code.Facts;
using static Sextant.Discovery.Code.TypeScript.TokenKind;

namespace Sextant.Discovery.Code.TypeScript;

/// <summary>
/// Markup (JSX). A component is a call with its attributes as keyword arguments and its children after them; an element of the
/// page is an operation over its parts.
/// </summary>
internal sealed partial class TypeScriptParser
{
    /// <summary>The attribute that puts text into the page as it is.</summary>
    private const string RawMarkup = "dangerouslySetInnerHTML";

    private Expression Markup()
    {
        var (line, end) = (_cursor.Line, _cursor.Token.Link);
        if (++_nesting > MaxNesting)
            _cursor.Fail("nested too deeply");
        var choices = Interlude();
        _cursor.Open();
        var name = _cursor.Kind == MarkupName ? _cursor.TakeWord() : "";
        var arguments = new List<Argument>();
        Attributes(arguments, end);
        Children(arguments, end);
        _cursor.JumpTo(end);
        var endLine = _cursor.Line;
        _cursor.Advance();
        _choices = choices;
        _nesting--;
        if (name.Length > 0 && (char.IsUpper(name[0]) || name.Contains('.', StringComparison.Ordinal)))
            return new Expression.Call(Component(name, line), arguments, line) { EndLine = endLine };
        return new Expression.Operation("markup", [.. arguments.Select(Part)], line);
    }

    private static Expression Component(string name, int line)
    {
        Expression? component = null;
        foreach (var part in name.Split('.', 8))
            component = component is null ? new Expression.Name(part, line) : new Expression.Member(component, part, line);
        return component ?? new Expression.Unknown(line);
    }

    // What a page shows as it is, is as good as a call: the text may be a script.
    private static Expression Part(Argument argument)
    {
        var value = argument.Value;
        return argument.Keyword == RawMarkup
            ? new Expression.Call(new Expression.Name(RawMarkup, value.Line), [new Argument(null, (value as Expression.Mapping)?["__html"] ?? value)], value.Line)
            : value;
    }

    private void Attributes(List<Argument> arguments, int end)
    {
        while (_cursor.Kind is not (MarkupTagEnd or End) && _cursor.Index < end)
        {
            if (_cursor.Kind == FieldStart)
            {
                if (Field() is { } spread)
                    arguments.Add(spread);
                continue;
            }

            if (_cursor.Kind != MarkupName)
            {
                _cursor.Advance();
                continue;
            }

            var (name, line) = (_cursor.TakeWord(), _cursor.Line);
            var value = _cursor.Take(MarkupEqual) ? AttributeValue() : new Expression.Flag(true, line);
            if (value is not null)
                arguments.Add(new Argument(name, value));
        }
    }

    private Expression? AttributeValue()
    {
        var (line, end) = (_cursor.Line, _cursor.Token.Link);
        switch (_cursor.Kind)
        {
            case Text:
                var text = new Expression.Text(_cursor.Characters[1..^1].ToString(), line) { EndLine = end };
                _cursor.Advance();
                return text;
            case FieldStart:
                return Field()?.Value;
            case MarkupOpen:
                return Markup();
            default:
                return null;
        }
    }

    private void Children(List<Argument> arguments, int end)
    {
        if (!_cursor.Take(MarkupTagEnd))
            return;
        while (_cursor.Kind != End && _cursor.Index < end)
        {
            if (_cursor.Kind == MarkupOpen)
                arguments.Add(new Argument(null, Markup()));
            else if (_cursor.Kind == FieldStart && Field() is { } child)
                arguments.Add(child with { Spread = false });
            else if (_cursor.Kind is not (FieldStart or MarkupOpen) && _cursor.Index < end)
                _cursor.Advance();
        }
    }

    /// <summary>What stands between braces; null if that is nothing, or cannot be read.</summary>
    private Argument? Field()
    {
        var end = _cursor.Token.Link;
        _cursor.Open();
        if (_cursor.Failure is not null)
            return null;
        Argument? found = null;
        if (_cursor.Index < end)
        {
            var spread = _cursor.Take(Ellipsis);
            found = new Argument(null, List(), spread);
            if (_cursor.Index != end)
                _cursor.Fail("unexpected token in markup");
        }

        if (_cursor.Failure is { } failure)
        {
            found = null;
            if (_errors.Count < MaxErrors)
                _errors.Add(failure);
            _cursor.Return(end);
        }

        _cursor.Advance();
        return found;
    }
}
