using Sextant.Discovery.History;
using Sextant.Map;

namespace Sextant.Discovery.Reading;

/// <summary>Reads a folder of source code.</summary>
/// <param name="inspectors">Makes new inspectors for each target.</param>
public sealed class RepositoryCollector(Func<IReadOnlyList<IInspector>> inspectors) : ICollector
{
    internal const string CollectorName = "repository";

    /// <inheritdoc/>
    public string Name => CollectorName;

    /// <inheritdoc/>
    public bool Reads(string target) => Directory.Exists(target) || GitUrl.Is(target) || !HasScheme(target);

    /// <inheritdoc/>
    public Coverage Collect(string target, CollectOptions options, IRecorder recorder)
    {
        var root = FolderOf(target);
        var tally = new CoverageTally();
        options.Progress?.Invoke($"listing {RepositoryName.WithoutCredentials(target)}");
        var git = GitDirectory.OfWorkingTree(root);
        var tree = new FolderTree(root, TreeWalker.Walk(root, WalkOf(git, options), tally, options.Cancellation), tally, options.MaxFileBytes);
        var origin = git?.ReadText("config") is { } config ? GitConfig.Value(config, "remote \"origin\"", "url") : null;
        var context = new TreeContext(RepositoryName.Of(tree, origin, Path.GetFileName(root)), tree, recorder);
        RecordRepository(context, origin);
        var set = new InspectorSet(inspectors());
        new TreeScan(tree, set, context, options, tally).Run();
        new FileOffer(set, context, tally).Close();
        if (options.Cancellation.IsCancellationRequested)
            tally.Fail($"{target}: stopped before all of it was read; scan again for the whole");
        return tally.ToCoverage();
    }

    private static WalkOptions WalkOf(GitDirectory? git, CollectOptions options) => new()
    {
        Vendored = options.Vendored,
        Exclude = git?.ReadText("info/exclude") ?? "",
        Tracked = git?.Tracked() ?? TrackedPaths.None,
    };

    private static void RecordRepository(TreeContext context, string? origin)
    {
        var url = origin is null ? null : RepositoryName.WithoutCredentials(origin);
        var evidence = new Evidence(CollectorName, "", 0, url is null ? "the folder that was scanned" : $"cloned from {url}", Confidence.Certain);
        context.Recorder.Record(new AssetObservation(context.RepositoryId, evidence) { Name = context.Repository });
    }

    private static string FolderOf(string target)
    {
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(target));
        if (File.Exists(path))
            throw new TargetException($"{target} is a file; name the folder that holds it");
        if (!Directory.Exists(path))
            throw new TargetException($"{target} does not exist; name a folder, a git repository or its URL");
        return path;
    }

    /// <summary>Whether a target begins with a word and a colon, as <c>aws:</c> does; a drive's letter is no scheme.</summary>
    private static bool HasScheme(string target)
    {
        var colon = target.IndexOf(':', StringComparison.Ordinal);
        return colon > 1 && target.AsSpan(0, colon).IndexOfAnyExcept(Letters) < 0;
    }

    private static System.Buffers.SearchValues<char> Letters { get; } = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");
}
