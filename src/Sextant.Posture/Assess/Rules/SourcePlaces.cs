using Sextant.Documents;

namespace Sextant.Posture.Assess.Rules;

/// <summary>
/// Finds where in a file a character of a YAML scalar stands, through block, folded, quoted and plain styles. What styles
/// change is white space and escapes, so the other characters are matched one by one.
/// </summary>
internal sealed class SourcePlaces(string source)
{
    private readonly string[] _lines = source.ReplaceLineEndings("\n").Split('\n');

    /// <summary>The place of a character of a scalar's text.</summary>
    public (int Line, int Column) Of(DocumentNode node, int offset)
    {
        var start = (Line: node.Line - 1, Column: node.Column - 1);
        if (node.Line < 1 || node.Line > _lines.Length || offset < 0)
            return (node.Line, node.Column);
        var at = start;
        if (CharAt(at) is '|' or '>')
            at = (at.Line + 1, 0);
        else if (CharAt(at) is '\'' or '"')
            at = (at.Line, at.Column + 1);
        var isEscaped = CharAt(start) == '"';
        var target = Math.Min(offset, node.Text.Length);
        var last = at;
        for (var i = 0; i <= target && i < node.Text.Length; i++)
        {
            if (char.IsWhiteSpace(node.Text[i]) && i < target)
                continue;
            if (!Seek(ref at, node.Text[i], isEscaped))
                return i == target && i > 0 ? (last.Line + 1, last.Column + 2) : (node.Line, node.Column);
            last = at;
            at = (at.Line, at.Column + 1);
        }

        return target >= node.Text.Length ? (last.Line + 1, last.Column + 2) : (last.Line + 1, last.Column + 1);
    }

    // Goes to the next place where the character stands; what is between is indentation or an escape.
    private bool Seek(ref (int Line, int Column) at, char wanted, bool isEscaped)
    {
        while (at.Line < _lines.Length)
        {
            if (at.Column >= _lines[at.Line].Length)
            {
                if (char.IsWhiteSpace(wanted))
                    return true;
                at = (at.Line + 1, 0);
                continue;
            }

            if (isEscaped && CharAt(at) == '\\' && CharAt((at.Line, at.Column + 1)) is var escaped && (escaped != wanted || char.IsAsciiLetter(escaped)))
                at = (at.Line, at.Column + 2);
            else if (CharAt(at) == wanted)
                return true;
            else
                at = (at.Line, at.Column + 1);
        }

        return false;
    }

    private char CharAt((int Line, int Column) at) => at.Column < _lines[at.Line].Length ? _lines[at.Line][at.Column] : '\0';
}
