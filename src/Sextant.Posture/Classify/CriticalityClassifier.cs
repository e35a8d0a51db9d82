using System.Collections.Frozen;
using Sextant.Map;
using Sextant.Posture.Link;

namespace Sextant.Posture.Classify;

/// <summary>
/// A first guess at how much depends on something, from where it runs and what data it holds or works on. Only an owner
/// can say that something is critical, so the guess never does.
/// </summary>
public sealed class CriticalityClassifier : IConcluder
{
    private static readonly FrozenSet<AssetKind> Guessed = new[]
    {
        AssetKind.Application, AssetKind.Agent, AssetKind.ModelEndpoint, AssetKind.Model, AssetKind.Pipeline, AssetKind.Workload,
        AssetKind.DataStore, AssetKind.Dataset, AssetKind.VectorStore,
    }.ToFrozenSet();

    private static readonly RelationKind[] Handling =
    [
        RelationKind.Reads, RelationKind.Writes, RelationKind.CanRead, RelationKind.CanWrite, RelationKind.RetrievesFrom, RelationKind.TrainedOn,
    ];

    /// <inheritdoc/>
    public string Name => "classify:criticality";

    /// <inheritdoc/>
    public void Conclude(AssetMap map, IRecorder recorder)
    {
        var deductions = new Deductions(Name, map, recorder);
        foreach (var asset in map.Assets.Where(a => Guessed.Contains(a.Kind) && a["criticality"] is null))
        {
            switch (asset.Text("environment"))
            {
                case "production" when Sensitive(map, asset) is { } data:
                    deductions.Facet(asset, "criticality", "high", $"It is in production and works on {data.Name}.", Confidence.Likely, Set(asset), Set(data, "sensitivity"));
                    break;
                case "production":
                    deductions.Facet(asset, "criticality", "medium", "It is in production.", Confidence.Possible, Set(asset));
                    break;
                case "development" or "test":
                    deductions.Facet(asset, "criticality", "low", "It is not in production.", Confidence.Possible, Set(asset));
                    break;
                default:
                    break;
            }
        }
    }

    private static Asset? Sensitive(AssetMap map, Asset asset) =>
        map.Outgoing(asset).Where(r => Handling.Contains(r.Kind)).Select(r => r.To).Prepend(asset).FirstOrDefault(IsSensitive);

    private static bool IsSensitive(Asset asset) => asset["sensitivity"] is PropertyValue.Set set && set.Members.Any(m => m != "public");

    private static Evidence Set(Asset asset, string facet = "environment") =>
        asset.Properties.FirstOrDefault(p => p.Name == facet)?.Evidence ?? asset.Surest;
}
