namespace Sextant.Posture.Assess.Suppression;

/// <summary>Patterns where <c>*</c> is any text and <c>?</c> any one character.</summary>
public static class Glob
{
    /// <summary>Whether a text matches. Never takes more than pattern times text steps.</summary>
    public static bool IsMatch(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        int p = 0, t = 0, star = -1, resume = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
                (star, resume) = (p++, t);
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == text[t]))
                (p, t) = (p + 1, t + 1);
            else if (star >= 0)
                (p, t) = (star + 1, ++resume);
            else
                return false;
        }

        return pattern[p..].TrimStart('*').IsEmpty;
    }
}
