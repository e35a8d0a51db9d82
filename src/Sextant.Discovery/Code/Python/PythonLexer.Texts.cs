using System.Buffers;
using static Sextant.Discovery.Code.Python.TokenKind;

namespace Sextant.Discovery.Code.Python;

/// <summary>Text constants, and templates (f-strings and t-strings) with their fields, nested as PEP 701 allows.</summary>
internal sealed partial class PythonLexer
{
    /// <summary>How deep templates may stand in the fields of templates.</summary>
    private const int MaxTemplates = 20;

    private static readonly SearchValues<char> TemplateMarks = SearchValues.Create("'\"{}\\\n");

    private int _templates;

    private void LexText(int start, bool raw, bool template)
    {
        var quote = source[_at];
        var triple = Peek(1) == quote && Peek(2) == quote;
        _at += triple ? 3 : 1;
        if (template && _templates < MaxTemplates)
            LexTemplate(start, quote, triple, raw);
        else
            LexPlainText(start, quote, triple);
    }

    private void LexPlainText(int start, char quote, bool triple)
    {
        var (line, closed) = (_line, triple ? SkipTriple(quote) : SkipSingle(quote));
        var endLine = _line;
        _line = line;
        var index = Add(closed ? Text : Error, start, _at - start);
        tokens[index].Link = endLine;
        _line = endLine;
    }

    private bool SkipSingle(char quote)
    {
        while (_at < source.Length)
        {
            var next = source.AsSpan(_at).IndexOfAny(quote, '\\', '\n');
            if (next < 0)
            {
                _at = source.Length;
                return false;
            }

            _at += next;
            if (source[_at] == '\n')
                return false;
            if (source[_at++] == quote)
                return true;
            SkipEscaped();
        }

        return false;
    }

    private bool SkipTriple(char quote)
    {
        while (_at < source.Length)
        {
            var next = source.AsSpan(_at).IndexOfAny(quote, '\\');
            if (next < 0)
                break;
            _line += source.AsSpan(_at, next).Count('\n');
            _at += next + 1;
            if (source[_at - 1] == '\\')
                SkipEscaped();
            else if (Peek(0) == quote && Peek(1) == quote)
            {
                _at += 2;
                return true;
            }
        }

        _line += source.AsSpan(Math.Min(_at, source.Length)).Count('\n');
        _at = source.Length;
        return false;
    }

    /// <summary>Steps over what a backslash escapes; a line end of two characters counts as one.</summary>
    private void SkipEscaped()
    {
        if (Peek(0) == '\r' && Peek(1) == '\n')
            _at++;
        if (Peek(0) == '\n')
            _line++;
        _at = Math.Min(_at + 1, source.Length);
    }

    private void LexTemplate(int start, char quote, bool triple, bool raw)
    {
        _templates++;
        var line = _line;
        var opening = Add(TemplateStart, start, _at - start);
        if (!LexTemplateBody(quote, triple, raw, inSpec: false))
        {
            Add(Error, _at, 0);
            if (triple)
                SkipTriple(quote);
            else if (_line == line)
                SkipSingle(quote);
        }

        var closing = Add(TemplateEnd, _at, 0);
        (tokens[opening].Link, tokens[closing].Link) = (closing, opening);
        _templates--;
    }

    /// <summary>Texts and fields up to the closing quotes, or, in a format specification, up to the brace that ends its field.</summary>
    private bool LexTemplateBody(char quote, bool triple, bool raw, bool inSpec)
    {
        var (piece, pieceLine) = (_at, _line);
        while (_at < source.Length && tokens.HasRoom)
        {
            var c = source[_at];
            if (c == quote && (!triple || (Peek(1) == quote && Peek(2) == quote)))
            {
                AddPiece(piece, pieceLine);
                _at += inSpec ? 0 : triple ? 3 : 1;
                return !inSpec;
            }

            if (c == '}' && inSpec)
                return true;
            if (c == '{' && (inSpec || Peek(1) != '{'))
            {
                AddPiece(piece, pieceLine);
                if (!LexField(quote, triple, raw))
                    return false;
                (piece, pieceLine) = (_at, _line);
            }
            else if (c == '\n' && !triple)
            {
                break;
            }
            else
            {
                StepInTemplate(c, raw, inSpec);
            }
        }

        return false;
    }

    private void StepInTemplate(char c, bool raw, bool inSpec)
    {
        _at++;
        if (c == '\n')
            _line++;
        else if (c is '{' or '}' && Peek(0) == c && !inSpec)
            _at++;
        else if (c == '\\' && !raw && Peek(0) == 'N' && Peek(1) == '{')
            _at += Math.Max(0, source.AsSpan(_at, Math.Min(100, source.Length - _at)).IndexOf('}')) + 1;
        else if (c == '\\' && Peek(0) is not ('{' or '}'))
            SkipEscaped();
        else if (c is not ('\\' or '{' or '}' or '\n'))
            SkipPlain();
    }

    private void SkipPlain()
    {
        var next = source.AsSpan(_at).IndexOfAny(TemplateMarks);
        _at = next < 0 ? source.Length : _at + next;
    }

    private void AddPiece(int start, int line)
    {
        if (start == _at)
            return;
        var now = _line;
        _line = line;
        tokens[Add(TemplateText, start, _at - start)].Link = now;
        _line = now;
    }

    private bool LexField(char quote, bool triple, bool raw)
    {
        if (_templates > MaxTemplates)
            return false;
        _templates++;
        var opening = Add(FieldStart, _at++, 1);
        var outside = _brackets.Fence();
        var closed = LexFieldBody(quote, triple, raw);
        _brackets.Restore(outside);
        _templates--;
        if (!closed)
            return false;
        _fresh = false;
        var closing = Add(FieldEnd, _at++, 1);
        (tokens[opening].Link, tokens[closing].Link) = (closing, opening);
        return true;
    }

    /// <summary>The expression of a field, and its format, up to but without the closing brace.</summary>
    private bool LexFieldBody(char quote, bool triple, bool raw)
    {
        while (SkipBlanks() && tokens.HasRoom)
        {
            var c = source[_at];
            if (_brackets.IsEmpty && c is '}' or ')' or ']')
                return c == '}';
            if (_brackets.IsEmpty && c == ':')
            {
                _fresh = false;
                Add(FieldSpec, _at++, 1);
                return LexTemplateBody(quote, triple, raw, inSpec: true);
            }

            Next();
            var last = tokens[tokens.Count - 1];
            if (last.Kind == Error)
                return false;
            if (!last.FirstOnLine || !Keywords.OnlyBeginsStatement(last.Kind))
                continue;
            tokens.RemoveLast();
            (_at, _fresh) = (last.Start, true);
            return false;
        }

        return false;
    }
}
