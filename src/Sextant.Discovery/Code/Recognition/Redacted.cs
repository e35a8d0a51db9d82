using System.Text;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>
/// A short excerpt of a text that may be shown: e-mail addresses, long numbers and what could be a credential are replaced,
/// since a prompt may hold any of them.
/// </summary>
internal static class Redacted
{
    private const int MaxLength = 80;
    private const int MaxWord = 24;
    private const int MaxDigits = 4;

    public static string Excerpt(string text)
    {
        var line = Map.Excerpt.OneLine(text.Length > 4 * MaxLength ? text[..(4 * MaxLength)] : text, 4 * MaxLength);
        var words = new StringBuilder();
        foreach (var word in line.Split(' '))
        {
            if (words.Length > 0)
                words.Append(' ');
            words.Append(IsPrivate(word) ? "[redacted]" : word);
            if (words.Length > MaxLength)
                break;
        }

        return Map.Excerpt.OneLine(words.ToString(), MaxLength);
    }

    private static bool IsPrivate(string word) =>
        word.Contains('@', StringComparison.Ordinal) || word.Count(char.IsAsciiDigit) > MaxDigits || word.Length > MaxWord
        || word.Contains("sk-", StringComparison.Ordinal) || word.Contains("://", StringComparison.Ordinal);
}
