using Sextant.Map;

namespace Sextant.Posture.Prioritize;

/// <summary>
/// What makes a step less likely than its relation alone: how sure the relation is, and what guards the asset it leads to.
/// Zero means that it does not happen.
/// </summary>
internal sealed class Friction(AssetMap map)
{
    private const float Unasked = -1;
    private readonly float[] _guard = Filled(map.Assets.Count);

    /// <summary>The probability that an attacker takes a step over a relation to an asset.</summary>
    public double Of(AttackStep step, int relation, int to)
    {
        var probability = step.Probability * Sureness(map.SurenessOf(relation)) * Guard(to);
        if (probability > 0 && step.Kind is RelationKind.Reaches or RelationKind.Exposes)
            probability *= Door(map.Assets[to]);
        if (probability > 0 && step is { Kind: RelationKind.AuthenticatesWith, Forward: false })
            probability *= Lock(map.FromIndex(relation) == to ? map.ToIndex(relation) : map.FromIndex(relation));
        return probability;
    }

    /// <summary>What stands before an asset whatever the way to it: a person's approval, a dead key, a place that only tests.</summary>
    public double Guard(int asset)
    {
        if (_guard[asset] == Unasked)
            _guard[asset] = (float)Guard(map.Assets[asset]);
        return _guard[asset];
    }

    private static double Guard(Asset asset)
    {
        if (asset.Kind is AssetKind.Tool or AssetKind.McpServer && asset.Text("approval") == "required")
            return 0;
        if (asset.Kind == AssetKind.Secret && (asset.Text("validity") == "dead" || asset["placeholder"] is PropertyValue.Flag { Value: true }))
            return 0;
        return asset.Text("scope") is null or "product" ? 1 : .2;
    }

    private static double Sureness(Confidence confidence) => confidence switch
    {
        Confidence.Certain => 1,
        Confidence.Likely => .9,
        _ => .4,
    };

    /// <summary>How open something is to who can connect to it. Unknown stands between none and some authentication.</summary>
    private static double Door(Asset asset) => asset.Text("authentication") switch
    {
        "none" => 1,
        null or "unknown" => .6,
        "password" or "key" => .2,
        _ => .1,
    };

    /// <summary>A key that is known to open only AI services stands for its holder there alone, and nowhere else.</summary>
    private double Lock(int secret)
    {
        var opens = 0;
        var (start, end) = map.OutgoingRange(secret);
        for (var r = start; r < end; r++)
        {
            if (map.KindOf(r) != RelationKind.Grants)
                continue;
            opens++;
            if (map.Assets[map.ToIndex(r)].Kind != AssetKind.AiService)
                return 1;
        }

        return opens == 0 ? 1 : 0;
    }

    private static float[] Filled(int length)
    {
        var values = new float[length];
        Array.Fill(values, Unasked);
        return values;
    }
}
