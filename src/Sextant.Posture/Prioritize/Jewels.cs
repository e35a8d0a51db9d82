using Sextant.Map;

namespace Sextant.Posture.Prioritize;

/// <summary>Something that matters if an attacker gets it.</summary>
/// <param name="Asset">Its number in the map.</param>
/// <param name="Needs">What of it must be had for harm.</param>
/// <param name="Value">How much it matters, above 0 up to 1.</param>
/// <param name="Harm">What the attacker then does, as a verb phrase with <c>{name}</c>.</param>
internal sealed record Jewel(int Asset, Hold Needs, double Value, string Harm);

/// <summary>What an attack is worth making for: sensitive data, models, effects in the world, administrators, money, production.</summary>
internal static class Jewels
{
    private static readonly (string Capability, double Value, string Harm)[] Effects =
    [
        ("spends-money", .8, "spend money through {name}"), ("executes-code", .8, "run code through {name}"),
        ("changes-identity", .8, "change who may do what through {name}"), ("destroys", .7, "destroy data through {name}"),
        ("sends-external", .5, "send messages out through {name}"),
    ];

    /// <summary>All of a map, in the order of its assets.</summary>
    public static IReadOnlyList<Jewel> In(AssetMap map)
    {
        var jewels = new List<Jewel>();
        for (var i = 0; i < map.Assets.Count; i++)
        {
            if (Of(map, i) is { } jewel)
                jewels.Add(jewel with { Value = Math.Max(jewel.Value, Criticality(map.Assets[i]) ?? 0) * Place(map.Assets[i]) });
        }

        return jewels;
    }

    /// <summary>How sensitive data is, 0 to 1; null if nobody knows.</summary>
    public static double? Sensitivity(Asset asset)
    {
        if (asset["sensitivity"] is not PropertyValue.Set set)
            return null;
        var worst = set.Members.Max(m => m switch
        {
            "credentials" or "health" or "financial" => 1,
            "personal" => .9,
            "public" => 0,
            _ => .7,
        });
        var sure = asset.Properties.First(p => p.Name == "sensitivity").Evidence.Confidence;
        return sure == Confidence.Possible ? worst * .6 : worst;
    }

    /// <summary>How much depends on an asset, 0 to 1; null if nobody said.</summary>
    public static double? Criticality(Asset asset) => asset.Text("criticality") switch
    {
        "critical" => 1,
        "high" => .75,
        "medium" => .5,
        "low" => .1,
        _ => null,
    };

    private static Jewel? Of(AssetMap map, int index)
    {
        var asset = map.Assets[index];
        return asset.Kind switch
        {
            AssetKind.DataStore or AssetKind.Dataset or AssetKind.VectorStore => Data(asset, index),
            AssetKind.Model when IsOurs(map, asset) => new(index, Hold.Controlled, Production(asset) ? .8 : .5, "change what {name} answers"),
            AssetKind.Tool or AssetKind.McpServer => Effect(asset, index),
            AssetKind.Identity when IsAdministrator(map, asset) => new(index, Hold.Controlled, .9, "act as {name}, which administers others"),
            AssetKind.AiService => Account(map, asset, index),
            AssetKind.Application or AssetKind.Pipeline or AssetKind.Workload when Production(asset) => new(index, Hold.Controlled, .6, "act in place of {name}, which is in production"),
            _ => null,
        };
    }

    private static Jewel Account(AssetMap map, Asset service, int index) =>
        map.Incoming(service, RelationKind.Uses).Any(r => Production(r.From))
            ? new(index, Hold.Controlled, .6, "spend money at {name}, on which production depends")
            : new(index, Hold.Controlled, .4, "spend money at {name}");

    private static Jewel? Data(Asset asset, int index)
    {
        var value = Math.Max(Sensitivity(asset) ?? 0, Production(asset) && asset.Text("dataType") is "database" ? .7 : 0);
        return value > 0 ? new(index, Hold.Reached, value, "read {name}") : null;
    }

    private static Jewel? Effect(Asset asset, int index)
    {
        foreach (var (capability, value, harm) in Effects)
        {
            if (asset.Has("capabilities", capability))
                return new(index, Hold.Controlled, value, harm);
        }

        return null;
    }

    /// <summary>A model that is made here and serves somebody; what is only fetched from a publisher is the publisher's.</summary>
    private static bool IsOurs(AssetMap map, Asset model) =>
        map.Outgoing(model).Any(r => r.Kind is RelationKind.TrainedOn or RelationKind.ProducedBy or RelationKind.FineTunedFrom)
        || (Production(model) && map.Incoming(model, RelationKind.Serves).Any(r => r.From.Kind == AssetKind.ModelEndpoint));

    private static bool IsAdministrator(AssetMap map, Asset identity) =>
        identity["privileged"] is PropertyValue.Flag { Value: true } || map.Outgoing(identity, RelationKind.CanAdminister).Any();

    private static bool Production(Asset asset) => asset.Text("environment") == "production";

    private static double Place(Asset asset) =>
        asset.Text("environment") is "development" or "test" || asset.Text("scope") is not (null or "product") ? .3 : 1;
}
