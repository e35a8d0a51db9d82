using Sextant.Discovery.History;
using Sextant.Discovery.History.Objects;
using Sextant.Discovery.Memory;
using Sextant.Discovery.Reading.Ignoring;
using Sextant.Map;

namespace Sextant.Discovery.Reading;

/// <summary>One target being read: its files, then its history, then the inspectors' conclusions.</summary>
internal sealed class RepositoryScan(Func<IReadOnlyList<IInspector>> inspectors, CollectOptions options, IRecorder recorder, string place = "")
{
    // Inspectors read catalogs when they are made, while the folder is listed.
    private readonly Task<InspectorSet> _inspectors = Task.Run(() => new InspectorSet(inspectors()));
    private readonly CoverageTally _tally = new();
    private TreeMemory? _memory;
    private string _name = "";

    /// <summary>The id of all that was read of a folder; null if something of it cannot be told apart from another state.</summary>
    public string? Id { get; private set; }

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
        var listing = Walk(root, git, options, _tally);
        Nested = listing.Repositories;
        var tree = new FolderTree(root, listing.Files, _tally, options.MaxFileBytes);
        var (before, listed) = (git is null ? ContentId.None : StateOf(git), _tally.ToCoverage());
        var coverage = git is null ? Read(tree, origin, name, (_, _) => { }) : WithHistory(git, tree, origin, name);
        if (_memory is { } memory && options.Cache is { } cache && (git is null || StateOf(git) == before))
            Id = new Survey(cache, options).Digest(_name, place, before, listed, listing.Files, file => memory.Seen(file.Path));
        return coverage;
    }

    /// <summary>Lists the files of a folder that are to be read.</summary>
    public static TreeWalker.Listing Walk(string root, GitDirectory? git, CollectOptions options, CoverageTally tally)
    {
        var walk = new WalkOptions { Vendored = options.Vendored, Exclude = git?.ReadText("info/exclude") ?? "", Tracked = git?.Tracked() ?? TrackedPaths.None };
        return TreeWalker.Walk(root, walk, tally, options.Cancellation);
    }

    private Coverage WithHistory(GitDirectory git, FolderTree tree, string? origin, string name)
    {
        using var store = ObjectStore.Open(git, new HistoryLimits());
        return Read(tree, origin, name, (set, context) => History(git, store, tree, HeadTree(git, store), set, context));
    }

    /// <summary>Reads one file by itself: the log of a build, an export.</summary>
    public Coverage OfFile(FileInfo file)
    {
        _tally.See();
        return Read(new FolderTree(file.DirectoryName ?? "", [new TreeFile(file.Name, file.Length)], _tally, options.MaxFileBytes), null, file.Name, (_, _) => { });
    }

    private ContentId StateOf(GitDirectory git) => options.Cache is { } cache ? GitState.Of(git, cache.Contents) : ContentId.None;

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
        _name = Name ?? RepositoryName.Of(tree, origin, folder);
        _memory = options.Cache is { } cache ? TreeMemory.Open(cache, TreeMemory.NameOf(_name, place, options), tree) : null;
        var context = new TreeContext(_name, tree, recorder) { Folder = place, Memory = _memory };
        RecordRepository(context, origin);
        var set = _inspectors.GetAwaiter().GetResult();
        new TreeScan(tree, set, context, options, _tally).Run();
        if (options.History)
            history(set, context);
        new FileOffer(set, context, _tally).Close();
        if (options.Cancellation.IsCancellationRequested)
            _tally.Fail($"{context.Repository}: stopped before all of it was read; scan again for the whole");
        else
            _memory?.Save();
        return _tally.ToCoverage();
    }

    private void History(GitDirectory git, ObjectStore store, ISourceTree tree, ObjectId? head, InspectorSet set, TreeContext context)
    {
        IInspector[] reading = [.. set.Inspectors.Where(i => i.ReadsHistory)];
        if (reading.Length == 0)
            return;
        options.Progress?.Invoke("history: listing commits");
        var ignored = tree.Read(".sextantignore") ?? [];
        // A part of a history is small, and another each time.
        var cache = Part is null ? options.Cache : null;
        var scan = new HistoryScan(git, store, context, options, _tally)
        {
            Part = Part,
            Memory = cache is null ? null : HistoryMemory.Open(cache, $"{context.Repository}\n{options.Vendored}\n{options.MaxFileBytes}"),
            State = cache is null ? ContentId.None : StateOf(git, ignored, cache.Contents),
        };
        scan.Run(new InspectorSet(reading), LeftOut(ignored), new CurrentTree(store, head, tree));
    }

    private static ContentId StateOf(GitDirectory git, byte[] ignored, ContentKey key)
    {
        var (state, left) = (GitState.Of(git, key), key.Of(ignored, ContentPart.Whole));
        return new ContentId(state.A ^ left.B, state.B ^ left.A);
    }

    /// <summary>Which paths of history are left out: those that <c>.sextantignore</c> at the root names, and vendored ones.</summary>
    private Func<string, bool, bool> LeftOut(byte[] ignored)
    {
        var text = System.Text.Encoding.UTF8.GetString(ignored);
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
