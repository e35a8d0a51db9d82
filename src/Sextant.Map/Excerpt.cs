using System.Globalization;
using System.Text;

namespace Sextant.Map;

/// <summary>Makes text of hostile files safe to show: one line, no control or invisible characters, bounded length.</summary>
public static class Excerpt
{
    /// <summary>The text on one line, with runs of white space folded, and cut at <paramref name="max"/> characters with an ellipsis.</summary>
    public static string OneLine(string text, int max)
    {
        if (IsClean(text) && text.Length <= max)
            return text;
        var line = new StringBuilder(Math.Min(text.Length, max));
        foreach (var rune in text.EnumerateRunes())
        {
            if (line.Length >= max - 1)
                return line.Append('…').ToString();
            if (Rune.IsWhiteSpace(rune))
            {
                if (line.Length > 0 && line[^1] != ' ')
                    line.Append(' ');
            }
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse))
            {
                line.Append(rune);
            }
        }

        return line.ToString().TrimEnd();
    }

    private static bool IsClean(string text)
    {
        var previous = 'x';
        foreach (var c in text)
        {
            if (c is < ' ' or > '~' || (c == ' ' && previous == ' '))
                return false;
            previous = c;
        }

        return previous != ' ' && !text.StartsWith(' ');
    }
}
