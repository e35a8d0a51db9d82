using Sextant.Discovery.History;
using Sextant.Discovery.History.Objects;
using Sextant.Discovery.Reading.Ignoring;
using Sextant.Map;

namespace Sextant.Discovery.Reading;

/// <summary>One target being read: its files, then its history, then the inspectors' conclusions.</summary>
internal sealed class RepositoryScan(Func<IReadOnlyList<IInspector>> inspectors, CollectOptions options, IRecorder recorder, string place = "")
{
    // Inspectors read catalogs when they are made, while the folder is listed.
    private readonly Task<InspectorSet> _inspectors = Task.Run(() => new InspectorSet(inspectors()));
    private readonly CoverageTally _tally = new();

    /// <summary>Repositories that lie in the folder that was read, relative to it; they were not read with it.</summary>
    public IReadOnlyList<string> Nested { get; private set; } = [];

    /// <summary>What the repository is called, where that is decided already; null to ask its tree.</summary>
    public string? Name { get; init; }

    /// <summary>The part of history that is read; null for all of it.</summary>
    public HistoryPart? Part { get; init; }

    /// <summary>Reads the tree of a commit, and the part of history that was asked for.</summary>
    public Coverage OfTree(GitDirectory git, ObjectStore store, GitTree tree, ObjectId id, string? origin) =>
        Read(tree, origin, "", Part is null ? (_, _) => { } : (set, context) => History(git, store, tree, id, set, context));

    /// <summary>Counts what is seen and left out, for those that list a tree before it is read.</summary>
    public CoverageTally Tally => _tally;

    /// <summary>Reads a folder, and the history of the repository whose working tree it is.</summary>
    public Coverage OfFolder(string root, GitDirectory? git, string? origin, string name)
    {
        var walk = new WalkOptions { Vendored = options.Vendored, Exclude = git?.ReadText("info/exclude") ?? "", Tracked = git?.Tracked() ?? TrackedPaths.None };
        var listing = TreeWalker.Walk(root, walk, _tally, options.Cancellation);
        Nested = listing.Repositories;
        var tree = new FolderTree(root, listing.Files, _tally, options.MaxFileBytes);
        if (git is null)
            return Read(tree, origin, name, (_, _) => { });
        using var store = ObjectStore.Open(git, new HistoryLimits());
        return Read(tree, origin, name, (set, context) => History(git, store, tree, HeadTree(git, store), set, context));
    }

    /// <summary>Reads the tree of HEAD of a bare repository, and its history.</summary>
    public Coverage OfBare(GitDirectory git, string? origin, string folder)
    {
        using var store = ObjectStore.Open(git, new HistoryLimits());
        var head = HeadTree(git, store);
        ISourceTree tree = head is { } id ? new GitTree(store, id, options.Vendored, options.MaxFileBytes, _tally) : new FolderTree("", [], _tally, 0);
        return Read(tree, origin, folder.EndsWith(".git", StringComparison.Ordinal) ? folder[..^4] : folder, (set, context) => History(git, store, tree, head, set, context));
    }

    private Coverage Read(ISourceTree tree, string? origin, string folder, Action<InspectorSet, TreeContext> history)
    {
        var context = new TreeContext(Name ?? RepositoryName.Of(tree, origin, folder), tree, recorder) { Folder = place };
        RecordRepository(context, origin);
        var set = _inspectors.GetAwaiter().GetResult();
        new TreeScan(tree, set, context, options, _tally).Run();
        if (options.History)
            history(set, context);
        new FileOffer(set, context, _tally).Close();
        if (options.Cancellation.IsCancellationRequested)
            _tally.Fail($"{context.Repository}: stopped before all of it was read; scan again for the whole");
        return _tally.ToCoverage();
    }

    private void History(GitDirectory git, ObjectStore store, ISourceTree tree, ObjectId? head, InspectorSet set, TreeContext context)
    {
        IInspector[] reading = [.. set.Inspectors.Where(i => i.ReadsHistory)];
        if (reading.Length == 0)
            return;
        options.Progress?.Invoke("history: listing commits");
        var scan = new HistoryScan(git, store, context, options, _tally) { Part = Part };
        scan.Run(new InspectorSet(reading), LeftOut(tree), new CurrentTree(store, head, tree));
    }

    /// <summary>Which paths of history are left out: those that <c>.sextantignore</c> at the root names, and vendored ones.</summary>
    private Func<string, bool, bool> LeftOut(ISourceTree tree)
    {
        var text = tree.Read(".sextantignore") is { } bytes ? System.Text.Encoding.UTF8.GetString(bytes) : "";
        var own = IgnoreFile.Parse(text);
        return (path, isFolder) => own?.Decide(path, isFolder)
            ?? (!options.Vendored && (isFolder ? VendoredTrees.IsFolderByName(NameOf(path)) : VendoredTrees.IsFile(NameOf(path))));
    }

    private ObjectId? HeadTree(GitDirectory git, ObjectStore store)
    {
        if (GitRefs.Head(git) is not { } head)
        {
            // A repository without a commit yet is in order; one whose HEAD names nothing while others do is not.
            if (GitRefs.All(git).Count > 0)
                _tally.Fail("git: HEAD names no commit; check out a branch, or run 'git fsck'");
            return null;
        }

        if (store.Read(head) is { Kind: ObjectKind.Commit } found && Commit.Parse(head, found.Data, store.IdLength) is { } commit)
            return commit.Tree;
        _tally.Fail("git: the commit of HEAD is missing or damaged; run 'git fsck', or clone again");
        return null;
    }

    private static void RecordRepository(TreeContext context, string? origin)
    {
        var detail = origin is null ? "the target of the scan" : $"cloned from {RepositoryName.WithoutCredentials(origin)}";
        var evidence = new Evidence(RepositoryCollector.CollectorName, "", 0, detail, Confidence.Certain);
        context.Recorder.Record(new AssetObservation(context.RepositoryId, evidence) { Name = context.Repository });
    }

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];
}
