using CsCheck;
using Sextant.Map;
using Sextant.Posture.Assess;
using Sextant.Posture.Assess.Language;
using Sextant.Posture.Assess.Rules;

namespace Sextant.Posture.Tests.Assess;

/// <summary>The matcher against the definition: every assignment of assets to nodes is tried, on random small maps.</summary>
public sealed class MatcherOracleTests
{
    private static readonly string[] Kinds = ["agent", "tool", "data-store"];
    private static readonly string[] Relations = ["calls", "reads", "uses"];
    private static readonly string[] Tests =
    [
        "", "", " {approval: none}", " {approval: != none}", " {approval: missing}", " {approval: any [none, missing]}", " {approval: known required}",
        " {capabilities: has writes}", " {capabilities: lacks writes, approval: none}",
    ];

    private static readonly string[] Facets = ["", " {approval: none}", " {approval: required}", " {capabilities: [writes]}", " {approval: none, capabilities: [destroys]}"];

    [Fact]
    public void Finds_and_doubts_exactly_what_trying_everything_finds_and_doubts() => Gen.Int[0, 5000].Array[60].Sample(
        numbers =>
        {
            var tape = new Tape(numbers);
            var rule = RuleText.Read(Rule(tape));
            var map = RuleText.Map(Graph(tape));

            var said = RuleEngine.Assess(map, [rule]);
            var (keys, doubts) = TryEverything(map, rule);

            Assert.Equal(keys.Select(k => k.ToString()).Order(), said.Findings.Select(f => f.Fingerprint).Order());
            Assert.Equal(doubts.Order(), said.NotAssessed.Select(n => n.Asset));
        },
        iter: 1500);

    private static string Rule(Tape tape)
    {
        var second = tape.Next(3) switch
        {
            0 => "",
            1 => $", ({tape.Of("ab")}) <-[{Edge(tape)}]- (c:{tape.Of(Kinds)}{tape.Of(Tests)})",
            _ => $", ({tape.Of("ab")}) -[{Edge(tape)}]-> ({tape.Of("ab")})",
        };
        var unless = tape.Next(3) switch
        {
            0 => "",
            1 => $"unless: ['({tape.Of("ab")}) -[{Edge(tape)}]-> (:{tape.Of(Kinds)}{tape.Of(Tests)})']",
            _ => $"unless: ['({tape.Of("ab")} {{approval: required}})']",
        };
        return RuleText.Of($"(a:{tape.Of(Kinds)}{tape.Of(Tests)}) -[{Edge(tape)}]-> (b:{tape.Of(Kinds)}|{tape.Of(Kinds)}{tape.Of(Tests)}){second}", unless, tape.Next(2) == 0 ? "[a]" : "[a, b]");
    }

    private static string Edge(Tape tape) =>
        $"{tape.Of(Relations)}|{tape.Of(Relations)}" + tape.Next(4) switch { 0 => " *0..2", 1 => " *1..3", 2 => " *2..3", _ => "" };

    private static string Graph(Tape tape)
    {
        var assets = Enumerable.Range(0, 5).Select(i => $"(n{i}:{tape.Of(Kinds)}{tape.Of(Facets)})");
        var relations = Enumerable.Range(0, 7).Select(_ => $"(n{tape.Next(5)}) -[{tape.Of(Relations)}]-> (n{tape.Next(5)})");
        return string.Join(", ", assets.Concat(relations));
    }

    private static (HashSet<string> Keys, HashSet<AssetId> Doubts) TryEverything(AssetMap map, Rule rule)
    {
        var (keys, failed, doubts) = (new HashSet<string>(), new HashSet<AssetId>(), new HashSet<AssetId>());
        foreach (var bound in Assignments(map.Assets.Count, new int[rule.Match.Slots], 0))
        {
            var truth = Holds(map, rule.Match, bound);
            foreach (var unless in rule.Unless)
                truth = truth.And(Exists(map, unless, bound).Not());
            var asset = map.Assets[bound[rule.Asset]].Id;
            if (truth == Truth.True)
            {
                keys.Add(StableHash.Hex([rule.Id, .. rule.Key.Select(k => map.Assets[bound[k]].Id.Value)]));
                failed.Add(asset);
            }
            else if (truth == Truth.Unknown)
            {
                doubts.Add(asset);
            }
        }

        doubts.ExceptWith(failed);
        return (keys, doubts);
    }

    private static Truth Exists(AssetMap map, Pattern pattern, int[] bound)
    {
        var truth = Truth.False;
        var slots = bound.Concat(new int[Math.Max(0, pattern.Slots - bound.Length)]).ToArray();
        foreach (var extended in Assignments(map.Assets.Count, slots, bound.Length))
            truth = truth.Or(Holds(map, pattern, extended));
        return truth;
    }

    private static IEnumerable<int[]> Assignments(int assets, int[] bound, int slot)
    {
        if (slot >= bound.Length)
        {
            yield return bound;
            yield break;
        }

        for (var asset = 0; asset < assets; asset++)
        {
            bound[slot] = asset;
            foreach (var rest in Assignments(assets, bound, slot + 1))
                yield return rest;
        }
    }

    private static Truth Holds(AssetMap map, Pattern pattern, int[] bound)
    {
        var truth = Truth.True;
        foreach (var node in pattern.Nodes)
        {
            var asset = map.Assets[bound[node.Slot]];
            truth = truth.And((node.Kinds.Count == 0 || node.Kinds.Contains(asset.Kind)).ToTruth());
            truth = node.Tests.Aggregate(truth, (t, test) => t.And(test.Of(asset)));
        }

        return pattern.Edges.Aggregate(truth, (t, edge) => t.And(IsJoined(map, edge, bound[edge.From], bound[edge.To]).ToTruth()));
    }

    private static bool IsJoined(AssetMap map, PatternEdge edge, int from, int to)
    {
        HashSet<int> ends = [from];
        for (var steps = 0; steps <= edge.Max; steps++)
        {
            if (steps >= edge.Min && ends.Contains(to))
                return true;
            ends = [.. map.Relations.Where(r => edge.Kinds.Contains(r.Kind) && ends.Contains(map.FromIndex(r.Index))).Select(r => map.ToIndex(r.Index))];
        }

        return false;
    }

    /// <summary>Choices read from random numbers.</summary>
    private sealed class Tape(int[] numbers)
    {
        private int _at;

        public int Next(int below) => numbers[_at++ % numbers.Length] % below;

        public string Of(string[] list) => list[Next(list.Length)];

        public char Of(string letters) => letters[Next(letters.Length)];
    }
}
