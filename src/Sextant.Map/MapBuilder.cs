namespace Sextant.Map;

/// <summary>
/// Collects observations from any number of threads and merges them into an <see cref="AssetMap"/>. May be built, added to
/// and built again: linkers and classifiers observe a map and add what follows from it. The result does not depend on the
/// order in which observations arrive.
/// </summary>
public sealed class MapBuilder : IRecorder
{
    private readonly Lock _gate = new();
    private readonly List<AssetObservation> _assets = [];
    private readonly List<RelationObservation> _relations = [];
    private readonly HashSet<Gap> _gaps = [];

    /// <inheritdoc/>
    public void Record(AssetObservation asset)
    {
        lock (_gate)
            _assets.Add(asset);
    }

    /// <inheritdoc/>
    public void Record(RelationObservation relation)
    {
        lock (_gate)
            _relations.Add(relation);
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
            var identities = Identities.Of(_assets, _relations);
            var assets = AssetMerger.Merge(_assets, _relations, identities);
            var relations = RelationMerger.Merge(_relations, identities, assets);
            return new AssetMap(assets, relations, [.. _gaps.OrderBy(g => g.Scope, StringComparer.Ordinal)
                .ThenBy(g => g.Collector, StringComparer.Ordinal).ThenBy(g => g.Reason, StringComparer.Ordinal)]);
        }
    }
}
