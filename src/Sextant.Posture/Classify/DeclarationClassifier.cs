using Sextant.Map;

namespace Sextant.Posture.Classify;

/// <summary>
/// AI in use that the organisation did not declare. Repositories are always asked for <c>sextant.yaml</c>, so where one was
/// read, the absence of a declaration is a fact and not a gap.
/// </summary>
public sealed class DeclarationClassifier : IConcluder
{
    private const string File = "sextant.yaml";
    private static readonly RelationKind[] Use = [RelationKind.Uses, RelationKind.Serves, RelationKind.ObservedUsing];

    /// <inheritdoc/>
    public string Name => "classify:declaration";

    /// <inheritdoc/>
    public void Conclude(AssetMap map, IRecorder recorder)
    {
        if (!map.Assets.Any(a => a.Kind == AssetKind.Repository))
            return;
        foreach (var asset in map.Assets.Where(a => IsInUse(map, a)))
        {
            var evidence = new Evidence(Name, "", 0, $"{asset.Name} is not declared in {File}.", Confidence.Certain);
            if (asset["registration"] is null)
                recorder.Asset(asset.Id, "", evidence, ("registration", "none"));
            if (asset["registration"] is null or PropertyValue.Text { Value: "none" } && asset["approval"] is null)
                recorder.Asset(asset.Id, "", evidence, ("approval", "none"));
        }
    }

    private static bool IsInUse(AssetMap map, Asset asset) => asset.Kind switch
    {
        AssetKind.ModelEndpoint or AssetKind.Agent => true,
        AssetKind.Model => map.Incoming(asset).Any(r => Use.Contains(r.Kind)),
        _ => false,
    };
}
