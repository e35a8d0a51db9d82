using CsCheck;

namespace Sextant.Map.Tests;

public sealed class MergingTests
{
    private static readonly AssetId Local = AssetId.Of(AssetKind.ModelEndpoint, "repo/shop/llm");
    private static readonly AssetId Called = AssetId.Of(AssetKind.ModelEndpoint, "url/llm:8000");
    private static readonly AssetId App = AssetId.Of(AssetKind.Application, "repo/shop");

    [Fact]
    public void An_alias_that_is_the_id_of_another_asset_makes_them_one()
    {
        var map = Build(
            b => b.Record(new AssetObservation(Local, Seen("compose.yaml")) { Aliases = [Called.Value] }),
            b => b.Asset(Called, "llm:8000", Seen("main.py", Confidence.Likely), ("baseUrl", "http://llm:8000")),
            b => b.Relate(App, RelationKind.Uses, Called, "It calls it.", Seen("main.py")));

        Assert.Equal([App, Local], map.Assets.Select(a => a.Id));
        Assert.Equal([Called.Value], map.Find(Local)?.Aliases);
        Assert.Equal("http://llm:8000", map.Find(Local)?.Text("baseUrl"));
        Assert.Equal($"{App} -[uses]-> {Local}", Assert.Single(map.Relations).ToString());
    }

    [Fact]
    public void A_shared_alias_merges_within_a_kind_and_never_across_kinds()
    {
        var map = Build(
            b => b.Record(new AssetObservation(Local, Seen("a")) { Aliases = ["arn:x"] }),
            b => b.Record(new AssetObservation(Called, Seen("b")) { Aliases = ["arn:x"] }),
            b => b.Record(new AssetObservation(App, Seen("c")) { Aliases = ["arn:x", Local.Value] }));

        Assert.Equal([App, Local], map.Assets.Select(a => a.Id));
    }

    [Fact]
    public void The_surest_id_stands_for_all() =>
        Assert.Equal(
            Called,
            Assert.Single(Build(
                b => b.Record(new AssetObservation(Local, Seen("a", Confidence.Likely)) { Aliases = [Called.Value] }),
                b => b.Record(new AssetObservation(Called, Seen("b")))).Assets).Id);

    [Fact]
    public void What_disagrees_with_the_surest_value_is_kept_as_a_conflict()
    {
        var map = Build(
            b => b.Asset(App, "shop", Seen("a", Confidence.Likely), ("environment", "staging")),
            b => b.Asset(App, "shop", Seen("b"), ("environment", "production")),
            b => b.Asset(App, "shop", Seen("c"), ("environment", "production")));

        var property = Assert.Single(map.Assets[0].Properties);
        Assert.Equal(("production", "b"), (property.Value.ToString(), property.Evidence.Path));
        Assert.Equal(["staging"], property.Conflicts.Select(c => c.Value.ToString()));
    }

    [Fact]
    public void Sets_are_united() =>
        Assert.Equal(
            "a, b, c",
            Build(b => b.Asset(App, "", Seen("1"), ("hosts", new[] { "b", "a" })), b => b.Asset(App, "", Seen("2"), ("hosts", new[] { "c", "a" })))
                .Assets[0]["hosts"]?.ToString());

    [Fact]
    public void Observations_of_one_relation_are_one_with_the_surest_reason()
    {
        var map = Build(
            b => b.Relate(App, RelationKind.Uses, Local, "Perhaps.", Seen("a", Confidence.Possible)),
            b => b.Relate(App, RelationKind.Uses, Local, "Surely.", Seen("b")),
            b => b.Relate(App, RelationKind.Uses, Local, "Surely.", Seen("b")),
            b => b.Relate(App, RelationKind.Calls, Local, "Else.", Seen("c")));

        Assert.Equal(["Surely.", "Else."], map.Relations.Select(r => r.Because));
        Assert.Equal(["b", "a"], map.Relations.First().Evidence.ToArray().Select(e => e.Path));
        Assert.Equal(0, map.IndexOf(0, RelationKind.Uses, 1));
        Assert.Equal(-1, map.IndexOf(1, RelationKind.Uses, 0));
    }

    [Fact]
    public void What_only_relations_name_was_seen_where_they_were_also_after_something_is_concluded_of_it()
    {
        var map = Build(
            b => b.Relate(App, RelationKind.Uses, Local, "", Seen("main.py")),
            b => b.Asset(Local, "", Seen("z"), ("registration", "none")));

        Assert.Equal(["main.py", "z"], map.Find(Local)?.Evidence.Select(e => e.Path));
        Assert.Equal("llm", map.Find(Local)?.Name);
    }

    [Fact]
    public void The_order_of_observations_changes_nothing()
    {
        var name = Gen.Int[0, 5];
        Gen.Select(name, name, Gen.Int[0, 3], Gen.Enum<Confidence>(), Gen.Int[0, 4]).Array[1, 20].SelectMany(o => Gen.Shuffle(o.ToArray()).Select(s => (o, s)))
            .Sample((seen, shuffled) => Assert.Equal(Print(seen), Print(shuffled)), iter: 2000);
    }

    [Fact]
    public void Both_directions_hold_the_same_relations() =>
        Gen.Select(Gen.Int[0, 6], Gen.Int[0, 6]).Array[0, 40].Sample(relations =>
        {
            var builder = new MapBuilder();
            foreach (var (from, to) in relations)
                builder.Relate(Node(from), RelationKind.Uses, Node(to), "", Seen("a"));
            var map = builder.Build();

            Assert.Equal(map.Relations, map.Assets.SelectMany(map.Outgoing));
            Assert.Equal(map.Relations, map.Assets.SelectMany(map.Incoming).OrderBy(r => r.Index));
            Assert.Equal(relations.Distinct().Count(), map.RelationCount);
        });

    /// <summary>What a list of observations makes; each is an asset (perhaps with an alias or a facet) or a relation.</summary>
    private static string Print((int A, int B, int What, Confidence Sure, int Value)[] observations)
    {
        var builder = new MapBuilder();
        foreach (var (a, b, what, sure, value) in observations)
        {
            var evidence = Seen($"f{value}", sure);
            switch (what)
            {
                case 0: builder.Relate(Node(a), (RelationKind)value, Node(b), $"because {value}", evidence); break;
                case 1: builder.Record(new AssetObservation(Node(a), evidence) { Aliases = [Node(b).Value] }); break;
                case 2: builder.Asset(Node(a), $"n{value}", evidence, ("environment", $"e{b}")); break;
                default: builder.Asset(Node(a), "", evidence, ("hosts", new[] { $"h{b}" })); break;
            }
        }

        var map = builder.Build();
        return string.Join('\n', map.Assets
            .Select(a => $"{a} {a.Name} {string.Join(' ', a.Aliases)} {string.Join(' ', a.Properties.Select(p => $"{p.Name}={p.Value} {p.Evidence} {string.Join(',', p.Conflicts)}"))} {string.Join(' ', a.Evidence)}")
            .Concat(map.Relations.Select(r => $"{r} {r.Because} {string.Join(' ', r.Evidence.ToArray().AsEnumerable())}")));
    }

    private static AssetId Node(int number) => AssetId.Of(number % 2 == 0 ? AssetKind.Application : AssetKind.ModelEndpoint, $"n{number}");

    private static Evidence Seen(string path, Confidence confidence = Confidence.Certain) => new("test", path, 1, "", confidence);

    private static AssetMap Build(params Action<MapBuilder>[] record)
    {
        var builder = new MapBuilder();
        foreach (var one in record)
            one(builder);
        return builder.Build();
    }
}
