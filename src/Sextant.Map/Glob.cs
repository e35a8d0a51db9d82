namespace Sextant.Map;

/// <summary>Patterns with <c>*</c> for any text and <c>?</c> for one character. Linear in space, at worst their product in time.</summary>
public static class Glob
{
    /// <summary>Whether a text matches a pattern as a whole, with case told apart.</summary>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        int p = 0, t = 0, star = -1, mark = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
                (star, mark, p) = (p, t, p + 1);
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == text[t]))
                (p, t) = (p + 1, t + 1);
            else if (star >= 0)
                (p, t, mark) = (star + 1, mark + 1, mark + 1);
            else
                return false;
        }

        return pattern[p..].Trim('*').IsEmpty;
    }
}
