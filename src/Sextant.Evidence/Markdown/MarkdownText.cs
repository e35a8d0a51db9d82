using System.Text;
using Sextant.Map;

namespace Sextant.Evidence.Markdown;

/// <summary>
/// Puts hostile text into GitHub-flavoured Markdown so that it stays text: no HTML, no links, no pictures, no mentions of
/// people and no references to issues, on one line.
/// </summary>
internal static class MarkdownText
{
    private const char ZeroWidthSpace = '\u200b';
    private const string Special = "\\`*_{}[]()<>#|!~&+-.";

    /// <summary>A sentence.</summary>
    public static string Escape(string text, int max = 400)
    {
        var line = Excerpt.OneLine(text, max);
        var escaped = new StringBuilder(line.Length + 16);
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (Special.Contains(c, StringComparison.Ordinal) && NeedsBackslash(line, i))
                escaped.Append('\\');
            escaped.Append(c);
            if (BecomesReference(line, i))
                escaped.Append(ZeroWidthSpace);
        }

        return escaped.ToString();
    }

    /// <summary>A name, path or id as code. Safe in a table's cell.</summary>
    public static string Code(string text, int max = 200)
    {
        var line = Excerpt.OneLine(text, max).Replace('`', '\'').Replace("|", "\\|", StringComparison.Ordinal);
        return line.Length == 0 ? "" : $"`{line.Trim()}`";
    }

    // Full stops, hyphens and plus signs mean something at the start of a line only.
    private static bool NeedsBackslash(string line, int at) => line[at] switch
    {
        '.' => at > 0 && at <= 9 && line.AsSpan(0, at).IndexOfAnyExceptInRange('0', '9') < 0,
        '-' or '+' => at == 0,
        '(' or ')' => at > 0 && line[at - 1] is ']' or ')',
        _ => true,
    };

    // GitHub turns @name, #12, GH-12, addresses with :// and www. into links even where Markdown is escaped.
    private static bool BecomesReference(string line, int at) => line[at] switch
    {
        '@' => true,
        '#' => at + 1 < line.Length && char.IsAsciiDigit(line[at + 1]),
        ':' => line.AsSpan(at).StartsWith("://"),
        '-' => at >= 2 && line.AsSpan(at - 2, 2).Equals("GH", StringComparison.OrdinalIgnoreCase),
        'w' or 'W' => at >= 2 && line.AsSpan(at - 2, 3).Equals("www", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
