using Sextant.Discovery.History.Objects;
using Sextant.Discovery.Memory;
using Sextant.Discovery.Reading;
using Sextant.Map;

namespace Sextant.Discovery.History;

/// <summary>Offers contents of history to inspectors, for one thread.</summary>
internal sealed class BlobOffer(
    InspectorSet set,
    TreeContext context,
    CollectOptions options,
    CoverageTally tally,
    ObjectStore store,
    IReadOnlyList<Commit> commits,
    Attribution attribution,
    CurrentTree current,
    HistoryMemory? memory)
{
    private readonly FileCapture? _capture = memory is null ? null : new FileCapture(context, memory.Key);
    private FileOffer? _own;

    /// <summary>Contents that were looked at and showed nothing, with the ids of their paths; noted only if something is remembered.</summary>
    public List<(ObjectId Id, ulong Path)> Clean { get; } = [];

    private FileOffer Offering => _own ??= _capture is null ? new FileOffer(set, context, tally) : new FileOffer(set, context.With(_capture, _capture), tally) { Capture = _capture };

    /// <summary>Offers a content, unless the tree holds it just so.</summary>
    public void Visit(ObjectId id, ReadOnlyMemory<byte> data)
    {
        var origin = attribution.Origins[id];
        Visit(id, data, origin.Path, () => RevisionOf(id, origin));
    }

    /// <summary>Offers a content of which is known where it came from, unless the tree holds it just so.</summary>
    public void Visit(UnsettledBlob blob, ReadOnlyMemory<byte> data) =>
        Visit(blob.Id, data, blob.Path, () => new Revision(blob.Commit, blob.AuthorDate, current.Holds(blob.Id)));

    private void Visit(ObjectId id, ReadOnlyMemory<byte> data, string path, Func<Revision> revision)
    {
        _capture?.Clear();
        Offering.Forget();
        if (!Look(id, data, new TreePath(path), revision) && _capture is { IsEmpty: true } && Offering.Keeping.Count == 0 && !Offering.Failed && memory is not null)
            Clean.Add((id, memory.Key.OfPath(path)));
    }

    /// <summary>Looks at a content. True if it was not looked at because the tree held it.</summary>
    private bool Look(ObjectId id, ReadOnlyMemory<byte> data, TreePath path, Func<Revision> revision)
    {
        if (!Offering.IsWanted(path))
            return false;
        var head = data.Span;
        if (FileBytes.LooksBinary(head) && !Offering.IsBinaryWanted())
            return false;
        var bytes = FileBytes.Of(data[..Math.Min(data.Length, options.MaxFileBytes)], data.Length > options.MaxFileBytes);
        var file = new FileContent(path, bytes.Bytes) { Revision = revision() };
        if (!Offering.Finds(file))
            return false;
        if (current.WasRead(id, data.Span))
            return true;
        if (bytes.IsCut)
            ((IRecorder?)_capture ?? context.Recorder).Record(new Gap(RepositoryCollector.CollectorName, path.Value, $"only the first {options.MaxFileBytes} bytes of a version in history were read"));
        Offering.OfferFound(file, bytes.IsBinary);
        return false;
    }

    private Revision RevisionOf(ObjectId id, Origin origin)
    {
        var commit = origin.Commit < 0 ? null : commits[origin.Commit];
        return new Revision(commit?.Id.ToHex(store.IdLength) ?? "", commit?.AuthorDate ?? DateTimeOffset.UnixEpoch, current.Holds(id));
    }
}
