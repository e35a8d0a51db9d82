using System.Text.Json;
using Sextant.Posture;

namespace Sextant.Evidence.Sarif;

/// <summary>The attack paths that a finding's fix breaks, as code flows: each step at the place where it was seen.</summary>
internal static class SarifFlows
{
    // GitHub keeps 1,000 thread flow locations of a result.
    private const int MaxLocations = 1_000;
    private const int MaxFlows = 20;

    public static void Write(PlacedFinding placed, SarifRun run, Utf8JsonWriter json)
    {
        var paths = Fitting(run.PathsOf(placed.Finding));
        if (paths.Count == 0)
            return;
        json.WriteStartArray("codeFlows");
        foreach (var path in paths)
            WriteFlow(path, placed.Places[0], run, json);
        json.WriteEndArray();
    }

    private static List<AttackPath> Fitting(IEnumerable<AttackPath> paths)
    {
        var fitting = new List<AttackPath>();
        var locations = 0;
        foreach (var path in paths.Where(p => p.Steps.Count > 0).Take(MaxFlows))
        {
            locations += path.Steps.Count;
            if (locations > MaxLocations)
                break;
            fitting.Add(path);
        }

        return fitting;
    }

    private static void WriteFlow(AttackPath path, Map.Evidence otherwise, SarifRun run, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject("message");
        json.WriteString("text", SarifText.Plain(path.Title));
        json.WriteEndObject();
        json.WriteStartArray("threadFlows");
        json.WriteStartObject();
        json.WriteStartArray("locations");
        foreach (var step in path.Steps)
        {
            json.WriteStartObject();
            json.WritePropertyName("location");
            SarifLocation.Write(Places.OfStep(step, run.Result.Map) ?? otherwise, step.Because, null, json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
