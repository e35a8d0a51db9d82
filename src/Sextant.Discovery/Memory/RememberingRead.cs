using Sextant.Discovery.Reading;
using Sextant.Map;

namespace Sextant.Discovery.Memory;

/// <summary>Reads the files of a tree for one thread, and takes from memory what an unchanged one showed.</summary>
internal sealed class RememberingRead(TreeMemory memory, ISourceTree tree, TreeContext context, InspectorSet set, CollectOptions options, CoverageTally tally)
{
    private readonly FileCapture _capture = new(context, memory.Key);
    private FileOffer? _offer;

    /// <summary>What files are offered through.</summary>
    public FileOffer Offer => _offer ??= new FileOffer(set, context.With(_capture, _capture), tally) { Capture = _capture };

    /// <summary>Reads a file that the offer said is wanted.</summary>
    public void Read(TreeFile file, ITreeReader reader)
    {
        var mark = tree.MarkOf(file, memory.Settled);
        if (memory.Find(file.Path, mark) is { } known)
        {
            Replay(known, file, reader, null);
            return;
        }

        var evenBinary = Offer.IsBinaryWanted();
        if (reader.Read(file, options.MaxFileBytes, evenBinary) is not { } bytes)
            return;
        var content = memory.Key.Of(bytes.Bytes.Span, bytes.IsBinary && !evenBinary ? ContentPart.BinaryHead : bytes.IsCut ? ContentPart.Cut : ContentPart.Whole);
        if (memory.Find(file.Path, content) is { } equal)
            Replay(equal.With(mark), file, reader, bytes);
        else
            Look(file, bytes, evenBinary, new FileEntry(file.Path, content).With(mark));
    }

    private void Look(TreeFile file, FileBytes bytes, bool evenBinary, FileEntry entry)
    {
        if (bytes.IsBinary && !evenBinary)
        {
            tally.Skip(SkipReasons.Binary);
            memory.Keep(entry with { Length = -1 });
            return;
        }

        _capture.Clear();
        if (bytes.IsCut)
            _capture.Record(TreeScan.Cut(file, options));
        Offer.Forget();
        var inspected = Offer.Offer(new FileContent(new TreePath(file.Path), bytes.Bytes), bytes.IsBinary);
        tally.Offer(bytes.Bytes.Length, inspected);
        var captured = bytes.IsCut ? null : _capture.Take();
        if (Offer.Failed)
            return;
        memory.Keep(captured is null ? entry with { IsOpaque = true } : entry with
        {
            Length = bytes.Bytes.Length, Inspected = inspected, Again = [.. Offer.Keeping], Captured = captured,
        });
    }

    private void Replay(FileEntry entry, TreeFile file, ITreeReader reader, FileBytes? read)
    {
        if (entry.Length < 0)
        {
            tally.Skip(SkipReasons.Binary);
            memory.Keep(entry);
            return;
        }

        if (entry.Again.Count > 0)
        {
            read ??= reader.Read(file, options.MaxFileBytes, Offer.IsBinaryWanted());
            if (read is not { } bytes)
                return;
            _capture.Clear();
            Offer.Again(new FileContent(new TreePath(file.Path), bytes.Bytes), bytes.IsBinary, entry.Again);
        }

        foreach (var seen in entry.Captured.Seen)
            context.Recorder.RecordSeen(seen);
        tally.Offer(entry.Length, entry.Inspected);
        memory.Keep(entry);
    }
}

/// <summary>Records what memory holds.</summary>
internal static class SeenExtensions
{
    /// <summary>Records an observation or a gap.</summary>
    public static void RecordSeen(this IRecorder recorder, object seen)
    {
        switch (seen)
        {
            case AssetObservation asset:
                recorder.Record(asset);
                break;
            case RelationObservation relation:
                recorder.Record(relation);
                break;
            case Gap gap:
                recorder.Record(gap);
                break;
        }
    }
}
