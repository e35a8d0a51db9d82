using System.Text.Json;
using Sextant.Map;
using Sextant.Posture;

namespace Sextant.Evidence.Json;

/// <summary>Findings and attack paths, read from a scan document.</summary>
internal static class FindingReading
{
    public static Finding Read(JsonElement finding) => new(
        finding.Text("id"), finding.Text("rule"), finding.Text("title"), finding.Choice<Severity>("severity"), finding.Id("asset"), finding.Text("fingerprint"))
    {
        Score = finding.Int("score"),
        Factors = [.. finding.Items("factors").Select(f => new ScoreFactor(f.Text("name"), f.Int("points"), f.Text("because")))],
        Related = finding.Ids("related"),
        Why = finding.Texts("why"),
        Evidence = MapReading.ReadEvidence(finding),
        Frameworks = finding.Texts("frameworks"),
        Remediation = finding.Texts("remediation"),
        Effort = finding.OptionalText("effort") ?? "",
        Breaks = [.. finding.Items("breaks").Select(b => (b.Id("from"), b.Choice<RelationKind>("kind"), b.Id("to")))],
        Path = finding.Ids("path"),
    };

    public static SuppressedFinding ReadSuppressed(JsonElement suppressed) =>
        new(Read(suppressed.Part("finding")), suppressed.Text("reason"), suppressed.Text("source"));

    public static AttackPath ReadPath(JsonElement path) =>
        new(path.Text("id"), path.Text("title"), path.Int("score"), [.. path.Items("steps").Select(ReadStep)], path.Texts("breaks"));

    private static PathStep ReadStep(JsonElement step) => new(
        step.Id("from"), step.Choice<RelationKind>("relation"), step.Id("to"), step.Flag("forward", absent: true), step.Text("because"));
}
