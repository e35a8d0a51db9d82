using System.Text;
using Sextant.Discovery.Code.Facts;
using static Sextant.Discovery.Code.Python.TokenKind;

namespace Sextant.Discovery.Code.Python;

/// <summary>Text constants and templates, adjacent ones joined.</summary>
internal sealed partial class ExpressionParser
{
    private Expression Texts()
    {
        var (line, endLine) = (cursor.Line, cursor.Token.Link);
        if (cursor.Kind == Text)
        {
            var first = TextConstant.Of(cursor.Characters);
            cursor.Advance();
            if (cursor.Kind is not (Text or TemplateStart))
                return new Expression.Text(first, line) { EndLine = endLine };
            return Joined(new TemplatePieces(first, line, endLine));
        }

        return Joined(new TemplatePieces("", line, line));
    }

    private Expression Joined(TemplatePieces pieces)
    {
        while (true)
        {
            if (cursor.Kind == Text)
            {
                pieces.Append(TextConstant.Of(cursor.Characters), cursor.Line, cursor.Token.Link);
                cursor.Advance();
            }
            else if (cursor.Kind == TemplateStart)
            {
                Template(pieces);
            }
            else
            {
                return pieces.ToExpression();
            }
        }
    }

    private void Template(TemplatePieces pieces)
    {
        var raw = cursor.Characters.ContainsAny('r', 'R');
        cursor.Open();
        while (cursor.Kind is TemplateText or FieldStart)
        {
            if (cursor.Kind == FieldStart)
            {
                pieces.Append(Field());
                continue;
            }

            pieces.Append(TextConstant.OfPiece(cursor.Characters, raw), cursor.Line, cursor.Token.Link);
            cursor.Advance();
        }

        cursor.Close(TemplateEnd);
    }

    /// <summary>The expression of a field; its conversion and format say nothing about the value.</summary>
    private Expression Field()
    {
        var end = cursor.Token.Link;
        cursor.Open();
        var value = List();
        if (cursor.Kind is not (FieldEnd or FieldSpec or Bang or Equal))
            cursor.Fail("unexpected token in a template's field");
        cursor.JumpTo(end);
        cursor.Close(FieldEnd);
        return value;
    }

    /// <summary>Collects texts and holes; texts side by side become one.</summary>
    private sealed class TemplatePieces(string first, int start, int firstEndLine)
    {
        private readonly List<Expression> _pieces = [];
        private readonly StringBuilder _text = new(first);
        private int _textLine;
        private int _textEndLine = firstEndLine;

        public void Append(string text, int line, int endLine)
        {
            if (_text.Length == 0)
                _textLine = line;
            _text.Append(text);
            _textEndLine = endLine;
        }

        public void Append(Expression hole)
        {
            Flush();
            _pieces.Add(hole);
        }

        public Expression ToExpression()
        {
            if (_pieces.Count == 0)
                return new Expression.Text(_text.ToString(), start) { EndLine = _textEndLine };
            Flush();
            return new Expression.Template([.. _pieces], start);
        }

        private void Flush()
        {
            if (_text.Length == 0)
                return;
            _pieces.Add(new Expression.Text(_text.ToString(), _textLine == 0 ? start : _textLine) { EndLine = _textEndLine });
            _text.Clear();
        }
    }
}
