using Sextant.Discovery.History.Objects;
using Sextant.Discovery.Reading;
using Sextant.Map;

namespace Sextant.Discovery.History;

/// <summary>
/// Offers every content that history holds and the tree does not to the inspectors that read history, each once, as what it
/// was in the commit that brought it.
/// </summary>
internal sealed class HistoryScan(GitDirectory git, ObjectStore store, TreeContext context, CollectOptions options, CoverageTally tally)
{
    private const int RootsAtOnce = 16;

    private readonly HashSet<string> _problems = new(StringComparer.Ordinal);
    private long _blobs;
    private long _bytes;
    private bool _isCut;

    /// <summary>The part of history that is read; null for all of it.</summary>
    public HistoryPart? Part { get; init; }

    /// <summary>Reads the history.</summary>
    /// <param name="set">The inspectors that read history.</param>
    /// <param name="isLeftOut">Whether a path is left out, and whether it is a folder's.</param>
    /// <param name="current">Contents of the tree, and whether each was offered already.</param>
    public void Run(InspectorSet set, Func<string, bool, bool> isLeftOut, CurrentTree current)
    {
        GapsOfRepository();
        var walk = new CommitWalk(store, options.Cancellation) { Only = Part?.Commits };
        var commits = walk.Walk(Part is null ? GitRefs.All(git) : Part.Tips, Shallow());
        if (Part?.Before is { } before)
            commits.Insert(0, before);
        var attribution = new Attribution(store, isLeftOut, options.Cancellation);
        attribution.Walk(commits, i => options.Progress?.Invoke($"history: commit {i} of {commits.Count}"));
        walk.LooseTrees.ForEach(attribution.WalkTree);
        tally.Commits = commits.Count;
        Offer(set, commits, attribution, current);
        Conclude(walk, attribution);
    }

    private void Offer(InspectorSet set, List<Commit> commits, Attribution attribution, CurrentTree current)
    {
        bool IsOffered(ObjectId id) => attribution.Origins.ContainsKey(id) && !current.WasReadAs(id);
        var expected = attribution.Origins.Keys.Count(id => !current.WasReadAs(id));
        foreach (var (pack, number) in store.Packs.Select((pack, number) => (pack, number)))
        {
            var earlier = store.Packs.Take(number).ToArray();
            var forest = new DeltaForest(pack, id => IsOffered(id) && !Array.Exists(earlier, p => p.Index.PositionOf(id) >= 0));
            options.Progress?.Invoke($"history: {pack.Name}, {forest.Roots.Length} families of contents");
            Parallel(pack, forest, () => new BlobOffer(set, context, options, tally, store, commits, attribution, current));
        }

        var loose = new BlobOffer(set, context, options, tally, store, commits, attribution, current);
        foreach (var (reader, number) in store.Loose.Select((reader, number) => (reader, number)))
        {
            foreach (var id in reader.List().Where(IsOffered))
            {
                if (InPack(id) || store.Loose.Take(number).Any(l => l.Read(id) is not null) || reader.Read(id) is not { Kind: ObjectKind.Blob } blob)
                    continue;
                loose.Visit(id, blob.Data);
                _blobs++;
            }
        }

        tally.Blobs = _blobs;
        if (_blobs < expected && !_isCut && !options.Cancellation.IsCancellationRequested)
            _problems.Add($"{expected - _blobs} contents of history are missing, damaged or larger than {store.Limits.MaxObjectBytes >> 20} MiB; run 'git fsck', or clone again");
    }

    private bool InPack(ObjectId id) => store.Packs.Any(p => p.Index.PositionOf(id) >= 0);

    private void Parallel(PackFile pack, DeltaForest forest, Func<BlobOffer> newOffer)
    {
        var next = 0;
        var workers = Math.Clamp(options.Parallelism, 1, Math.Max(1, forest.Roots.Length / RootsAtOnce));
        System.Threading.Tasks.Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers }, _ =>
        {
            using var own = store.ForThread();
            var walk = new PackWalk(pack, forest, own, newOffer().Visit);
            while (!options.Cancellation.IsCancellationRequested && Interlocked.Read(ref _bytes) < store.Limits.MaxTotalBytes)
            {
                var first = Interlocked.Add(ref next, RootsAtOnce) - RootsAtOnce;
                if (first >= forest.Roots.Length)
                    break;
                var before = walk.Bytes;
                foreach (var root in forest.Roots.AsSpan(first, Math.Min(RootsAtOnce, forest.Roots.Length - first)))
                    walk.Run(root, options.Cancellation);
                Interlocked.Add(ref _bytes, walk.Bytes - before);
            }

            Interlocked.Add(ref _blobs, walk.Visited);
        });
        _isCut |= Interlocked.Read(ref _bytes) >= store.Limits.MaxTotalBytes;
    }

    private HashSet<ObjectId> Shallow()
    {
        var ids = GitRefs.Shallow(git);
        if (ids.Count > 0 && Part is null)
            Gap("this is a shallow clone: older commits are not here; fetch them with 'git fetch --unshallow' (in CI: a fetch depth of 0)");
        return ids;
    }

    private void GapsOfRepository()
    {
        var config = git.ReadText("config") ?? "";
        if (GitConfig.Value(config, "extensions", "partialclone") is not null)
            Gap("this is a partial clone: contents that were never fetched are not here; clone without --filter to read them");
        if (GitConfig.Value(config, "extensions", "refstorage") is { } storage && !storage.Equals("files", StringComparison.OrdinalIgnoreCase))
            Gap($"its names are stored as '{storage}', which Sextant cannot read yet; clone it with --ref-format=files");
        foreach (var problem in store.Problems)
            Gap(problem);
    }

    private void Conclude(CommitWalk walk, Attribution attribution)
    {
        if (walk.Missing + attribution.Missing > 0)
            _problems.Add($"{walk.Missing} commits and {attribution.Missing} folders of history are missing or damaged; run 'git fsck', or clone again");
        if (walk.IsCut || attribution.IsCut || _isCut)
            Gap("the history is larger than what is read of one repository; only part of it was read");
        foreach (var problem in _problems)
        {
            tally.Fail($"git history: {problem}");
            Gap(problem);
        }
    }

    private void Gap(string reason) => context.Recorder.Record(new Gap(RepositoryCollector.CollectorName, "git history", reason));
}
