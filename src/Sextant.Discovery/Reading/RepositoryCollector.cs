using System.Buffers;
using Sextant.Discovery.History;
using Sextant.Discovery.Memory;
using Sextant.Map;

namespace Sextant.Discovery.Reading;

/// <summary>
/// Reads source code: a folder, a git working tree, a bare repository, or the URL of one, which is cloned; of a repository its history
/// too; or one file, as the log of a build is.
/// </summary>
/// <param name="inspectors">Makes new inspectors for each target.</param>
public sealed class RepositoryCollector(Func<IReadOnlyList<IInspector>> inspectors) : ICollector
{
    internal const string CollectorName = "repository";

    private const int MaxNesting = 8;

    private static readonly SearchValues<char> OfScheme =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");

    /// <summary>How long a clone may take.</summary>
    public TimeSpan CloneLimit { get; init; } = TimeSpan.FromMinutes(30);

    /// <inheritdoc/>
    public string Name => CollectorName;

    /// <inheritdoc/>
    public bool Reads(string target) => Path.Exists(target) || GitUrl.Is(target) || !HasScheme(target);

    /// <summary>The id of all that was collected; null if something of it cannot be told apart from another state.</summary>
    public string? Collected { get; private set; } = "";

    /// <summary>The id of a target, equal to <see cref="Collected"/> if a scan would see the same; null if that cannot be told without one.</summary>
    public static string? Survey(string target, CollectOptions options)
    {
        if (options.Cache is not { } cache || !Directory.Exists(target))
            return null;
        var root = FolderOf(target);
        return new Survey(cache, options).Of(root, "", Path.GetFileName(root));
    }

    /// <inheritdoc/>
    public Coverage Collect(string target, CollectOptions options, IRecorder recorder)
    {
        var shown = RepositoryName.WithoutCredentials(target);
        if (File.Exists(target))
            return new RepositoryScan(inspectors, options, recorder).OfFile(new FileInfo(target));
        if (Directory.Exists(target) || !GitUrl.Is(target))
            return Folder(FolderOf(target), "", options, recorder, 0);
        options.Progress?.Invoke($"cloning {shown}");
        Collected = null;
        using var clone = GitClone.Of(target, options.History, CloneLimit, options.Cancellation);
        return new RepositoryScan(inspectors, options, recorder).OfBare(BareAt(clone.Path, shown), target, shown);
    }

    private Coverage Folder(string root, string place, CollectOptions options, IRecorder recorder, int depth)
    {
        options.Progress?.Invoke($"listing {(place.Length == 0 ? root : place)}");
        var scan = new RepositoryScan(inspectors, options, recorder, place);
        var name = place.Length == 0 ? Path.GetFileName(root) : place.TrimEnd('/');
        var git = GitDirectory.OfWorkingTree(root);
        if (git is null && GitDirectory.OfBare(root) is { } bare)
        {
            Collected = null;
            return scan.OfBare(bare, OriginOf(bare), name);
        }

        var coverage = scan.OfFolder(root, git, OriginOf(git), name);
        Collected = scan.Id is { } id ? Collected + id : null;
        foreach (var nested in scan.Nested)
            coverage += Nested(root, place, nested, options, recorder, depth + 1);
        return coverage;
    }

    private Coverage Nested(string root, string place, string nested, CollectOptions options, IRecorder recorder, int depth)
    {
        if (depth > MaxNesting)
        {
            recorder.Record(new Gap(CollectorName, nested, $"repositories lie in each other more than {MaxNesting} deep; name it as a target of its own"));
            return Coverage.None;
        }

        var coverage = Folder(Path.Join(root, nested), $"{place}{nested}/", options, new NestedRecorder(nested, recorder), depth);
        return coverage with { Errors = [.. coverage.Errors.Select(e => $"{nested}: {e}")] };
    }

    private static GitDirectory BareAt(string path, string target) =>
        GitDirectory.OfBare(path) ?? throw new TargetException($"{target} was cloned but is no repository; check the URL");

    internal static string? OriginOf(GitDirectory? git) =>
        git?.ReadText("config") is { } config ? GitConfig.Value(config, "remote \"origin\"", "url") : null;

    private static string FolderOf(string target)
    {
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(target));
        if (!Directory.Exists(path))
            throw new TargetException($"{target} does not exist; name a file, a folder, a git repository or its URL");
        return path;
    }

    /// <summary>Whether a target begins with a word and a colon, as <c>aws:</c> does; a drive's letter is no scheme.</summary>
    private static bool HasScheme(string target)
    {
        var colon = target.IndexOf(':', StringComparison.Ordinal);
        return colon > 1 && !target.AsSpan(0, colon).ContainsAnyExcept(OfScheme);
    }
}
