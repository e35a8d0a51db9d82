using System.Text;

namespace Sextant.Discovery.Configuration;

/// <summary>
/// Fills <c>$NAME</c>, <c>${NAME}</c>, <c>${NAME:-default}</c>, <c>${NAME-default}</c> and <c>${NAME:?message}</c> as shells and
/// compose files mean them. What nobody defines stays written as it is, so that it reads as unknown.
/// </summary>
internal static class Interpolation
{
    private const int MaxDepth = 8;

    public static string Fill(string text, Func<string, string?> lookUp) =>
        text.Contains('$', StringComparison.Ordinal) ? Fill(text, lookUp, 0) : text;

    /// <summary>Whether a text still holds a variable.</summary>
    public static bool IsOpen(string text)
    {
        for (var i = text.IndexOf('$', StringComparison.Ordinal); i >= 0 && i + 1 < text.Length; i = text.IndexOf('$', i + 1))
        {
            if (text[i + 1] is '{' or '(' || IsNameStart(text[i + 1]))
                return true;
        }

        return false;
    }

    private static string Fill(string text, Func<string, string?> lookUp, int depth)
    {
        var filled = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '$' || i + 1 >= text.Length)
            {
                filled.Append(text[i]);
            }
            else if (text[i + 1] == '$')
            {
                filled.Append('$');
                i++;
            }
            else if (text[i + 1] == '{' && Closing(text, i + 2) is > 0 and var end)
            {
                filled.Append(Value(text[(i + 2)..end], lookUp, depth) ?? text[i..(end + 1)]);
                i = end;
            }
            else
            {
                var name = NameAt(text, i + 1);
                filled.Append(name.Length == 0 ? "$" : lookUp(name) ?? $"${name}");
                i += name.Length;
            }
        }

        return filled.ToString();
    }

    private static string? Value(string inner, Func<string, string?> lookUp, int depth)
    {
        var name = NameAt(inner, 0);
        var known = name.Length == 0 ? null : lookUp(name);
        var rest = inner.AsSpan(name.Length);
        var colon = rest.StartsWith(":");
        if (colon)
            rest = rest[1..];
        if (rest.IsEmpty || depth >= MaxDepth)
            return known;
        var useDefault = known is null || (colon && known.Length == 0);
        return rest[0] switch
        {
            '-' when useDefault => Fill(rest[1..].ToString(), lookUp, depth + 1),
            '+' => known is null ? "" : Fill(rest[1..].ToString(), lookUp, depth + 1),
            _ => known,
        };
    }

    private static int Closing(string text, int from)
    {
        var open = 1;
        for (var i = from; i < text.Length; i++)
        {
            if (text[i] == '{')
                open++;
            else if (text[i] == '}' && --open == 0)
                return i;
        }

        return -1;
    }

    private static string NameAt(string text, int from)
    {
        if (from >= text.Length || !IsNameStart(text[from]))
            return "";
        var end = from + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
            end++;
        return text[from..end];
    }

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_';
}
