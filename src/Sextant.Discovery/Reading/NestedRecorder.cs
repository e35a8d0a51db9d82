using Sextant.Map;

namespace Sextant.Discovery.Reading;

/// <summary>Takes what is seen in a repository that lies in the target, and names its places relative to the target.</summary>
internal sealed class NestedRecorder(string folder, IRecorder target) : IRecorder
{
    /// <inheritdoc/>
    public void Record(AssetObservation asset) => target.Record(asset with { Evidence = Placed(asset.Evidence) });

    /// <inheritdoc/>
    public void Record(RelationObservation relation) => target.Record(relation with { Evidence = Placed(relation.Evidence) });

    /// <inheritdoc/>
    public void Record(Gap gap) => target.Record(gap with { Scope = $"{folder}/{gap.Scope}" });

    private Evidence Placed(Evidence evidence) => evidence.Path.Length == 0 ? evidence : evidence with { Path = $"{folder}/{evidence.Path}" };
}
