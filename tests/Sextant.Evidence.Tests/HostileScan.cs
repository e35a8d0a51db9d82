using Sextant.Map;
using Sextant.Posture;

namespace Sextant.Evidence.Tests;

/// <summary>A scan in which every text is an attack on whoever shows it.</summary>
internal static class HostileScan
{
    public const string Attack =
        "</script><script>document.title='owned'</script>\"><img src=x onerror=\"document.title='owned'\"> <!--<script> | `x` ${1} {{2}} \\ "
        + "[l](javascript:alert(1)) ![i](https://evil.example/i.png) @octocat #1 www.evil.example https://evil.example\u2028\u2029\u202e\0\u0001\ud800\uffff ]]> &amp; %0d%0a 'q' \n# h\n| a | b |\n";

    public static ScanResult Result { get; } = Create();

    private static ScanResult Create()
    {
        var evidence = new Map.Evidence(Attack, Attack, 7, Attack, Confidence.Certain) { Commit = Attack };
        var map = new MapBuilder();
        var agent = AssetId.Of(AssetKind.Agent, Attack);
        var model = AssetId.Of(AssetKind.Model, "huggingface", Attack);
        var service = AssetId.Of(AssetKind.McpServer, Attack);
        foreach (var id in new[] { agent, model, service })
        {
            map.Record(new AssetObservation(id, evidence)
            {
                Name = Attack,
                Aliases = [Attack],
                Properties = [.. Vocabulary.Facets.Keys.Select(f => KeyValuePair.Create(f, (PropertyValue)new PropertyValue.Text(Attack))), KeyValuePair.Create("hosts", (PropertyValue)new[] { Attack })],
            });
            map.Asset(id, Attack, new Map.Evidence("other", "a.py", 1, Attack, Confidence.Likely), ("purpose", "another"), ("hosts", new[] { Attack, "ok:1" }));
        }

        map.Relate(agent, RelationKind.Uses, model, Attack, evidence);
        map.Record(new Gap(Attack, Attack, Attack));
        var finding = Finding(agent, model, evidence);
        return new ScanResult([Attack], map.Build(), [finding], [Path(agent, model, finding)], CoverageOf(), new ToolInfo(Attack, Attack, Attack, Attack))
        {
            NotAssessed = [new NotAssessed(Attack, agent, Attack)],
            Suppressed = [new SuppressedFinding(finding with { Id = "s" + Attack }, Attack, Attack)],
            Tallies = [new RuleTally(Attack, 1, 1, 1)],
            Rules = [new RuleInfo(Attack, Attack, Severity.High, Attack, [Attack], [Attack])],
        };
    }

    private static Finding Finding(AssetId agent, AssetId model, Map.Evidence evidence) => new(Attack, Attack, Attack, Severity.Critical, agent, Attack)
    {
        Score = 50,
        Factors = [new ScoreFactor(Attack, 50, Attack)],
        Related = [model],
        Why = [Attack],
        Evidence = [evidence],
        Frameworks = [Attack],
        Remediation = [Attack],
        Effort = Attack,
        Breaks = [(agent, RelationKind.Uses, model)],
        Path = [agent, model],
    };

    private static AttackPath Path(AssetId agent, AssetId model, Finding finding) =>
        new(Attack, Attack, 50, [new PathStep(agent, RelationKind.Uses, model, true, Attack)], [finding.Id]);

    private static Coverage CoverageOf() =>
        new(1, 1, 1, 1, new SortedDictionary<string, long>(StringComparer.Ordinal) { [Attack] = 1 }, 0, 0, [Attack]);
}
