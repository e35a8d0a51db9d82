using Sextant.Discovery.Code.Facts;
using static Sextant.Discovery.Code.Python.TokenKind;

namespace Sextant.Discovery.Code.Python;

/// <summary>Headers of compound statements that open no scope.</summary>
internal sealed partial class PythonParser
{
    private bool ParseFor()
    {
        var line = _cursor.Line;
        _cursor.Advance();
        var target = _expressions.Targets();
        _cursor.Expect(In);
        var source = _expressions.List();
        if (Accepts(target, source))
            Emit(new Statement.Assignment(_scopes.Current, target, new Expression.Operation("for", [source], line), null, line));
        return EndHeader();
    }

    private bool ParseWith()
    {
        _cursor.Advance();
        if (_cursor.Kind == OpenRound && ParseWithInBrackets())
            return EndHeader();
        do
            ParseWithItem();
        while (_cursor.Take(Comma));
        return EndHeader();
    }

    /// <summary>Items in brackets of their own; false, with nothing read, if the bracket belongs to an expression.</summary>
    private bool ParseWithInBrackets()
    {
        var (mark, kept) = (_cursor.Mark(), _statements.Count);
        _cursor.Open();
        while (!_cursor.AtLineEnd && _cursor.Kind != CloseRound)
        {
            ParseWithItem();
            if (!_cursor.Take(Comma))
                break;
        }

        _cursor.Close(CloseRound);
        if (_cursor.Kind == Colon)
            return true;
        _statements.RemoveRange(kept, _statements.Count - kept);
        _expressions.Reset();
        _cursor.Return(mark);
        return false;
    }

    private void ParseWithItem()
    {
        var line = _cursor.Line;
        var value = _expressions.Item();
        if (!_cursor.Take(As))
        {
            EmitEvaluation(value);
            return;
        }

        var target = _expressions.Item();
        if (Accepts(target, value))
            Emit(new Statement.Assignment(_scopes.Current, target, value, null, line));
    }

    private bool ParseExcept()
    {
        _cursor.Advance();
        _cursor.Take(Star);
        if (_cursor.Take(Colon))
            return true;
        var type = _expressions.List();
        if (_cursor.Take(As))
        {
            var line = _cursor.Line;
            var name = _expressions.Item();
            if (Accepts(name, type))
                Emit(new Statement.Assignment(_scopes.Current, name, null, type, line));
        }

        return EndHeader();
    }

    /// <summary><c>match</c>, <c>case</c> and <c>type</c> where they are keywords; null where they are names.</summary>
    private bool? ParseSoftKeyword()
    {
        var word = _cursor.Characters;
        if (word is not ("match" or "case" or "type") || !BeginsExpression(_cursor.Following))
            return null;
        if (word is "type")
            return _cursor.Following == Name ? ParseSimple(ParseTypeAlias) : null;
        var (mark, kept) = (_cursor.Mark(), _statements.Count);
        var isHeader = word is "match" ? ParseMatch() : ParseCase();
        if (isHeader)
            return true;
        _statements.RemoveRange(kept, _statements.Count - kept);
        _expressions.Reset();
        _cursor.Return(mark);
        return null;
    }

    private static bool BeginsExpression(TokenKind kind) => kind
        is Name or Number or Text or TemplateStart or OpenRound or OpenSquare or OpenCurly or Minus or Star or Tilde or Not or None or True
        or False or Lambda or Await or Ellipsis;

    private void ParseTypeAlias()
    {
        _cursor.Advance();
        var line = _cursor.Line;
        var name = new Expression.Name(_cursor.TakeName(), line);
        SkipTypeParameters();
        _cursor.Expect(Equal);
        var value = _expressions.Conditional();
        if (Accepts(value))
            Emit(new Statement.Assignment(_scopes.Current, name, value, null, line));
    }

    private bool ParseMatch()
    {
        var column = _cursor.Token.Column;
        _cursor.Advance();
        var subject = _expressions.List();
        EmitEvaluation(subject);
        if (!_cursor.Take(Colon) || _cursor.Kind != NewLine)
            return false;
        while (_subjects.TryPeek(out var around) && around.Column >= column)
            _subjects.Pop();
        if (_subjects.Count < MaxSubjects)
            _subjects.Push((column, subject));
        return true;
    }

    private bool ParseCase()
    {
        while (_subjects.TryPeek(out var around) && around.Column >= _cursor.Token.Column)
            _subjects.Pop();
        _cursor.Advance();
        var pattern = _expressions.Pattern();
        if (Accepts(pattern))
            EmitPattern(pattern);
        if (_cursor.Take(If))
            EmitEvaluation(_expressions.Named());
        return _cursor.Take(Colon);
    }

    /// <summary>
    /// The names that a pattern binds: a name alone is the subject, one in a map or sequence its part, one after <c>as</c> has its
    /// type; others hold what is not known.
    /// </summary>
    private void EmitPattern(Expression pattern)
    {
        var subject = _subjects.TryPeek(out var match) ? match.Subject : null;
        EmitParts(pattern, subject);
        foreach (var (name, type) in _expressions.Captures)
        {
            var called = type is Expression.Call call ? call.Callee : null;
            Emit(new Statement.Assignment(_scopes.Current, name, called is null ? new Expression.Unknown(name.Line) : null, called, name.Line));
        }
    }

    private void EmitParts(Expression pattern, Expression? subject)
    {
        switch (pattern)
        {
            case Expression.Name { Id: not "_" } name:
                Emit(new Statement.Assignment(_scopes.Current, name, subject ?? new Expression.Unknown(name.Line), null, name.Line));
                break;
            case Expression.Mapping mapping:
                foreach (var (key, value) in mapping.Entries)
                    EmitParts(value, subject is null || key is not Expression.Text ? null : new Expression.Element(subject, key, key.Line));
                break;
            case Expression.Sequence sequence when !sequence.Items.Any(i => i is Expression.Operation { Operator: "*" }):
                for (var i = 0; i < sequence.Items.Count; i++)
                    EmitParts(sequence.Items[i], subject is null ? null : new Expression.Element(subject, new Expression.Number($"{i}", pattern.Line), pattern.Line));
                break;
            case Expression.Call { Arguments: [{ Keyword: null, Value: Expression.Name only }] } type when type.Callee is Expression.Name { Id: "str" or "int" or "float" or "bool" or "bytes" or "dict" or "list" }:
                EmitParts(only, subject);
                break;
            case Expression.Call call:
                foreach (var argument in call.Arguments)
                    EmitParts(argument.Value, subject is null || argument.Keyword is not { } keyword ? null : new Expression.Member(subject, keyword, call.Line));
                break;
            default:
                foreach (var name in Bound(pattern))
                    EmitParts(name, null);
                break;
        }
    }

    private static IEnumerable<Expression.Name> Bound(Expression pattern) => pattern switch
    {
        Expression.Name { Id: not "_" } name => [name],
        Expression.Call call => call.Arguments.SelectMany(a => Bound(a.Value)),
        Expression.Mapping mapping => mapping.Entries.SelectMany(e => Bound(e.Value)),
        Expression.Sequence or Expression.Operation { Operator: "|" or "*" } => pattern.Parts.SelectMany(Bound),
        _ => [],
    };
}
