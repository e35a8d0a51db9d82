using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Jvm;

namespace Sextant.Discovery.Code.Kotlin;

/// <summary>Reads a text with holes: <c>"Hello $name, ${user.mail}"</c>.</summary>
internal sealed class TemplateReader(Cursor cursor, FactBuilder facts, int nested)
{
    /// <summary>Holes within holes whose expressions are read.</summary>
    private const int MaxNested = 8;

    private readonly List<Expression> _pieces = [];

    /// <summary>Constants and holes, between two places of the source.</summary>
    public List<Expression> Pieces(int at, int end, bool raw, int line)
    {
        var start = at;
        while (at < end)
        {
            var c = cursor.Source[at];
            if (c == '\\' && !raw)
                at++;
            else if (c == '$' && HoleEnd(at, end) is var (from, to, after))
            {
                Constant(start, at, raw, line);
                line += Lines(start, at);
                _pieces.Add(Hole(from, to, line));
                line += Lines(at, after);
                start = at = after;
                continue;
            }

            at++;
        }

        Constant(start, end, raw, line);
        return _pieces;
    }

    private int Lines(int from, int to) => cursor.Source.AsSpan(from, to - from).Count('\n');

    private void Constant(int from, int to, bool raw, int line)
    {
        if (to <= from)
            return;
        var text = cursor.Source.AsSpan(from, to - from);
        _pieces.Add(new Expression.Text(raw ? text.ToString() : TextValue.Unescaped(text), line));
    }

    /// <summary>Where the expression of a hole begins and ends, and where the text goes on; null if there is no hole.</summary>
    private (int From, int To, int After)? HoleEnd(int at, int end)
    {
        var source = cursor.Source;
        var next = at + 1;
        if (next >= end)
            return null;
        if (source[next] != '{')
        {
            while (next < end && (char.IsLetterOrDigit(source[next]) || source[next] == '_'))
                next++;
            return next > at + 1 && !char.IsDigit(source[at + 1]) ? (at + 1, next, next) : null;
        }

        var depth = 0;
        for (; next < end; next++)
        {
            if (source[next] == '{')
                depth++;
            else if (source[next] == '}' && --depth == 0)
                return (at + 2, next, next + 1);
        }

        return (at + 2, end, end);
    }

    private Expression Hole(int from, int to, int line)
    {
        if (nested >= MaxNested)
            return new Expression.Unknown(line);
        using var tokens = new TokenBuffer<Token>(to - from);
        new Lexer(cursor.Source, tokens, kotlin: true, from, to, line).Run();
        var inner = new Cursor(cursor.Source, tokens);
        var hole = new KotlinParser(inner, facts, nested + 1).Hole();
        return inner.Failure is null ? hole : new Expression.Unknown(line);
    }
}
