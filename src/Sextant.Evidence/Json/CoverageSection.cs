using System.Text.Json;
using Sextant.Posture;

namespace Sextant.Evidence.Json;

/// <summary>What was read and what was not, in the scan document.</summary>
internal static class CoverageSection
{
    public static void Write(ScanResult result, Utf8JsonWriter json)
    {
        json.WriteStartObject("coverage");
        WriteRead(result, json);
        WriteGaps(result, json);
        WriteNotAssessed(result, json);
        json.WriteStringArray("errors", result.Coverage.Errors);
        json.WriteEndObject();
    }

    private static void WriteRead(ScanResult result, Utf8JsonWriter json)
    {
        var coverage = result.Coverage;
        json.WriteStartObject("read");
        json.WriteNumber("filesSeen", coverage.FilesSeen);
        json.WriteNumber("filesRead", coverage.FilesRead);
        json.WriteNumber("bytesRead", coverage.BytesRead);
        json.WriteNumber("filesInspected", coverage.FilesInspected);
        json.WriteStartObject("filesSkipped");
        foreach (var (reason, count) in coverage.FilesSkipped.OrderBy(p => p.Key, StringComparer.Ordinal))
            json.WriteNumber(reason, count);
        json.WriteEndObject();
        json.WriteNumber("commits", coverage.Commits);
        json.WriteNumber("blobs", coverage.Blobs);
        json.WriteEndObject();
    }

    private static void WriteGaps(ScanResult result, Utf8JsonWriter json)
    {
        json.WriteStartArray("gaps");
        foreach (var gap in result.Map.Gaps)
        {
            json.WriteStartObject();
            json.WriteString("collector", gap.Collector);
            json.WriteString("scope", gap.Scope);
            json.WriteString("reason", gap.Reason);
            json.WriteEndObject();
            json.FlushIfLarge();
        }

        json.WriteEndArray();
    }

    private static void WriteNotAssessed(ScanResult result, Utf8JsonWriter json)
    {
        var entries = result.NotAssessed.OrderBy(n => n.Rule, StringComparer.Ordinal).ThenBy(n => n.Asset)
            .ThenBy(n => n.Reason, StringComparer.Ordinal);
        json.WriteStartArray("notAssessed");
        foreach (var entry in entries)
        {
            json.WriteStartObject();
            json.WriteString("rule", entry.Rule);
            json.WriteString("asset", entry.Asset.Value);
            json.WriteString("reason", entry.Reason);
            json.WriteEndObject();
            json.FlushIfLarge();
        }

        json.WriteEndArray();
    }
}
