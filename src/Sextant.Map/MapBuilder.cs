namespace Sextant.Map;

/// <summary>
/// Collects observations from any number of threads and merges them into an <see cref="AssetMap"/>. May be built, added to
/// and built again: linkers and classifiers observe a map and add what follows from it. The result does not depend on the
/// order in which observations arrive.
/// </summary>
public sealed class MapBuilder : IRecorder
{
    private readonly Lock _gate = new();
    private readonly IdTable _ids = new();
    private readonly List<AssetObservation> _assets = [];
    private readonly List<AssetObservation> _aliased = [];
    private readonly RelationTable _relations = new();
    private readonly HashSet<Gap> _gaps = [];

    /// <inheritdoc/>
    public void Record(AssetObservation asset)
    {
        lock (_gate)
        {
            _ids.Slot(asset.Id, asset.Evidence.Confidence);
            _assets.Add(asset);
            if (asset.Aliases.Count > 0)
                _aliased.Add(asset);
        }
    }

    /// <inheritdoc/>
    public void Record(RelationObservation relation)
    {
        lock (_gate)
            _relations.Add(_ids.Slot(relation.From, Confidence.Possible), _ids.Slot(relation.To, Confidence.Possible), relation);
    }

    /// <inheritdoc/>
    public void Record(Gap gap)
    {
        lock (_gate)
            _gaps.Add(gap);
    }

    /// <summary>Merges all that was recorded so far.</summary>
    public AssetMap Build()
    {
        lock (_gate)
        {
            var identities = Identities.Of(_ids, _aliased);
            var relations = RelationMerger.Merge(_relations, identities.AssetOf, identities.Assets.Length);
            var incoming = Groups.By(relations.To, identities.Assets.Length);
            var outgoing = Groups.Offsets(relations.From, identities.Assets.Length);
            var assets = new AssetMerger(_ids, identities, _assets, relations, incoming, outgoing).Merge();
            return new AssetMap(assets, relations, outgoing, incoming, [.. _gaps.OrderBy(g => g.Scope, StringComparer.Ordinal)
                .ThenBy(g => g.Collector, StringComparer.Ordinal).ThenBy(g => g.Reason, StringComparer.Ordinal)]);
        }
    }
}
