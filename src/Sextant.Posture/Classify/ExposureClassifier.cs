using Sextant.Map;
using Sextant.Posture.Link;

namespace Sextant.Posture.Classify;

/// <summary>Who can get to something over the network: by what reaches it. Unknown where nobody looked.</summary>
public sealed class ExposureClassifier : IConcluder
{
    /// <inheritdoc/>
    public string Name => "classify:exposure";

    /// <inheritdoc/>
    public void Conclude(AssetMap map, IRecorder recorder)
    {
        var deductions = new Deductions(Name, map, recorder);
        foreach (var asset in map.Assets.Where(a => a["exposure"] is null))
        {
            var reaches = map.Incoming(asset, RelationKind.Reaches).ToArray();
            var open = map.Incoming(asset).Where(r => r.From.Kind == AssetKind.Internet && IsAccess(r.Kind)).ToArray();
            if (open.Length > 0)
                deductions.Facet(asset, "exposure", "internet", open[0].Because, Confidence.Certain, Surest(open));
            else if (reaches.Length > 0)
                deductions.Facet(asset, "exposure", "internal", reaches[0].Because, Confidence.Likely, Surest(reaches));
            else if (asset.Text("binding") == "loopback")
                deductions.Facet(asset, "exposure", "private", "It listens on the loopback address alone.", Confidence.Likely, asset.Surest);
        }
    }

    private static bool IsAccess(RelationKind kind) =>
        kind is RelationKind.Reaches or RelationKind.CanInvoke or RelationKind.CanRead or RelationKind.CanWrite or RelationKind.CanAdminister;

    private static Evidence Surest(Relation[] relations) => relations.MaxBy(r => r.Surest.Confidence).Surest;
}
