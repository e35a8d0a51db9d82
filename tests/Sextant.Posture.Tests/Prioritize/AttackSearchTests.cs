using CsCheck;
using Sextant.Map;
using Sextant.Posture.Prioritize;

namespace Sextant.Posture.Tests.Prioritize;

public sealed class AttackSearchTests
{
    private const int MaxSteps = 4;
    private const double Cutoff = .001;

    private static readonly RelationKind[] Kinds =
        [RelationKind.Uses, RelationKind.Calls, RelationKind.CanRead, RelationKind.CanWrite, RelationKind.Reads, RelationKind.TrainedOn, RelationKind.Hosts, RelationKind.RunsAs, RelationKind.OwnedBy];

    private static readonly AssetKind[] Assets =
        [AssetKind.Application, AssetKind.Agent, AssetKind.Tool, AssetKind.DataStore, AssetKind.Model, AssetKind.Identity, AssetKind.Workload];

    private static readonly Gen<AssetMap> Maps =
        Gen.Select(Gen.Int[0, 7], Gen.Int[0, Kinds.Length - 1], Gen.Int[0, 7], Gen.Enum<Confidence>()).Array[1, 22].Select(Build);

    [Fact]
    public void Finds_the_likeliest_way_within_the_limit_as_trying_all_ways_does() =>
        Maps.Sample(
            map =>
            {
                var friction = new Friction(map);
                var search = new AttackSearch(map, friction);
                for (var round = 0; round < 2; round++)
                    search.Run([(0, Hold.Controlled, .9), (map.Assets.Count - 1, Hold.Reached, .5)], Cutoff, MaxSteps);
                var truth = TryAll(map, friction);
                for (var asset = 0; asset < map.Assets.Count; asset++)
                {
                    foreach (var hold in Enum.GetValues<Hold>())
                    {
                        var best = search.Best(asset, hold);
                        var expected = truth[(asset * 2) + (int)hold];
                        Assert.Equal(double.IsInfinity(expected), best < 0);
                        if (best >= 0)
                            Assert.Equal(expected, search.At(best).Cost, 9);
                    }
                }
            },
            iter: 3000);

    [Fact]
    public void Every_kind_of_relation_has_its_meaning_to_an_attacker() =>
        Assert.Equal(
            Enum.GetValues<RelationKind>(),
            AttackTable.Steps.Select(s => s.Kind).Concat(AttackTable.Inert).Distinct().Order());

    [Fact]
    public void No_relation_both_carries_attacks_and_is_inert() =>
        Assert.DoesNotContain(AttackTable.Steps, s => AttackTable.Inert.Contains(s.Kind) || s.Probability is <= 0 or > 1);

    private static AssetMap Build((int From, int Kind, int To, Confidence Sure)[] relations)
    {
        var builder = new MapBuilder();
        foreach (var (from, kind, to, sure) in relations.Where(r => r.Item1 != r.Item3))
            builder.Relate(Id(from), Kinds[kind], Id(to), "", new Evidence("test", "", 0, "", sure));
        builder.Asset(Id(0), "", new Evidence("test", "", 0, "", Confidence.Certain));
        return builder.Build();
    }

    private static AssetId Id(int node) => AssetId.Of(Assets[node % Assets.Length], $"n{node}");

    /// <summary>The cost of the best of all ways to each state, by trying each.</summary>
    private static double[] TryAll(AssetMap map, Friction friction)
    {
        var best = new double[map.Assets.Count * 2];
        Array.Fill(best, double.PositiveInfinity);
        var ways = new List<(int Asset, Hold Hold, double Cost)> { (0, Hold.Controlled, -Math.Log(.9)), (map.Assets.Count - 1, Hold.Reached, -Math.Log(.5)) };
        for (var steps = 0; steps <= MaxSteps; steps++)
        {
            var longer = new List<(int, Hold, double)>();
            foreach (var (asset, hold, cost) in ways.Where(w => w.Cost <= -Math.Log(Cutoff)))
            {
                best[asset * 2] = Math.Min(best[asset * 2], cost);
                if (hold == Hold.Controlled)
                    best[(asset * 2) + 1] = Math.Min(best[(asset * 2) + 1], cost);
                for (var relation = 0; relation < map.RelationCount; relation++)
                {
                    foreach (var step in AttackTable.Steps.Where(s => s.Kind == map.KindOf(relation) && s.Needs <= hold))
                    {
                        var (start, end) = step.Forward ? (map.FromIndex(relation), map.ToIndex(relation)) : (map.ToIndex(relation), map.FromIndex(relation));
                        if (start == asset && step.Admits(map.Assets[start].Kind, map.Assets[end].Kind) && friction.Of(step, relation, end) is > 0 and var p)
                            longer.Add((end, step.Gains, cost - Math.Log(p)));
                    }
                }
            }

            ways = longer;
        }

        return best;
    }
}
