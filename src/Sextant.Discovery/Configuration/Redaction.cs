namespace Sextant.Discovery.Configuration;

/// <summary>Takes what may be secret or personal out of command lines and addresses before they are shown.</summary>
internal static class Redaction
{
    private const string Hidden = "***";

    /// <summary>A command line: values of credential arguments, headers, credential assignments, and what looks like a key are hidden.</summary>
    public static string Command(IEnumerable<string> words)
    {
        var shown = new List<string>();
        var hideNext = false;
        foreach (var word in words.Take(60))
        {
            shown.Add(hideNext ? AfterColon(word) : Word(word));
            hideNext = TakesSecret(word);
        }

        return string.Join(' ', shown);
    }

    /// <summary>An address without user, password and query.</summary>
    public static string Url(string url)
    {
        var query = url.IndexOfAny(['?', '#']);
        if (query >= 0)
            url = url[..query];
        var mark = url.IndexOf("://", StringComparison.Ordinal);
        if (mark < 0)
            return url;
        var slash = url.IndexOf('/', mark + 3);
        var at = url.LastIndexOf('@', slash < 0 ? url.Length - 1 : slash);
        var clean = at > mark ? $"{url[..(mark + 3)]}{url[(at + 1)..]}" : url;
        var parts = clean.Split('/');
        for (var i = 3; i < parts.Length; i++)
        {
            if (LooksSecret(parts[i]))
                parts[i] = Hidden;
        }

        return string.Join('/', parts);
    }

    /// <summary>A path without the name of the person whose home it is in.</summary>
    public static string HomePath(string path)
    {
        foreach (var home in (ReadOnlySpan<string>)["/Users/", "/home/", "C:\\Users\\", "c:\\Users\\", "C:/Users/"])
        {
            if (!path.StartsWith(home, StringComparison.Ordinal))
                continue;
            var end = path.IndexOfAny(['/', '\\'], home.Length);
            return end < 0 ? "~" : $"~{path[end..]}";
        }

        return path;
    }

    private static string Word(string word)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        if (equals > 0 && (CredentialNames.IsCredential(word[..equals].TrimStart('-')) || LooksSecret(word[(equals + 1)..])))
            return $"{word[..(equals + 1)]}{Hidden}";
        if (word.Contains("://", StringComparison.Ordinal))
            return Url(word);
        if (word.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) || word.Contains("authorization:", StringComparison.OrdinalIgnoreCase))
            return AfterColon(word);
        return LooksSecret(word) ? Hidden : HomePath(word);
    }

    private static bool TakesSecret(string word) =>
        word is "--header" or "-H" || (word.StartsWith('-') && !word.Contains('=', StringComparison.Ordinal) && CredentialNames.IsCredential(word.TrimStart('-')))
        || word is "--api-key" or "--key" or "--pat" or "--password" or "--access-token";

    private static string AfterColon(string word)
    {
        if (Interpolation.IsOpen(word))
            return word.Contains(' ', StringComparison.Ordinal) ? Hidden : word;
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 ? $"{word[..(colon + 1)]}{Hidden}" : Hidden;
    }

    // Long, of letters and digits both, with nothing that a path, name or version has.
    private static bool LooksSecret(string word)
    {
        if (word.Length < 20 || word.AsSpan().ContainsAny('/', ' ', '@') || word.Contains("${", StringComparison.Ordinal))
            return false;
        int digits = 0, letters = 0, other = 0;
        foreach (var c in word)
        {
            if (char.IsAsciiDigit(c))
                digits++;
            else if (char.IsAsciiLetter(c))
                letters++;
            else
                other++;
        }

        return digits >= 4 && letters >= 4 && other <= 3 + (word.Length / 16) && !word.Contains("sha256", StringComparison.Ordinal);
    }
}
