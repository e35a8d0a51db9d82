using System.Text;
using Sextant.Discovery.Reading;

namespace Sextant.Discovery.History;

/// <summary>Where a git repository keeps its files, found without starting git. Its configuration is only ever read as text.</summary>
/// <param name="Path">The directory of this working tree: HEAD and index.</param>
/// <param name="CommonPath">The directory that all working trees of the repository share: objects, refs and config.</param>
internal sealed record GitDirectory(string Path, string CommonPath)
{
    private const int MaxTextBytes = 16 << 20;
    private const int MaxIndexBytes = 1 << 30;

    /// <summary>
    /// The repository whose working tree begins at a folder; null if there is none. A <c>.git</c> file is followed only into the
    /// folder itself or to a directory that points back to it, so that a made-up one leads nowhere.
    /// </summary>
    public static GitDirectory? OfWorkingTree(string folder)
    {
        var git = System.IO.Path.Join(folder, ".git");
        if (Directory.Exists(git))
            return IsLink(git) ? null : Of(git);
        if (ReadSmall(git) is not { } text || !text.StartsWith("gitdir:", StringComparison.Ordinal))
            return null;
        var path = FullPath(text["gitdir:".Length..], folder);
        return path is not null && (IsWithin(folder, path) || PointsBack(path, git)) ? Of(path) : null;
    }

    /// <summary>The bare repository that a folder is; null if it is none.</summary>
    public static GitDirectory? OfBare(string folder) =>
        File.Exists(System.IO.Path.Join(folder, "HEAD")) && Directory.Exists(System.IO.Path.Join(folder, "objects"))
        && (Directory.Exists(System.IO.Path.Join(folder, "refs")) || File.Exists(System.IO.Path.Join(folder, "packed-refs"))) ? Of(folder) : null;

    /// <summary>The text of a file of the repository; null if there is none that can be read.</summary>
    public string? ReadText(string name) => ReadSmall(System.IO.Path.Join(CommonPath, name));

    /// <summary>The text of a file of this working tree; null if there is none that can be read.</summary>
    public string? ReadOwnText(string name) => ReadSmall(System.IO.Path.Join(Path, name));

    /// <summary>Bytes of an object's id: 32 in a repository of SHA-256, else 20.</summary>
    public int IdLength => ReadText("config") is { } config && GitConfig.Value(config, "extensions", "objectformat") is { } format
        && format.Equals("sha256", StringComparison.OrdinalIgnoreCase) ? 32 : 20;

    /// <summary>The files that git tracks in this working tree; none if its index cannot be read.</summary>
    public TrackedPaths Tracked()
    {
        try
        {
            var file = new FileInfo(System.IO.Path.Join(Path, "index"));
            return !file.Exists || file.LinkTarget is not null || file.Length is 0 or > MaxIndexBytes
                ? TrackedPaths.None
                : GitIndex.Read(File.ReadAllBytes(file.FullName), IdLength);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return TrackedPaths.None;
        }
    }

    /// <summary>A path that a file of the repository names, from the folder that it is relative to; null if it is none.</summary>
    public static string? FullPath(string path, string folder) =>
        string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal) ? null : System.IO.Path.GetFullPath(path.Trim(), folder);

    private static GitDirectory Of(string path)
    {
        // A worktree's directory is .git/worktrees/name of the repository; anything else leads out of it.
        var shared = FullPath(ReadSmall(System.IO.Path.Join(path, "commondir")) ?? "", path);
        return new GitDirectory(path, shared is not null && IsWithin(shared, path) ? shared : path);
    }

    private static bool PointsBack(string path, string gitFile)
    {
        if (ReadSmall(System.IO.Path.Join(path, "gitdir")) is { } back)
            return FullPath(back, path) == System.IO.Path.GetFullPath(gitFile);
        return ReadSmall(System.IO.Path.Join(path, "config")) is { } config && GitConfig.Value(config, "core", "worktree") is { } tree
            && FullPath(tree, path) == System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(gitFile));
    }

    private static bool IsWithin(string folder, string path) =>
        System.IO.Path.GetFullPath(path).StartsWith(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(folder)) + "/", StringComparison.Ordinal);

    private static bool IsLink(string path) => new DirectoryInfo(path).LinkTarget is not null;

    private static string? ReadSmall(string path)
    {
        if (path.Contains('\0', StringComparison.Ordinal))
            return null;
        try
        {
            var file = new FileInfo(path);
            return file is { Exists: true, LinkTarget: null, Length: > 0 and <= MaxTextBytes } ? File.ReadAllText(path, Encoding.UTF8) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
