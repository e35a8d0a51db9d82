using Sextant.Map;

namespace Sextant.Posture.Link;

/// <summary>
/// Records what a concluder concludes: never surer than the weakest of its premises, at the place of the first of them, and
/// nothing that the map already says, so that concluding ends.
/// </summary>
internal sealed class Deductions(string name, AssetMap map, IRecorder recorder)
{
    /// <summary>Records a relation that follows from premises.</summary>
    public void Relate(Asset from, RelationKind kind, Asset to, string because, Confidence most, params ReadOnlySpan<Evidence> premises)
    {
        if (from.Id != to.Id && !map.Holds(from, kind, to))
            recorder.Relate(from.Id, kind, to.Id, because, Concluded(because, most, premises));
    }

    /// <summary>Records a facet that follows from premises; what was seen stands, and sets only grow.</summary>
    public void Facet(Asset asset, string facet, PropertyValue value, string because, Confidence most, params ReadOnlySpan<Evidence> premises)
    {
        var known = asset[facet];
        if (known is null || (known is PropertyValue.Set has && value is PropertyValue.Set more && more.Members.Any(m => !has.Contains(m))))
            recorder.Asset(asset.Id, "", Concluded(because, most, premises), (facet, value));
    }

    /// <summary>Records that two names are of one thing; the map then merges them.</summary>
    public void Same(Asset asset, Asset other, string because, Confidence most, params ReadOnlySpan<Evidence> premises) =>
        recorder.Record(new AssetObservation(asset.Id, Concluded(because, most, premises)) { Aliases = [other.Id.Value] });

    private Evidence Concluded(string because, Confidence most, ReadOnlySpan<Evidence> premises)
    {
        foreach (var premise in premises)
        {
            if (premise.Confidence < most)
                most = premise.Confidence;
        }

        return new Evidence(name, premises[0].Path, premises[0].Line, because, most) { Commit = premises[0].Commit };
    }
}
