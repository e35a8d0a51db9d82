using Sextant.Documents;

namespace Sextant.Discovery.Reading;

/// <summary>What a repository is called: what its owner says, else where it was cloned from, else its folder.</summary>
internal static class RepositoryName
{
    private const int MaxLength = 200;

    /// <summary>The name of a tree.</summary>
    /// <param name="files">The tree; its <c>sextant.yaml</c> may name it under <c>repository</c>.</param>
    /// <param name="origin">The URL that it was cloned from, or null.</param>
    /// <param name="folder">The name of its folder.</param>
    public static string Of(IFileSource files, string? origin, string folder)
    {
        var declared = files.Read("sextant.yaml") is { } bytes ? YamlReader.Read(bytes).Root["repository"].TextOrNull : null;
        if (Clean(declared) is { Length: > 0 } named)
            return named;
        return origin is not null && Clean(OfUrl(origin)) is { Length: > 0 } cloned ? cloned : Clean(folder);
    }

    /// <summary>The <c>owner/name</c> of a remote; of a local path only its name. Never a user or password.</summary>
    public static string OfUrl(string url)
    {
        var text = url.Trim();
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        var isFile = scheme < 0 ? !IsShort(text) : text.StartsWith("file:", StringComparison.OrdinalIgnoreCase);
        var path = scheme >= 0 ? AfterHost(text[(scheme + 3)..]) : IsShort(text) ? text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..] : text;
        path = path.Split('?', '#')[0].Replace('\\', '/').Trim('/');
        if (path.EndsWith(".git", StringComparison.OrdinalIgnoreCase))
            path = path[..^4].TrimEnd('/');
        return isFile ? path[(path.LastIndexOf('/') + 1)..] : path;
    }

    /// <summary>A URL without the user, password, query and fragment that may stand in it.</summary>
    public static string WithoutCredentials(string url)
    {
        var text = url.Trim().Split('?', '#')[0];
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        var start = scheme < 0 ? 0 : scheme + 3;
        var slash = text.IndexOf('/', start);
        var at = text.AsSpan(start, (slash < 0 ? text.Length : slash) - start).LastIndexOf('@');
        return at < 0 ? text : text[..start] + text[(start + at + 1)..];
    }

    /// <summary>Whether it is <c>user@host:path</c>, the short form of ssh.</summary>
    public static bool IsShort(string url)
    {
        var colon = url.IndexOf(':', StringComparison.Ordinal);
        return colon > 1 && !url.AsSpan(0, colon).Contains('/') && !url.Contains("://", StringComparison.Ordinal) && url.AsSpan(0, colon).Contains('@');
    }

    private static string AfterHost(string rest)
    {
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? "" : rest[slash..];
    }

    private static string Clean(string? name)
    {
        if (name is null)
            return "";
        var parts = name.Split('/').Select(p => new string([.. p.Where(c => !char.IsControl(c))]).Trim()).Where(p => p is not ("" or "." or ".."));
        var clean = string.Join('/', parts);
        return clean.Length <= MaxLength ? clean : clean[..MaxLength];
    }
}
