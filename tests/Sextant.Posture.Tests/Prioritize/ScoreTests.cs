using CsCheck;
using Sextant.Map;
using Sextant.Posture.Prioritize;

namespace Sextant.Posture.Tests.Prioritize;

public sealed class ScoreTests
{
    private static readonly Gen<(double? Value, string Because)> Input = Gen.Double[0, 1].Select(v => ((double?)v, "drawn"));

    private static readonly Gen<ScoreInputs> Inputs =
        Gen.Select(Gen.Enum<Severity>(), Input.Array[6], Gen.Int[0, 2].Select(i => new[] { "product", "test", "example" }[i]))
            .Select((severity, v, scope) => new ScoreInputs(severity, v[0], v[1], v[2], v[3], v[4], v[5]) { Scope = scope });

    private static int Of(ScoreInputs inputs) => Score.Factors(inputs).Sum(f => f.Points);

    [Fact]
    public void More_of_any_factor_never_lowers_the_score() =>
        Gen.Select(Inputs, Gen.Double[0, 1], Gen.Int[0, 6]).Sample((inputs, more, which) =>
        {
            (double?, string) More((double? Value, string Because) input) => (Math.Max(input.Value ?? 0, more), input.Because);
            var worse = which switch
            {
                0 => inputs with { Severity = Severity.Critical },
                1 => inputs with { Exposure = More(inputs.Exposure) },
                2 => inputs with { Reachability = More(inputs.Reachability) },
                3 => inputs with { Sensitivity = More(inputs.Sensitivity) },
                4 => inputs with { Criticality = More(inputs.Criticality) },
                5 => inputs with { Exploitability = More(inputs.Exploitability) },
                _ => inputs with { BlastRadius = More(inputs.BlastRadius) },
            };
            Assert.InRange(Of(worse), Of(inputs), 100);
            Assert.InRange(Of(inputs), 0, 100);
        });

    [Fact]
    public void The_weights_are_of_a_hundred_points() =>
        Assert.Equal(
            100,
            ScoreWeights.Severity + ScoreWeights.Reachability + ScoreWeights.Sensitivity + ScoreWeights.Exposure + ScoreWeights.BlastRadius
                + ScoreWeights.Criticality + ScoreWeights.Exploitability);

    [Fact]
    public void What_nobody_knows_counts_half_and_is_said()
    {
        var finding = Scored("application:repo/r/a {language: python}", "application:repo/r/a");

        Assert.Equal(
            ["blast radius 0", "criticality 3", "exploitability 3", "exposure 5", "reachability 0", "sensitivity 0", "severity 30"],
            finding.Factors.Select(f => $"{f.Name} {f.Points}").Order(StringComparer.Ordinal));
        Assert.Equal("exposure unknown: nobody read who can connect to it", finding.Factors.Single(f => f.Name == "exposure").Because);
        Assert.Equal(41, finding.Score);
    }

    [Fact]
    public void The_worst_case_is_explained_by_what_is_around_it()
    {
        var finding = Scored(
            """
            model-endpoint:aws/1/chat {authentication: none, exposure: internet, criticality: critical}
            internet:anyone -reaches-> model-endpoint:aws/1/chat
            model-endpoint:aws/1/chat -runs-as-> identity:aws/1/role/chat
            identity:aws/1/role/chat -can-read-> data-store:s3/customers
            data-store:s3/customers {sensitivity: [financial, personal]}
            """,
            "model-endpoint:aws/1/chat");

        Assert.Equal(
            [
                "severity 30: the rule says high",
                "reachability 16: an attacker gets to it with a likelihood of 90 %",
                "sensitivity 12: customers holds financial, personal data",
                "exposure 10: reachable from the Internet",
                "blast radius 8: customers fall with it",
                "criticality 6: critical criticality",
                "exploitability 6: no authentication",
            ],
            finding.Factors.Select(f => $"{f.Name} {f.Points}: {f.Because}"));
        Assert.Equal(88, finding.Score);
    }

    [Fact]
    public void What_does_not_ship_counts_half()
    {
        var shipped = Scored("application:repo/r/a {exposure: internet}", "application:repo/r/a").Score;
        var test = Scored("application:repo/r/a {exposure: internet, scope: test}", "application:repo/r/a");

        Assert.Equal(shipped - (int)Math.Round(shipped * .5, MidpointRounding.AwayFromZero), test.Score);
        Assert.Equal("it is test code, which does not ship", test.Factors[^1].Because);
    }

    [Fact]
    public void Another_way_in_never_lowers_a_score() =>
        Gen.Select(Gen.Select(Gen.Int[0, 6], Gen.Enum<RelationKind>(), Gen.Int[0, 6]).Array[1, 15], Gen.Int[0, 6]).Sample(
            (relations, opened) =>
            {
                var builder = new MapBuilder();
                var evidence = new Evidence("test", "", 0, "", Confidence.Certain);
                builder.Asset(Node(4), "", evidence, ("sensitivity", new[] { "personal" }));
                foreach (var (from, kind, to) in relations.Where(r => r.Item1 != r.Item3))
                    builder.Relate(Node(from), kind, Node(to), "", evidence);
                foreach (var node in Enumerable.Range(0, 7))
                    builder.Asset(Node(node), "", evidence);
                var before = Scores(builder.Build());
                builder.Relate(WellKnown.Internet, RelationKind.Reaches, Node(opened), "", evidence);
                var after = Scores(builder.Build());
                Assert.All(before, finding => Assert.True(after[finding.Key] >= finding.Value));
            },
            iter: 500);

    [Fact]
    public void Findings_come_worst_first()
    {
        var map = Graph.Of("application:repo/r/a {exposure: internet}");
        var findings = new[] { Severity.Low, Severity.Critical, Severity.Medium }.Select(s => Finding("application:repo/r/a") with { Id = s.ToString(), Severity = s }).ToArray();

        Assert.Equal(["Critical", "Medium", "Low"], Prioritizer.Run(map, findings).Findings.Select(f => f.Id));
    }

    [Fact]
    public void A_finding_about_what_is_not_on_the_map_still_has_a_score() =>
        Assert.Equal(60, Scored("application:repo/r/a {language: python}", "application:repo/r/gone").Score);

    private static AssetId Node(int node) => AssetId.Of(
        new[] { AssetKind.Application, AssetKind.Agent, AssetKind.Tool, AssetKind.Workload, AssetKind.DataStore, AssetKind.Model, AssetKind.Identity }[node], "n");

    private static Dictionary<AssetId, int> Scores(AssetMap map) =>
        Prioritizer.Run(map, [.. Enumerable.Range(0, 7).Select(n => Finding(Node(n).Value))]).Findings.ToDictionary(f => f.Asset, f => f.Score);

    private static Finding Scored(string drawing, string asset) => Prioritizer.Run(Graph.Of(drawing), [Finding(asset)]).Findings[0];

    private static Finding Finding(string asset) =>
        new("f", "rule", "title", Severity.High, AssetId.TryParse(asset, out var id) ? id : default, "f");
}
