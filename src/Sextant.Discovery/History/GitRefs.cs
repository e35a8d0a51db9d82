using Sextant.Discovery.History.Objects;

namespace Sextant.Discovery.History;

/// <summary>Reads what the names of a repository point to: HEAD, branches, tags, the stash, remote branches.</summary>
internal static class GitRefs
{
    private const int MaxRefs = 1_000_000;
    private const int MaxHops = 5;

    /// <summary>Names that stand beside the refs, of this working tree alone.</summary>
    private static readonly string[] OwnNames = ["HEAD", "ORIG_HEAD", "FETCH_HEAD", "MERGE_HEAD"];

    /// <summary>The object that HEAD names; null if it names none (a new repository, or a broken one).</summary>
    public static ObjectId? Head(GitDirectory git) => Named(git, "HEAD");

    /// <summary>The object that a name stands for: <c>HEAD</c>, or a whole name as <c>refs/heads/main</c>; null if there is none.</summary>
    public static ObjectId? Named(GitDirectory git, string name)
    {
        for (var hop = 0; hop < MaxHops; hop++)
        {
            var isOwn = OwnNames.Contains(name, StringComparer.Ordinal);
            if (!isOwn && (!name.StartsWith("refs/", StringComparison.Ordinal) || name.Contains("..", StringComparison.Ordinal)))
                return null;
            var text = isOwn ? git.ReadOwnText(name)?.Trim() : git.ReadText(name)?.Trim() ?? Packed(git, name);
            if (text is null)
                return null;
            if (ObjectId.TryParse(text.Split('\t', 2)[0], git.IdLength, out var id))
                return id;
            if (!text.StartsWith("ref:", StringComparison.Ordinal))
                return null;
            name = text[4..].Trim();
        }

        return null;
    }

    /// <summary>All objects that names point to, each once and in order. A tag's own object is among them.</summary>
    public static SortedSet<ObjectId> All(GitDirectory git)
    {
        var tips = new SortedSet<ObjectId>();
        if (Head(git) is { } head)
            tips.Add(head);
        foreach (var (id, _) in Packed(git))
            tips.Add(id);
        foreach (var file in Loose(git).Take(MaxRefs))
        {
            if (git.ReadText(Path.GetRelativePath(git.CommonPath, file))?.Trim() is { } text && ObjectId.TryParse(text, git.IdLength, out var id))
                tips.Add(id);
        }

        return tips;
    }

    /// <summary>The commits of a shallow clone whose parents were not fetched.</summary>
    public static HashSet<ObjectId> Shallow(GitDirectory git)
    {
        var ids = new HashSet<ObjectId>();
        foreach (var line in (git.ReadText("shallow") ?? "").Split('\n', StringSplitOptions.TrimEntries))
        {
            if (ObjectId.TryParse(line, git.IdLength, out var id))
                ids.Add(id);
        }

        return ids;
    }

    private static string? Packed(GitDirectory git, string name) =>
        Packed(git).Where(p => p.Name == name).Select(p => p.Id.ToHex(git.IdLength)).FirstOrDefault();

    private static IEnumerable<string> Loose(GitDirectory git)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, MaxRecursionDepth = 64 };
        var folder = Path.Join(git.CommonPath, "refs");
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", options) : [];
    }

    private static IEnumerable<(ObjectId Id, string Name)> Packed(GitDirectory git)
    {
        var hexLength = git.IdLength * 2;
        foreach (var line in (git.ReadText("packed-refs") ?? "").Split('\n').Take(MaxRefs))
        {
            if (line.Length > hexLength && line[hexLength] == ' ' && ObjectId.TryParse(line[..hexLength], git.IdLength, out var id))
                yield return (id, line[(hexLength + 1)..].Trim());
            else if (line.StartsWith('^') && ObjectId.TryParse(line[1..].Trim(), git.IdLength, out var peeled))
                yield return (peeled, "");
        }
    }
}
