using System.Text.Json;
using Sextant.Evidence.Json;
using Sextant.Evidence.Markdown;
using Sextant.Map;
using Sextant.Posture;

namespace Sextant.Evidence.Sarif;

/// <summary>One result a finding.</summary>
internal static class SarifResults
{
    // GitHub keeps 100 locations of a result, the first among them the primary one.
    private const int MaxRelated = 99;

    public static void Write(PlacedFinding placed, SarifRun run, Utf8JsonWriter json)
    {
        var finding = placed.Finding;
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule);
        json.WriteNumber("ruleIndex", run.IndexOf(finding.Rule));
        json.WriteString("level", SarifRules.Level(finding.Severity));
        json.WriteNumber("rank", Math.Clamp(finding.Score, 0, 100));
        WriteMessage(finding, json);
        json.WriteStartArray("locations");
        SarifLocation.Write(placed.Places[0], null, null, json);
        json.WriteEndArray();
        WriteRelated(placed, json);
        SarifFlows.Write(placed, run, json);
        WriteFingerprints(finding, json);
        if (placed.Suppressed is { } suppressed)
            WriteSuppression(suppressed, json);
        WriteProperties(finding, json);
        json.WriteEndObject();
    }

    private static void WriteMessage(Finding finding, Utf8JsonWriter json)
    {
        json.WriteStartObject("message");
        json.WriteString("text", SarifText.Plain(finding.Why.Count > 0 ? string.Join(" ", finding.Why) : finding.Title));
        json.WriteString("markdown", string.Join("\n\n", finding.Why.DefaultIfEmpty(finding.Title).Select(w => MarkdownText.Escape(w, 1000))));
        json.WriteEndObject();
    }

    private static void WriteRelated(PlacedFinding placed, Utf8JsonWriter json)
    {
        if (placed.Places.Count < 2)
            return;
        json.WriteStartArray("relatedLocations");
        var id = 0;
        foreach (var place in placed.Places.Skip(1).Take(MaxRelated))
            SarifLocation.Write(place, place.Detail.Length > 0 ? place.Detail : place.Place, id++, json);
        json.WriteEndArray();
    }

    private static void WriteFingerprints(Finding finding, Utf8JsonWriter json)
    {
        json.WriteStartObject("partialFingerprints");
        json.WriteString("primaryLocationLineHash", $"{finding.Fingerprint}:1");
        json.WriteString("sextant/v1", finding.Fingerprint);
        json.WriteEndObject();
    }

    private static void WriteSuppression(SuppressedFinding suppressed, Utf8JsonWriter json)
    {
        json.WriteStartArray("suppressions");
        json.WriteStartObject();
        json.WriteString("kind", "external");
        json.WriteString("status", "accepted");
        json.WriteString("justification", $"{suppressed.Reason} ({suppressed.Source})");
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteProperties(Finding finding, Utf8JsonWriter json)
    {
        json.WriteStartObject("properties");
        json.WriteString("id", finding.Id);
        json.WriteString("asset", finding.Asset.Value);
        json.WriteString("severity", Kebab<Severity>.Name(finding.Severity));
        json.WriteStrings("related", finding.Related.Select(r => r.Value));
        json.WriteStrings("remediation", finding.Remediation);
        json.WriteText("effort", finding.Effort);
        json.WriteEndObject();
    }
}
