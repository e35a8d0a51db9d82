using Sextant.Map;
using Sextant.Posture.Link;

namespace Sextant.Posture.Classify;

/// <summary>Who answers for something: its own owner, or else that of what it is defined in, built from or hosted by.</summary>
public sealed class OwnerClassifier : IConcluder
{
    /// <summary>An endpoint is hosted by a workload, built from an application, defined in a repository.</summary>
    private const int MaxSteps = 3;

    /// <inheritdoc/>
    public string Name => "classify:owner";

    /// <inheritdoc/>
    public void Conclude(AssetMap map, IRecorder recorder)
    {
        if (!map.Assets.Any(a => a.Kind == AssetKind.Owner))
            return;
        var deductions = new Deductions(Name, map, recorder);
        foreach (var asset in map.Assets.Where(a => a["owner"] is null && a.Kind is not (AssetKind.Owner or AssetKind.Internet or AssetKind.Package)))
        {
            if (Owner(map, asset) is var (owned, steps))
            {
                var because = steps == 0 ? owned.Because : $"{owned.From.Name} is owned by {owned.To.Name}, and it belongs to it.";
                deductions.Facet(asset, "owner", owned.To.Name, because, steps == 0 ? Confidence.Certain : Confidence.Likely, owned.Surest);
            }
        }
    }

    private static (Relation Owned, int Steps)? Owner(AssetMap map, Asset asset)
    {
        var near = new List<Asset> { asset };
        for (var steps = 0; steps <= MaxSteps && near.Count > 0; steps++)
        {
            var owned = near.SelectMany(a => map.Outgoing(a, RelationKind.OwnedBy)).ToArray();
            if (owned.Length > 0)
                return (owned.OrderByDescending(o => o.Surest.Confidence).First(), steps);
            near = [.. near.SelectMany(a => Homes(map, a)).DistinctBy(a => a.Id)];
        }

        return null;
    }

    private static IEnumerable<Asset> Homes(AssetMap map, Asset asset)
    {
        foreach (var r in map.Outgoing(asset))
        {
            if (r.Kind is RelationKind.DefinedIn or RelationKind.BuiltFrom)
                yield return r.To;
        }

        if (asset.Kind is AssetKind.ModelEndpoint or AssetKind.McpServer or AssetKind.DataStore)
        {
            foreach (var hosts in map.Incoming(asset, RelationKind.Hosts))
                yield return hosts.From;
        }
    }
}
