namespace Sextant.Discovery.Reading.Ignoring;

/// <summary>
/// Matches one part of a path against one part of an ignore pattern: <c>*</c>, <c>?</c>, <c>[a-z]</c>, <c>[!a]</c>,
/// <c>[[:digit:]]</c> and <c>\</c>, as gitignore(5) says. Takes at most pattern × name steps.
/// </summary>
internal static class Glob
{
    /// <summary>Whether a part of a pattern has anything but literal characters.</summary>
    public static bool IsWild(ReadOnlySpan<char> pattern) => pattern.ContainsAny("*?[\\");

    /// <summary>Whether a name matches as a whole.</summary>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        var (p, n, star, mark) = (0, 0, -1, 0);
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, mark) = (p++, n);
            }
            else if (AfterUnit(pattern, p, name[n]) is var next and >= 0)
            {
                (p, n) = (next, n + 1);
            }
            else if (star >= 0)
            {
                (p, n) = (star + 1, ++mark);
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].TrimStart('*').IsEmpty;
    }

    /// <summary>The index after the unit at <paramref name="p"/> if it matches a character; -1 if it does not.</summary>
    private static int AfterUnit(ReadOnlySpan<char> pattern, int p, char c)
    {
        if (p >= pattern.Length)
            return -1;
        return pattern[p] switch
        {
            '?' => p + 1,
            '[' => AfterSet(pattern, p + 1, c),
            '\\' => p + 1 < pattern.Length && pattern[p + 1] == c ? p + 2 : -1,
            var literal => literal == c ? p + 1 : -1,
        };
    }

    private static int AfterSet(ReadOnlySpan<char> pattern, int p, char c)
    {
        var negated = p < pattern.Length && pattern[p] is '!' or '^';
        if (negated)
            p++;
        var found = false;
        for (var first = p; p < pattern.Length && (pattern[p] != ']' || p == first);)
        {
            if (NamedClass(pattern[p..]) is { IsEmpty: false } name)
            {
                found |= IsIn(name, c);
                p += name.Length + 4;
                continue;
            }

            if (!TryCharacter(pattern, ref p, out var low))
                return -1;
            var high = low;
            if (p + 1 < pattern.Length && pattern[p] == '-' && pattern[p + 1] != ']')
            {
                p++;
                if (!TryCharacter(pattern, ref p, out high))
                    return -1;
            }

            found |= c >= low && c <= high;
        }

        return p < pattern.Length && found != negated ? p + 1 : -1;
    }

    private static bool TryCharacter(ReadOnlySpan<char> pattern, ref int p, out char c)
    {
        if (p < pattern.Length && pattern[p] == '\\')
            p++;
        c = p < pattern.Length ? pattern[p++] : '\0';
        return c != '\0';
    }

    /// <summary>The <c>digit</c> of <c>[:digit:]</c>; empty if there is no such class here.</summary>
    private static ReadOnlySpan<char> NamedClass(ReadOnlySpan<char> rest)
    {
        if (!rest.StartsWith("[:"))
            return [];
        var end = rest.IndexOf(":]", StringComparison.Ordinal);
        return end > 2 ? rest[2..end] : [];
    }

    private static bool IsIn(ReadOnlySpan<char> name, char c) => name switch
    {
        "alnum" => char.IsAsciiLetterOrDigit(c),
        "alpha" => char.IsAsciiLetter(c),
        "digit" => char.IsAsciiDigit(c),
        "lower" => char.IsAsciiLetterLower(c),
        "upper" => char.IsAsciiLetterUpper(c),
        "xdigit" => char.IsAsciiHexDigit(c),
        "space" => c is ' ' or (>= '\t' and <= '\r'),
        "blank" => c is ' ' or '\t',
        "punct" => char.IsAscii(c) && (char.IsPunctuation(c) || char.IsSymbol(c)),
        "cntrl" => c is < ' ' or '\x7f',
        "graph" => c is > ' ' and < '\x7f',
        "print" => c is >= ' ' and < '\x7f',
        _ => false,
    };
}
