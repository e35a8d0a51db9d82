using Sextant.Discovery.History.Objects;

namespace Sextant.Discovery.History;

/// <summary>Reads what the names of a repository point to: HEAD, branches, tags, the stash, remote branches.</summary>
internal static class GitRefs
{
    private const int MaxRefs = 1_000_000;
    private const int MaxHops = 5;

    /// <summary>The object that HEAD names; null if it names none (a new repository, or a broken one).</summary>
    public static ObjectId? Head(GitDirectory git)
    {
        var text = git.ReadOwnText("HEAD")?.Trim();
        for (var hop = 0; hop < MaxHops && text is not null; hop++)
        {
            if (ObjectId.TryParse(text, git.IdLength, out var id))
                return id;
            if (!text.StartsWith("ref:", StringComparison.Ordinal))
                return null;
            var name = text[4..].Trim();
            if (!name.StartsWith("refs/", StringComparison.Ordinal) || name.Contains("..", StringComparison.Ordinal))
                return null;
            text = git.ReadText(name)?.Trim() ?? Packed(git).Where(p => p.Name == name).Select(p => p.Id.ToHex(git.IdLength)).FirstOrDefault();
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
