using System.Text.Json;
using Sextant.Map;
using Sextant.Posture;

namespace Sextant.Evidence.Json;

/// <summary>Findings in the scan document, and those that somebody suppressed.</summary>
internal static class FindingSection
{
    public static void Write(ScanResult result, Utf8JsonWriter json)
    {
        json.WriteStartArray("findings");
        foreach (var finding in result.Findings.OrderBy(f => f.Id, StringComparer.Ordinal))
        {
            WriteFinding(finding, json);
            json.FlushIfLarge();
        }

        json.WriteEndArray();
        json.WriteStartArray("suppressed");
        foreach (var suppressed in result.Suppressed.OrderBy(s => s.Finding.Id, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("reason", suppressed.Reason);
            json.WriteString("source", suppressed.Source);
            json.WritePropertyName("finding");
            WriteFinding(suppressed.Finding, json);
            json.WriteEndObject();
            json.FlushIfLarge();
        }

        json.WriteEndArray();
    }

    public static void WriteFinding(Finding finding, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", finding.Id);
        json.WriteString("rule", finding.Rule);
        json.WriteString("title", finding.Title);
        json.WriteString("state", "fail");
        json.WriteString("severity", Kebab<Severity>.Name(finding.Severity));
        json.WriteNumber("score", finding.Score);
        WriteFactors(finding, json);
        json.WriteString("asset", finding.Asset.Value);
        json.WriteStringArray("related", finding.Related.Select(id => id.Value));
        json.WriteStringArray("why", finding.Why);
        MapSection.WriteEvidence([.. finding.Evidence], json);
        json.WriteStringArray("frameworks", finding.Frameworks);
        json.WriteStringArray("remediation", finding.Remediation);
        json.WriteText("effort", finding.Effort);
        WriteBreaks(finding, json);
        json.WriteString("fingerprint", finding.Fingerprint);
        json.WriteStringArray("path", finding.Path.Select(id => id.Value));
        json.WriteEndObject();
    }

    private static void WriteFactors(Finding finding, Utf8JsonWriter json)
    {
        json.WriteStartArray("factors");
        foreach (var factor in finding.Factors)
        {
            json.WriteStartObject();
            json.WriteString("name", factor.Name);
            json.WriteNumber("points", factor.Points);
            json.WriteString("because", factor.Because);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteBreaks(Finding finding, Utf8JsonWriter json)
    {
        json.WriteStartArray("breaks");
        foreach (var (from, kind, to) in finding.Breaks)
        {
            json.WriteStartObject();
            json.WriteString("from", from.Value);
            json.WriteString("kind", Kebab<RelationKind>.Name(kind));
            json.WriteString("to", to.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
