namespace Sextant.Discovery.Manifests;

/// <summary>A requirement as PEP 508 writes it: <c>name[extra] &gt;=1,&lt;2 ; marker</c> or <c>name @ url</c>.</summary>
/// <param name="Name">The package.</param>
/// <param name="Pin">How firmly it is fixed.</param>
internal readonly record struct PythonRequirement(string Name, Pin Pin)
{
    /// <summary>Reads one requirement; false if the text is none.</summary>
    public static bool TryParse(string text, out PythonRequirement requirement)
    {
        requirement = default;
        var span = text.AsSpan().Trim();
        var end = 0;
        while (end < span.Length && (char.IsAsciiLetterOrDigit(span[end]) || span[end] is '-' or '_' or '.'))
            end++;
        if (end == 0 || end > 200 || !char.IsAsciiLetterOrDigit(span[0]))
            return false;
        var name = span[..end].TrimEnd('.').ToString();
        var rest = span[end..].TrimStart();
        if (rest.StartsWith("["))
        {
            var close = rest.IndexOf(']');
            if (close < 0)
                return false;
            rest = rest[(close + 1)..].TrimStart();
        }

        if (rest.Length > 0 && rest[0] is not ('=' or '>' or '<' or '!' or '~' or '@' or ';' or '(' or ',' or '#' or '-'))
            return false;
        requirement = new PythonRequirement(name, PinOf(rest));
        return true;
    }

    /// <summary>What a version specifier fixes: only <c>==</c> and <c>===</c> without a wildcard, or a URL with a commit or hash.</summary>
    public static Pin PinOf(ReadOnlySpan<char> specifier)
    {
        if (specifier.Contains("--hash=", StringComparison.Ordinal))
            return new Pin(Exact(specifier), IsDigest: true);
        if (specifier.StartsWith("@"))
            return OfUrl(specifier[1..].Trim());
        return new Pin(Exact(specifier));
    }

    private static string Exact(ReadOnlySpan<char> specifier)
    {
        var marker = specifier.IndexOf(';');
        var versions = (marker < 0 ? specifier : specifier[..marker]).Trim().Trim("()");
        if (versions.StartsWith("==="))
            versions = versions[3..];
        else if (versions.StartsWith("=="))
            versions = versions[2..];
        else
            return "";
        versions = versions.Trim();
        var end = versions.IndexOfAny(" ,\\#\t");
        if (end >= 0 && versions[end] == ',')
            return "";
        versions = end < 0 ? versions : versions[..end];
        return versions.Contains('*') ? "" : versions.ToString();
    }

    private static Pin OfUrl(ReadOnlySpan<char> url)
    {
        var end = url.IndexOfAny(" ;");
        url = end < 0 ? url : url[..end];
        if (url.Contains("#sha256=", StringComparison.Ordinal))
            return new Pin("", IsDigest: true);
        var at = url.LastIndexOf('@');
        var revision = at < 0 ? [] : url[(at + 1)..];
        var hash = revision.IndexOf('#');
        revision = hash < 0 ? revision : revision[..hash];
        return VersionText.IsCommit(revision) ? new Pin(revision.ToString(), IsDigest: true) : Pin.Floating;
    }
}
