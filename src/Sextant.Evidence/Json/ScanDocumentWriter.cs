using System.Globalization;
using System.Text.Json;
using Sextant.Evidence.Summary;
using Sextant.Map;
using Sextant.Posture;

namespace Sextant.Evidence.Json;

/// <summary>
/// Writes the scan document <c>sextant-scan/1</c>: all that a scan gives, with arrays sorted by id so that two documents
/// compare well. Its schema is <c>docs/schema/sextant-scan-1.schema.json</c>; <see cref="ScanDocumentReader"/> reads it back.
/// </summary>
public sealed class ScanDocumentWriter : IReportWriter
{
    /// <summary>The name and version of the document's form.</summary>
    public const string Schema = "sextant-scan/1";

    /// <inheritdoc/>
    public string Format => "json";

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".json"];

    /// <inheritdoc/>
    public void Write(ScanResult result, Stream output)
    {
        using var json = new Utf8JsonWriter(output, JsonOutput.Indented);
        Write(result, json);
        json.Flush();
        output.WriteByte((byte)'\n');
    }

    internal static void Write(ScanResult result, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        if (result.Time != default)
            json.WriteString("time", result.Time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        WriteTool(result.Tool, json);
        json.WriteStringArray("targets", result.Targets);
        MapSection.Write(result.Map, json);
        FindingSection.Write(result, json);
        PathSection.Write(result.Paths, json);
        CoverageSection.Write(result, json);
        RuleSection.Write(result, json);
        WriteSummary(result, json);
        json.WriteEndObject();
    }

    internal static void WriteTool(ToolInfo tool, Utf8JsonWriter json)
    {
        json.WriteStartObject("tool");
        json.WriteString("name", tool.Name);
        json.WriteString("version", tool.Version);
        json.WriteString("rules", tool.Rules);
        json.WriteString("catalog", tool.Catalog);
        json.WriteEndObject();
    }

    private static void WriteSummary(ScanResult result, Utf8JsonWriter json)
    {
        var summary = SummaryModel.Of(result);
        json.WriteStartObject("summary");
        json.WriteNumber("assets", result.Map.Assets.Count);
        json.WriteNumber("relations", result.Map.RelationCount);
        json.WriteNumber("findings", result.Findings.Count);
        json.WriteNumber("paths", result.Paths.Count);
        json.WriteNumber("suppressed", result.Suppressed.Count);
        json.WriteNumber("notAssessed", result.NotAssessed.Count);
        json.WriteStartObject("severities");
        foreach (var count in summary.Severities)
            json.WriteNumber(Kebab<Severity>.Name(count.Severity), count.Count);
        json.WriteEndObject();
        json.WriteStartObject("kinds");
        foreach (var count in summary.Kinds)
            json.WriteNumber(Kebab<AssetKind>.Name(count.Kind), count.Count);
        json.WriteEndObject();
        json.WriteStartArray("fixes");
        foreach (var fix in summary.Fixes)
        {
            json.WriteStartObject();
            json.WriteString("finding", fix.Finding.Id);
            json.WriteStringArray("closes", fix.Closes.Select(f => f.Id));
            json.WriteStringArray("breaks", fix.Breaks.Select(p => p.Id));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
