using Sextant.Discovery.History.Objects;
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
    CurrentTree current)
{
    private readonly FileOffer _offer = new(set, context, tally);

    /// <summary>Offers a content, unless the tree holds it just so.</summary>
    public void Visit(ObjectId id, ReadOnlyMemory<byte> data)
    {
        var origin = attribution.Origins[id];
        var path = new TreePath(origin.Path);
        if (!_offer.IsWanted(path))
            return;
        var head = data.Span;
        if (FileBytes.LooksBinary(head) && !_offer.IsBinaryWanted())
            return;
        var bytes = FileBytes.Of(data[..Math.Min(data.Length, options.MaxFileBytes)], data.Length > options.MaxFileBytes);
        var file = new FileContent(path, bytes.Bytes) { Revision = RevisionOf(id, origin) };
        if (!_offer.Finds(file) || current.WasRead(id, data.Span))
            return;
        if (bytes.IsCut)
            context.Recorder.Record(new Gap(RepositoryCollector.CollectorName, origin.Path, $"only the first {options.MaxFileBytes} bytes of a version in history were read"));
        _offer.OfferFound(file, bytes.IsBinary);
    }

    private Revision RevisionOf(ObjectId id, Origin origin)
    {
        var commit = origin.Commit < 0 ? null : commits[origin.Commit];
        return new Revision(commit?.Id.ToHex(store.IdLength) ?? "", commit?.AuthorDate ?? DateTimeOffset.UnixEpoch, current.Holds(id));
    }
}
