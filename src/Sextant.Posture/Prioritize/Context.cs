using System.Globalization;
using Sextant.Map;

namespace Sextant.Posture.Prioritize;

/// <summary>What the map says about the surroundings of a finding's asset.</summary>
internal sealed class Context(AssetMap map, AttackPaths paths, AttackSearch search, IReadOnlyList<Jewel> jewels)
{
    private readonly Dictionary<int, Jewel> _jewels = jewels.ToDictionary(j => j.Asset);
    private readonly Dictionary<AssetId, ScoreInputs> _known = [];

    /// <summary>The inputs of a finding's score.</summary>
    public ScoreInputs Of(Finding finding)
    {
        if (!_known.TryGetValue(finding.Asset, out var inputs))
            _known[finding.Asset] = inputs = map.IndexOf(finding.Asset) is >= 0 and var index ? Around(index) : Nothing;
        return inputs with { Severity = finding.Severity };
    }

    private static ScoreInputs Nothing { get; } = new(
        Severity.Info, Unknown("not on the map"), Unknown("not on the map"), Unknown("not on the map"), Unknown("not on the map"),
        Unknown("not on the map"), Unknown("not on the map"));

    private ScoreInputs Around(int index)
    {
        var asset = map.Assets[index];
        search.Run([(index, Hold.Controlled, 1)], AttackLimits.BlastCutoff, AttackLimits.BlastSteps, AttackLimits.BlastLabels);
        var reached = search.Reached.ToArray();
        return new ScoreInputs(
            Severity.Info, Exposure(asset), Reachability(index), Sensitivity(asset, reached), Criticality(asset), Exploitability(asset), Blast(index, reached))
        {
            Scope = asset.Text("scope") ?? "product",
        };
    }

    private static (double?, string) Exposure(Asset asset) => asset.Text("exposure") switch
    {
        "internet" => (1, "reachable from the Internet"),
        "internal" => (.4, "reachable inside the network"),
        "private" => (.1, "reachable from its own machine only"),
        _ => Unknown("nobody read who can connect to it"),
    };

    private (double?, string) Reachability(int index)
    {
        var cost = paths.CostOf(index);
        return double.IsInfinity(cost)
            ? (0, "no way to it was found from the outside, strangers' text or a leaked key")
            : (AttackLimits.Ease(cost), string.Create(CultureInfo.InvariantCulture, $"an attacker gets to it with a likelihood of {Math.Exp(-cost):P0}"));
    }

    private (double?, string) Sensitivity(Asset asset, int[] reached)
    {
        var data = reached.Select(i => map.Assets[i]).Where(a => a.Kind is AssetKind.DataStore or AssetKind.Dataset or AssetKind.VectorStore).ToArray();
        var worst = data.Prepend(asset).Where(a => Jewels.Sensitivity(a) is not null).MaxBy(a => Jewels.Sensitivity(a));
        if (worst is not null && (Jewels.Sensitivity(worst) >= ScoreWeights.Unknown || Array.TrueForAll(data, d => Jewels.Sensitivity(d) is not null)))
            return (Jewels.Sensitivity(worst), $"{worst.Name} holds {worst["sensitivity"]} data");
        return data.Length > 0 ? Unknown($"what {data[0].Name} holds is not classified") : (0, "it leads to no data that is known");
    }

    private static (double?, string) Criticality(Asset asset) =>
        Jewels.Criticality(asset) is { } value ? (value, $"{asset.Text("criticality")} criticality") : Unknown("nobody said how much depends on it");

    private static (double?, string) Exploitability(Asset asset) => (asset.Text("authentication"), asset.Text("validity"), asset.Text("autonomy")) switch
    {
        ("none", _, _) => (1, "no authentication"),
        (_, "live", _) => (1, "the key works"),
        (_, "dead", _) => (0, "the key does not work"),
        (_, _, "auto-approve") => (.9, "nobody approves its actions"),
        (_, _, "human-approval") => (.2, "a person approves its actions"),
        ("password" or "key", _, _) => (.4, $"a {asset.Text("authentication")} guards it"),
        (not (null or "unknown"), _, _) => (.2, $"{asset.Text("authentication")} guards it"),
        _ => Unknown("nobody read what guards it"),
    };

    /// <summary>One less the chance that none of the jewels within reach is lost, each weighed by its value and likelihood.</summary>
    private (double?, string) Blast(int index, int[] reached)
    {
        var lost = new List<(Jewel Jewel, double Risk)>();
        foreach (var asset in reached)
        {
            if (asset != index && _jewels.TryGetValue(asset, out var jewel) && search.Best(asset, jewel.Needs) is >= 0 and var label)
                lost.Add((jewel, jewel.Value * Math.Exp(-search.At(label).Cost)));
        }

        if (lost.Count == 0)
            return (0, "nothing that matters falls with it");
        var worst = map.Assets[lost.MaxBy(l => l.Risk).Jewel.Asset].Name;
        var others = lost.Count == 1 ? "" : $" and {lost.Count - 1} more that matter";
        return (1 - lost.Aggregate(1.0, (kept, l) => kept * (1 - l.Risk)), $"{worst}{others} fall with it");
    }

    private static (double?, string) Unknown(string because) => (null, because);
}
