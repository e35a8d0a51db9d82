using Sextant.Discovery.Configuration;

namespace Sextant.Discovery.Code.Settings;

/// <summary>Says what a setting's text means, and keeps back what is secret or only shows where a value goes.</summary>
internal static class SettingValue
{
    private const int MaxLength = 1 << 16;

    private static readonly string[] KeyBeginnings = ["sk-", "sk_", "ghp_", "gho_", "github_pat_", "glpat-", "xox", "AKIA", "ASIA", "hf_", "AIza", "eyJ", "gsk_", "r8_", "pplx-", "nvapi-", "SG.", "-----BEGIN"];
    private static readonly string[] Placeholders = ["your-", "your_", "<your", "changeme", "change-me", "change_me", "xxxx", "replace", "todo", "placeholder"];

    /// <summary>The value that a text has, with defaults filled in; null if it is secret, a placeholder, empty, or not known.</summary>
    public static string? Of(string name, string text, Func<string, string?> lookUp)
    {
        if (text.Length is 0 or > MaxLength || CredentialNames.IsCredential(name))
            return null;
        var value = Filled(text, lookUp);
        if (value is not { Length: > 0 } || Interpolation.IsOpen(value) || IsPlaceholder(value) || IsSecret(value))
            return null;
        return WithoutPassword(value);
    }

    // ${NAME}, ${NAME:-default} as shells have it, ${NAME:default} of Spring, ${oc.env:NAME,default} of OmegaConf.
    private static string? Filled(string text, Func<string, string?> lookUp)
    {
        if (!text.Contains('$', StringComparison.Ordinal))
            return text;
        if (!text.StartsWith("${", StringComparison.Ordinal) || text.IndexOf('}', StringComparison.Ordinal) != text.Length - 1)
            return Interpolation.Fill(text, lookUp);
        var inner = text[2..^1];
        var (prefix, separator) = inner.StartsWith("oc.env:", StringComparison.Ordinal) ? ("oc.env:", ',') : inner.StartsWith("env:", StringComparison.Ordinal) ? ("env:", ',') : ("", ':');
        var at = inner.IndexOf(separator, prefix.Length);
        var name = at < 0 ? inner[prefix.Length..] : inner[prefix.Length..at];
        return lookUp(name) ?? (at < 0 ? null : inner[(at + 1)..].TrimStart('-').Trim('"', '\'', ' '));
    }

    private static bool IsPlaceholder(string value) =>
        value is ['<', .., '>'] or ['[', .., ']'] or "..." || Array.Exists(Placeholders, p => value.StartsWith(p, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a value looks like a key, whatever its name is.</summary>
    private static bool IsSecret(string value)
    {
        if (value.Length >= 16 && Array.Exists(KeyBeginnings, b => value.StartsWith(b, StringComparison.Ordinal)))
            return true;
        if (value.Length < 24 || value.AsSpan().ContainsAny("/ :.@"))
            return false;
        var (lower, upper, digits) = (value.Count(char.IsAsciiLetterLower), value.Count(char.IsAsciiLetterUpper), value.Count(char.IsAsciiDigit));
        var isHex = value.All(char.IsAsciiHexDigit) && value.Length >= 32;
        return isHex || (lower >= 4 && upper >= 4 && digits >= 3 && !value.Contains('-', StringComparison.Ordinal));
    }

    private static string WithoutPassword(string value)
    {
        var mark = value.IndexOf("://", StringComparison.Ordinal);
        if (mark < 0)
            return value;
        var end = value.IndexOfAny(['/', '?', '#'], mark + 3);
        var at = value.LastIndexOf('@', end < 0 ? value.Length - 1 : end);
        return at > mark ? value[..(mark + 3)] + value[(at + 1)..] : value;
    }
}
