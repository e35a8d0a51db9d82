using Sextant.Discovery.History.Objects;
using Sextant.Discovery.Memory;
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

    // Fewer contents are read one by one, without putting whole packs in order.
    private const int Few = 5_000;

    private readonly List<(ObjectId Id, ulong Path)> _clean = [];
    private readonly HashSet<string> _problems = new(StringComparer.Ordinal);
    private long _blobs;
    private long _bytes;
    private bool _isCut;

    /// <summary>The part of history that is read; null for all of it.</summary>
    public HistoryPart? Part { get; init; }

    /// <summary>What is known of the history; null if nothing is remembered.</summary>
    public HistoryMemory? Memory { get; init; }

    /// <summary>What the names point to, and what is left out.</summary>
    public ContentId State { get; init; }

    /// <summary>Reads the history.</summary>
    /// <param name="set">The inspectors that read history.</param>
    /// <param name="isLeftOut">Whether a path is left out, and whether it is a folder's.</param>
    /// <param name="current">Contents of the tree, and whether each was offered already.</param>
    public void Run(InspectorSet set, Func<string, bool, bool> isLeftOut, CurrentTree current)
    {
        GapsOfRepository();
        if (Memory is { } known && known.State == State && State != ContentId.None)
        {
            Again(set, known, current);
            return;
        }

        var walk = new CommitWalk(store, options.Cancellation) { Only = Part?.Commits };
        var commits = walk.Walk(Part is null ? GitRefs.All(git) : Part.Tips, Shallow());
        if (Part?.Before is { } before)
            commits.Insert(0, before);
        var attribution = new Attribution(store, isLeftOut, options.Cancellation);
        attribution.Walk(commits, i => options.Progress?.Invoke($"history: commit {i} of {commits.Count}"));
        walk.LooseTrees.ForEach(attribution.WalkTree);
        tally.Commits = commits.Count;
        Offer(set, commits, attribution, current);
        if (walk.Missing + attribution.Missing > 0)
            _problems.Add($"{walk.Missing} commits and {attribution.Missing} folders of history are missing or damaged; run 'git fsck', or clone again");
        _isCut |= walk.IsCut || attribution.IsCut;
        Conclude();
        if (!options.Cancellation.IsCancellationRequested)
            Remember(commits, attribution);
    }

    /// <summary>Looks again at what must be seen in every scan; all names point to what they did.</summary>
    private void Again(InspectorSet set, HistoryMemory known, CurrentTree current)
    {
        Shallow();
        (tally.Commits, tally.Blobs, _isCut) = (known.Commits, known.Blobs, known.IsCut);
        var offer = new BlobOffer(set, context, options, tally, store, [], new Attribution(store, (_, _) => false, options.Cancellation), current, known);
        foreach (var blob in known.Unsettled.Where(b => !current.WasReadAs(b.Id)))
        {
            if (store.Read(blob.Id) is { Kind: ObjectKind.Blob } found)
                offer.Visit(blob, found.Data);
        }

        _problems.UnionWith(known.Problems);
        Conclude();
    }

    private void Remember(List<Commit> commits, Attribution attribution)
    {
        if (Memory is not { } memory)
            return;
        var clean = _clean.ToHashSet();
        var settled = attribution.Origins.Select(o => (Blob: o, Key: (o.Key, memory.Key.OfPath(o.Value.Path)))).ToLookup(o => clean.Contains(o.Key));
        memory.State = State;
        (memory.Commits, memory.Blobs, memory.IsCut, memory.Problems) = (tally.Commits, tally.Blobs, _isCut, [.. _problems.Order(StringComparer.Ordinal)]);
        memory.Unsettled = [.. settled[false].Select(o => Unsettled(o.Blob.Key, o.Blob.Value, commits)).OrderBy(b => b.Id)];
        memory.Save(settled[true].Select(o => o.Key));
    }

    private UnsettledBlob Unsettled(ObjectId id, Origin origin, List<Commit> commits)
    {
        var commit = origin.Commit < 0 ? null : commits[origin.Commit];
        return new UnsettledBlob(id, origin.Path, commit?.Id.ToHex(store.IdLength) ?? "", commit?.AuthorDate ?? DateTimeOffset.UnixEpoch);
    }

    private void Offer(InspectorSet set, List<Commit> commits, Attribution attribution, CurrentTree current)
    {
        var offered = attribution.Origins.Where(o => !current.WasReadAs(o.Key)).ToArray();
        var expected = offered.Length;
        if (Memory is { } memory)
        {
            _clean.AddRange(offered.Where(o => memory.IsClean(o.Key, o.Value.Path)).Select(o => (o.Key, memory.Key.OfPath(o.Value.Path))));
            _blobs = _clean.Count;
        }

        var wanted = offered.Select(o => o.Key).Except(_clean.Select(c => c.Id)).ToHashSet();
        BlobOffer NewOffer() => new(set, context, options, tally, store, commits, attribution, current, Memory);
        if (wanted.Count < Few)
            OfferFew(wanted, NewOffer());
        else
            OfferAll(wanted.Contains, NewOffer);
        tally.Blobs = _blobs;
        if (_blobs < expected && !_isCut && !options.Cancellation.IsCancellationRequested)
            _problems.Add($"{expected - _blobs} contents of history are missing, damaged or larger than {store.Limits.MaxObjectBytes >> 20} MiB; run 'git fsck', or clone again");
    }

    private void OfferFew(IEnumerable<ObjectId> wanted, BlobOffer offer)
    {
        foreach (var id in wanted.TakeWhile(_ => !options.Cancellation.IsCancellationRequested))
        {
            if (store.Read(id) is not { Kind: ObjectKind.Blob } blob)
                continue;
            offer.Visit(id, blob.Data);
            _blobs++;
        }

        _clean.AddRange(offer.Clean);
    }

    private void OfferAll(Func<ObjectId, bool> isOffered, Func<BlobOffer> newOffer)
    {
        foreach (var (pack, number) in store.Packs.Select((pack, number) => (pack, number)))
        {
            var earlier = store.Packs.Take(number).ToArray();
            var forest = new DeltaForest(pack, id => isOffered(id) && !Array.Exists(earlier, p => p.Index.PositionOf(id) >= 0));
            options.Progress?.Invoke($"history: {pack.Name}, {forest.Roots.Length} families of contents");
            Parallel(pack, forest, newOffer);
        }

        var loose = newOffer();
        foreach (var (reader, number) in store.Loose.Select((reader, number) => (reader, number)))
        {
            foreach (var id in reader.List().Where(isOffered))
            {
                if (InPack(id) || store.Loose.Take(number).Any(l => l.Read(id) is not null) || reader.Read(id) is not { Kind: ObjectKind.Blob } blob)
                    continue;
                loose.Visit(id, blob.Data);
                _blobs++;
            }
        }

        _clean.AddRange(loose.Clean);
    }

    private bool InPack(ObjectId id) => store.Packs.Any(p => p.Index.PositionOf(id) >= 0);

    private void Parallel(PackFile pack, DeltaForest forest, Func<BlobOffer> newOffer)
    {
        var next = 0;
        var workers = Math.Clamp(options.Parallelism, 1, Math.Max(1, forest.Roots.Length / RootsAtOnce));
        System.Threading.Tasks.Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers }, _ =>
        {
            using var own = store.ForThread();
            var offer = newOffer();
            var walk = new PackWalk(pack, forest, own, offer.Visit);
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
            lock (_clean)
                _clean.AddRange(offer.Clean);
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

    private void Conclude()
    {
        if (_isCut)
            Gap("the history is larger than what is read of one repository; only part of it was read");
        foreach (var problem in _problems)
        {
            tally.Fail($"git history: {problem}");
            Gap(problem);
        }
    }

    private void Gap(string reason) => context.Recorder.Record(new Gap(RepositoryCollector.CollectorName, "git history", reason));
}
