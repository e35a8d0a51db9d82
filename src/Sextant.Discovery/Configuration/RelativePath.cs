namespace Sextant.Discovery.Configuration;

/// <summary>Resolves paths that files of a tree give of others. Nothing leads out of the tree.</summary>
internal static class RelativePath
{
    /// <summary>The path from the tree's root; null if it is absolute, a URL, or leads out of the tree.</summary>
    public static string? Resolve(string folder, string relative)
    {
        relative = relative.Trim().Trim('"', '\'').Replace('\\', '/');
        if (relative.Length is 0 or > 1000 || relative[0] is '/' or '~' || relative.Contains(':', StringComparison.Ordinal))
            return null;
        var parts = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var part in relative.Split('/'))
        {
            if (part is "" or ".")
                continue;
            if (part != "..")
                parts.Add(part);
            else if (parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else
                return null;
        }

        return string.Join('/', parts);
    }
}
