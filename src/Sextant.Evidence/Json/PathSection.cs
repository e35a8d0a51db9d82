using System.Text.Json;
using Sextant.Map;
using Sextant.Posture;

namespace Sextant.Evidence.Json;

/// <summary>Attack paths in the scan document.</summary>
internal static class PathSection
{
    public static void Write(IReadOnlyList<AttackPath> paths, Utf8JsonWriter json)
    {
        json.WriteStartArray("paths");
        foreach (var path in paths.OrderBy(p => p.Id, StringComparer.Ordinal))
        {
            WritePath(path, json);
            json.FlushIfLarge();
        }

        json.WriteEndArray();
    }

    public static void WritePath(AttackPath path, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", path.Id);
        json.WriteNumber("score", path.Score);
        json.WriteString("title", path.Title);
        json.WriteStartArray("steps");
        foreach (var step in path.Steps)
            WriteStep(step, json);
        json.WriteEndArray();
        json.WriteStringArray("breaks", path.Breaks);
        json.WriteEndObject();
    }

    private static void WriteStep(PathStep step, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("from", step.From.Value);
        json.WriteString("relation", Kebab<RelationKind>.Name(step.Relation));
        json.WriteString("to", step.To.Value);
        if (!step.Forward)
            json.WriteBoolean("forward", false);
        json.WriteString("because", step.Because);
        json.WriteEndObject();
    }
}
