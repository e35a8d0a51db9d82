using Sextant.Map;
using Sextant.Posture.Assess;

namespace Sextant.Posture.Tests.Assess;

public sealed class RuleEngineTests
{
    private const string Trifecta = "(a:agent) -[calls]-> (t:tool {capabilities: has sends-external})";

    [Fact]
    public void All_places_of_one_key_are_one_finding_that_lists_them()
    {
        var rule = RuleText.Read(RuleText.Of(Trifecta, "raise: [{ when: '(t {approval: none})', to: high, because: 'nobody is asked about {t}' }]")
            .Replace("{a} is found", "{a} may call {t} ({t.approval})", StringComparison.Ordinal)
            .Replace("effort: minutes", "effort: minutes, breaks: [a-calls-t]", StringComparison.Ordinal));
        var map = RuleText.Map(
            "(ops:agent) -[calls]-> (mail:tool {capabilities: [sends-external], approval: none}), (ops) -[calls]-> (chat:tool {capabilities: [sends-external]}), (ops) -[calls]-> (:tool {capabilities: [writes]})");

        var finding = Assert.Single(RuleEngine.Assess(map, [rule]).Findings);

        Assert.Equal("agent:example/ops", finding.Asset.Value);
        Assert.Equal(Severity.High, finding.Severity);
        Assert.Equal(["ops may call chat and mail (unknown and none)", "Raised to high: nobody is asked about chat and mail"], finding.Why);
        Assert.Equal(["tool:example/chat", "tool:example/mail"], finding.Related.Select(r => r.Value));
        Assert.Equal(["tool:example/chat", "tool:example/mail"], finding.Breaks.Select(b => b.To.Value));
        Assert.Equal(["agent:example/ops", "tool:example/chat"], finding.Path.Select(p => p.Value));
        Assert.Equal(["Do ops."], finding.Remediation);
        Assert.Equal(StableHash.Hex(["r", "agent:example/ops"]), finding.Fingerprint);
        Assert.Equal($"r/{finding.Fingerprint[..12]}", finding.Id);
        Assert.NotEmpty(finding.Evidence);
    }

    [Fact]
    public void A_longer_key_tells_findings_apart()
    {
        var map = RuleText.Map("(a:agent) -[calls]-> (:tool {capabilities: [sends-external]}), (a) -[calls]-> (:tool {capabilities: [sends-external]})");

        var said = RuleEngine.Assess(map, [RuleText.Read(RuleText.Of(Trifecta, key: "[a, t]"))]);

        Assert.Equal(2, said.Findings.Select(f => f.Fingerprint).Distinct().Count());
        Assert.Equal([new RuleTally("r", 1, 0, 0)], said.Tallies);
    }

    [Fact]
    public void The_path_shows_the_assets_between_the_ends_in_the_order_of_the_drawing()
    {
        var rule = RuleText.Read(RuleText.Of("(d:data-store) <-[can-read|runs-as *1..3]- (a:agent)"));
        var map = RuleText.Map("(a:agent) -[runs-as]-> (i:identity) -[can-read]-> (d:data-store)");

        Assert.Equal(["d", "i", "a"], Assert.Single(RuleEngine.Assess(map, [rule]).Findings).Path.Select(p => p.Path[8..]));
    }

    [Fact]
    public void A_rule_that_needs_too_much_work_says_so_of_every_asset_it_did_not_fail()
    {
        var rule = RuleText.Read(RuleText.Of("(a:agent) -[calls]-> (:tool), (a) -[calls]-> (:tool), (a) -[calls]-> (:tool)"));
        var map = RuleText.Map("(x:agent), " + string.Join(", ", Enumerable.Range(0, 30).Select(i => $"(z:agent) -[calls]-> (t{i}:tool)")));

        var said = RuleEngine.Assess(map, [rule], maxSteps: 20);

        Assert.Equal(["agent:example/x", "agent:example/z"], said.Findings.Select(f => f.Asset.Value).Concat(said.NotAssessed.Select(n => n.Asset.Value)).Order());
        Assert.Contains(said.NotAssessed, n => n.Reason == "the rule's budget of 20 steps was used up");
        Assert.Equal(0, Assert.Single(said.Tallies).Pass);
    }

    [Fact]
    public void Evidence_is_bounded_and_holds_that_of_the_relations()
    {
        var builder = new MapBuilder();
        var agent = AssetId.Of(AssetKind.Agent, "a");
        var tool = AssetId.Of(AssetKind.Tool, "t");
        for (var line = 1; line <= 50; line++)
            builder.Asset(agent, "a", new Evidence("c", "agent.py", line, "", Confidence.Certain));
        builder.Asset(tool, "t", new Evidence("c", "tool.py", 1, "", Confidence.Certain), ("capabilities", new[] { "sends-external" }));
        builder.Relate(agent, RelationKind.Calls, tool, "It is in its list.", new Evidence("c", "wiring.py", 7, "", Confidence.Certain));

        var finding = Assert.Single(RuleEngine.Assess(builder.Build(), [RuleText.Read(RuleText.Of(Trifecta))]).Findings);

        Assert.Equal(11, finding.Evidence.Count);
        Assert.Contains(finding.Evidence, e => e.Path == "wiring.py");
        Assert.Equal("agent.py", finding.Evidence[0].Path);
    }

    [Fact]
    public void The_same_map_gives_the_same_assessment_in_whatever_order_it_was_recorded()
    {
        var rules = RuleFiles.Set.Rules;
        var graphs = rules.SelectMany(r => r.Examples).Select(e => e.Graph).Take(150).ToArray();

        var forward = RuleEngine.Assess(Together(graphs), rules);
        var backward = RuleEngine.Assess(Together(graphs.Reverse()), [.. rules.Reverse()]);

        Assert.NotEmpty(forward.Findings);
        Assert.Equal(forward.Findings.Select(Shown), backward.Findings.Select(Shown));
        Assert.Equal(forward.NotAssessed, backward.NotAssessed);
        Assert.Equal(forward.Tallies, backward.Tallies);
    }

    private static AssetMap Together(IEnumerable<Sextant.Posture.Assess.Language.ExampleGraph> graphs)
    {
        var builder = new MapBuilder();
        foreach (var map in graphs.Select(g => g.ToMap()))
        {
            foreach (var asset in map.Assets)
                builder.Record(new AssetObservation(asset.Id, asset.Evidence[0]) { Name = asset.Name, Properties = [.. asset.Properties.Select(p => KeyValuePair.Create(p.Name, p.Value))] });
            foreach (var relation in map.Relations)
                builder.Relate(relation.From.Id, relation.Kind, relation.To.Id, relation.Because, relation.Evidence[0]);
        }

        return builder.Build();
    }

    private static string Shown(Finding f) => string.Join(
        "|", [f.Id, f.Severity.ToString(), .. f.Why, .. f.Related.Select(r => r.Value), .. f.Path.Select(p => p.Value), .. f.Breaks.Select(b => b.ToString()), .. f.Evidence.Select(e => e.ToString())]);
}
