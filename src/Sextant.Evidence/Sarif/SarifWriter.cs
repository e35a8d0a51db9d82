using System.Text.Json;
using Sextant.Evidence.Json;
using Sextant.Map;
using Sextant.Posture;

namespace Sextant.Evidence.Sarif;

/// <summary>
/// Writes SARIF 2.1.0 (OASIS) as GitHub code scanning takes it: stable fingerprints, a place in a file for every result, and
/// no more than its limits. What has no place in a file is said in a notification, not invented.
/// </summary>
public sealed class SarifWriter : IReportWriter
{
    /// <summary>Results that GitHub takes in one run.</summary>
    public const int MaxResults = 25_000;

    /// <inheritdoc/>
    public string Format => "sarif";

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".sarif", ".sarif.json"];

    /// <inheritdoc/>
    public void Write(ScanResult result, Stream output)
    {
        var run = SarifRun.Of(result);
        using var json = new Utf8JsonWriter(output, JsonOutput.Indented);
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        WriteRun(run, json);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
    }

    private static void WriteRun(SarifRun run, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        SarifRules.WriteTool(run, json);
        SarifInvocation.Write(run, json);
        json.WriteStartObject("automationDetails");
        json.WriteString("id", Category(run.Result.Targets));
        json.WriteEndObject();
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (var placed in run.Results)
        {
            SarifResults.Write(placed, run, json);
            json.FlushIfLarge();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    // Tells uploads of different targets apart. Absolute paths differ from machine to machine, so only their last part counts.
    private static string Category(IReadOnlyList<string> targets)
    {
        var slugs = targets.Select(t => WellKnown.Slug(t[(t.TrimEnd('/').LastIndexOf('/') + 1)..]).Trim('.', '-')).Where(s => s.Length > 0);
        var category = string.Join('+', slugs);
        return category.Length == 0 ? "sextant/" : $"sextant/{category}/";
    }
}
