using System.Globalization;
using Sextant.Discovery.Code.Facts;

namespace Sextant.Discovery.Code.Resolution;

/// <summary>The format with braces, as <c>format</c> of a text uses it.</summary>
internal static class BraceFormat
{
    /// <summary>The text as pieces: constants, and the argument for each field.</summary>
    public static List<Expression> Pieces(string format, Expression.Call call, int line)
    {
        var pieces = new List<Expression>();
        var (start, used) = (0, 0);
        while (start < format.Length)
        {
            var at = format.AsSpan(start).IndexOfAny('{', '}');
            if (at < 0)
                break;
            at += start;
            pieces.Add(new Expression.Text(format[start..at], line));
            if (at + 1 < format.Length && format[at + 1] == format[at])
            {
                pieces.Add(new Expression.Text(format[at].ToString(), line));
                start = at + 2;
                continue;
            }

            var close = format.IndexOf('}', at);
            if (close < 0)
                return [new Expression.Text(format, line)];
            pieces.Add(Field(format.AsSpan(at + 1, Math.Max(0, close - at - 1)), call, ref used) ?? new Expression.Unknown(line));
            start = close + 1;
        }

        if (start < format.Length)
            pieces.Add(new Expression.Text(format[start..], line));
        return pieces;
    }

    private static Expression? Field(ReadOnlySpan<char> field, Expression.Call call, ref int used)
    {
        var end = field.IndexOfAny(":!.[");
        var plain = end < 0 || field[end] is ':' or '!';
        var name = end < 0 ? field : field[..end];
        if (!plain)
            return null;
        if (name.IsEmpty)
            return call.Argument("", used++);
        return int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            ? call.Argument("", position)
            : call.Argument(name.ToString());
    }
}
