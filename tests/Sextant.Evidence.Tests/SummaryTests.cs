using Sextant.Evidence.Summary;
using Sextant.Map;
using Sextant.Posture;

namespace Sextant.Evidence.Tests;

public sealed class SummaryTests
{
    private static readonly AssetId A = AssetId.Of(AssetKind.Agent, "a");
    private static readonly AssetId T = AssetId.Of(AssetKind.Tool, "t");
    private static readonly AssetId D = AssetId.Of(AssetKind.DataStore, "d");

    [Fact]
    public void All_severities_are_counted_worst_first()
    {
        var summary = SummaryModel.Of(SampleScan.Result);
        Assert.Equal(
            [new SeverityCount(Severity.Critical, 1), new(Severity.High, 0), new(Severity.Medium, 1), new(Severity.Low, 1), new(Severity.Info, 0)],
            summary.Severities);
    }

    [Fact]
    public void The_fix_that_closes_and_breaks_most_comes_first_and_nothing_is_counted_twice()
    {
        var cut = (A, RelationKind.Calls, T);
        Finding[] findings = [Finding("f1", 50, cut), Finding("f2", 40, cut), Finding("f3", 80, (A, RelationKind.CanRead, D)), Finding("f4", 0)];
        AttackPath[] paths = [Path("p1", 30, "f2"), Path("p2", 20, "f1", "f3")];
        var fixes = SummaryModel.Of(EmptyScan.Result with { Findings = findings, Paths = paths }).Fixes;
        Assert.Equal(
            ["f1 closes f1 f2 breaks p1 p2", "f3 closes f3 breaks p2", "f4 closes f4 breaks "],
            fixes.Select(f => $"{f.Finding.Id} closes {string.Join(' ', f.Closes.Select(c => c.Id))} breaks {string.Join(' ', f.Breaks.Select(p => p.Id))}"));
    }

    [Fact]
    public void What_was_not_assessed_is_grouped_by_rule_with_the_first_reason()
    {
        NotAssessed[] entries = [new("r", T, "x"), new("r", A, "y"), new("r", A, "x"), new("q", A, "x")];
        var groups = SummaryModel.Of(EmptyScan.Result with { NotAssessed = entries }).NotAssessed;
        Assert.Equal(["r y agent:a tool:t", "q x agent:a"], groups.Select(g => $"{g.Rule} {g.Reason} {string.Join(' ', g.Assets)}"));
    }

    private static Finding Finding(string id, int score, params (AssetId, RelationKind, AssetId)[] breaks) =>
        new(id, "r", "t", Severity.High, A, id) { Score = score, Breaks = breaks };

    private static AttackPath Path(string id, int score, params string[] breaks) => new(id, id, score, [], breaks);
}
