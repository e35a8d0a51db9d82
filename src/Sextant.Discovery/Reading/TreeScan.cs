using Sextant.Discovery.Memory;
using Sextant.Map;

namespace Sextant.Discovery.Reading;

/// <summary>Reads every file of a tree once, on several threads, and offers it to the inspectors.</summary>
internal sealed class TreeScan(ISourceTree tree, InspectorSet set, TreeContext context, CollectOptions options, CoverageTally tally)
{
    private const int FilesAtOnce = 16;
    private const int FilesPerReport = 1024;

    private int _next;

    /// <summary>Offers all files. Stops early when cancelled; what was found until then stays.</summary>
    public void Run()
    {
        var workers = Math.Clamp(options.Parallelism, 1, Math.Max(1, tree.Listing.Count / FilesAtOnce));
        Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers }, _ => Work());
    }

    private void Work()
    {
        using var reader = tree.OpenReader();
        var remembering = context.Memory is { } memory ? new RememberingRead(memory, tree, context, set, options, tally) : null;
        var offer = remembering?.Offer ?? new FileOffer(set, context, tally);
        while (!options.Cancellation.IsCancellationRequested)
        {
            var first = Interlocked.Add(ref _next, FilesAtOnce) - FilesAtOnce;
            if (first >= tree.Listing.Count)
                return;
            for (var i = first; i < Math.Min(first + FilesAtOnce, tree.Listing.Count); i++)
                Read(tree.Listing[i], reader, offer, remembering);
            if (first % FilesPerReport == 0)
                options.Progress?.Invoke($"reading {tree.Listing[first].Path} ({first} of {tree.Listing.Count} files)");
        }
    }

    private void Read(TreeFile file, ITreeReader reader, FileOffer offer, RememberingRead? remembering)
    {
        var path = new TreePath(file.Path);
        if (!offer.IsWanted(path))
        {
            tally.Skip(SkipReasons.Unwanted);
            context.Memory?.Unwanted(file.Path);
            return;
        }

        if (remembering is not null)
        {
            remembering.Read(file, reader);
            return;
        }

        var evenBinary = offer.IsBinaryWanted();
        if (reader.Read(file, options.MaxFileBytes, evenBinary) is not { } bytes)
            return;
        if (bytes.IsBinary && !evenBinary)
        {
            tally.Skip(SkipReasons.Binary);
            return;
        }

        if (bytes.IsCut)
            context.Recorder.Record(Cut(file, options));
        tally.Offer(bytes.Bytes.Length, offer.Offer(new FileContent(path, bytes.Bytes), bytes.IsBinary));
    }

    /// <summary>That a file was read only in part.</summary>
    public static Gap Cut(TreeFile file, CollectOptions options) => new(
        RepositoryCollector.CollectorName, file.Path,
        $"only its first {options.MaxFileBytes} of {file.Length} bytes were read; raise the limit for large files to read it whole");
}
