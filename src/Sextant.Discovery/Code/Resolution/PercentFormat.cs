using Sextant.Discovery.Code.Facts;

namespace Sextant.Discovery.Code.Resolution;

/// <summary>The format of C's printf, as <c>%</c> of a text uses it.</summary>
internal static class PercentFormat
{
    /// <summary>The text as pieces: constants, and the value for each place.</summary>
    public static List<Expression> Pieces(string format, IReadOnlyList<Expression> values, int line)
    {
        var pieces = new List<Expression>();
        var (start, used) = (0, 0);
        for (var at = format.IndexOf('%', StringComparison.Ordinal); at >= 0 && at + 1 < format.Length; at = format.IndexOf('%', start))
        {
            pieces.Add(new Expression.Text(format[start..at], line));
            var end = at + 1;
            var key = KeyAt(format, ref end);
            while (end < format.Length && (char.IsAsciiDigit(format[end]) || format[end] is '-' or '+' or ' ' or '#' or '.'))
                end++;
            if (end >= format.Length)
                return [new Expression.Text(format, line)];
            if (format[end] == '%')
                pieces.Add(new Expression.Text("%", line));
            else
                pieces.Add((key is null ? values.ElementAtOrDefault(used++) : (values.ElementAtOrDefault(0) as Expression.Mapping)?[key]) ?? new Expression.Unknown(line));
            start = end + 1;
        }

        pieces.Add(new Expression.Text(format[start..], line));
        return pieces;
    }

    private static string? KeyAt(string format, ref int at)
    {
        if (format[at] != '(' || format.IndexOf(')', at) is not (> 0 and var close))
            return null;
        var key = format[(at + 1)..close];
        at = close + 1;
        return key;
    }
}
