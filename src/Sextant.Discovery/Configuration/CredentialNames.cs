namespace Sextant.Discovery.Configuration;

/// <summary>Whether a variable's name says that its value is a credential.</summary>
internal static class CredentialNames
{
    private static readonly string[] Whole = ["PASSWORD", "PASSWD", "PASSPHRASE", "SECRET", "TOKEN", "APIKEY", "CREDENTIALS", "CREDENTIAL", "PAT"];

    private static readonly string[] KeyOwners =
    [
        "API", "ACCESS", "SECRET", "PRIVATE", "MASTER", "ENCRYPTION", "SIGNING", "AUTH", "SERVICE", "ACCOUNT", "STORAGE", "ADMIN", "ROLE", "APP",
        "LICENSE", "SUBSCRIPTION", "OPENAI", "FAL", "JWT", "SESSION", "WEBHOOK", "DEPLOY", "SSH", "SERVER", "MONGO",
    ];

    /// <summary><c>OPENAI_API_KEY</c>, <c>dbPassword</c>, <c>github-token</c>; not <c>MAX_TOKENS</c>, <c>PUBLIC_KEY</c> or <c>KEY_ID</c>.</summary>
    public static bool IsCredential(string name)
    {
        var words = Words(name);
        if (words.Count == 0)
            return false;
        var last = words[^1];
        if (last is "FILE" or "PATH" && words.Count > 1)
            last = words[^2];
        if (Whole.Contains(last, StringComparer.Ordinal))
            return !words.Contains("PUBLIC", StringComparer.Ordinal);
        return last is "KEY" && words.Count > 1 && KeyOwners.Contains(words[words.LastIndexOf("KEY") - 1], StringComparer.Ordinal)
            || last is "PASS" or "PWD" && words.Count > 1;
    }

    private static List<string> Words(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= Math.Min(name.Length, 200); i++)
        {
            var end = i == Math.Min(name.Length, 200);
            var boundary = end || !char.IsAsciiLetterOrDigit(name[i]) || (i > start && char.IsUpper(name[i]) && char.IsLower(name[i - 1]));
            if (!boundary)
                continue;
            if (i > start)
                words.Add(name[start..i].ToUpperInvariant());
            start = !end && char.IsAsciiLetterOrDigit(name[i]) ? i : i + 1;
        }

        return words;
    }
}
