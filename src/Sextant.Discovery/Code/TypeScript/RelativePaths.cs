namespace Sextant.Discovery.Code.TypeScript;

/// <summary>Paths within a tree.</summary>
internal static class RelativePaths
{
    /// <summary>A path as written in a file of a folder, from the root of the tree; null if it leaves the tree.</summary>
    public static string? Resolve(string folder, string written)
    {
        var parts = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var part in written.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".")
                continue;
            if (part != "..")
            {
                parts.Add(part);
                continue;
            }

            if (parts.Count == 0)
                return null;
            parts.RemoveAt(parts.Count - 1);
        }

        return string.Join('/', parts);
    }

    /// <summary>The folder of a path.</summary>
    public static string FolderOf(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];

    /// <summary>The folders around a file, the nearest first, the root last.</summary>
    public static IEnumerable<string> Around(string path)
    {
        var folder = path;
        while (folder.Length > 0)
        {
            folder = FolderOf(folder);
            yield return folder;
        }
    }

    /// <summary>A name in a folder.</summary>
    public static string Join(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";
}
