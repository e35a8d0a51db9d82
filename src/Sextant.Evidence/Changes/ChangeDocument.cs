using System.Text.Json;
using Sextant.Evidence.Json;
using Sextant.Map;
using Sextant.Posture;
using Sextant.Posture.Compare;

namespace Sextant.Evidence.Changes;

/// <summary>Writes the change document <c>sextant-diff/1</c>, whose schema is <c>docs/schema/sextant-diff-1.schema.json</c>. It holds no times: equal changes are equal bytes.</summary>
internal static class ChangeDocument
{
    /// <summary>The name and version of the document's form.</summary>
    public const string Schema = "sextant-diff/1";

    public static void Write(PostureChange change, string before, string after, Stream output)
    {
        using var json = new Utf8JsonWriter(output, JsonOutput.Indented);
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteString("base", before);
        json.WriteString("head", after);
        ScanDocumentWriter.WriteTool(change.After.Tool, json);
        WriteFindings(change, json);
        WritePaths(change, json);
        WriteAssets(change, json);
        WriteRelations(change, json);
        json.WriteStringArray("errors", change.Before.Coverage.Errors.Concat(change.After.Coverage.Errors).Distinct(StringComparer.Ordinal));
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
    }

    private static void WriteFindings(PostureChange change, Utf8JsonWriter json)
    {
        json.WriteStartObject("findings");
        WriteArray("new", change.New, FindingSection.WriteFinding, json);
        WriteArray("gone", change.Gone, FindingSection.WriteFinding, json);
        WriteArray("worse", change.Worse, WriteWorse, json);
        json.WriteNumber("unchanged", change.Unchanged);
        json.WriteEndObject();
    }

    private static void WriteWorse(ChangedFinding finding, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("was", Kebab<Severity>.Name(finding.Before.Severity));
        json.WritePropertyName("finding");
        FindingSection.WriteFinding(finding.After, json);
        json.WriteEndObject();
    }

    private static void WritePaths(PostureChange change, Utf8JsonWriter json)
    {
        json.WriteStartObject("paths");
        WriteArray("new", change.NewPaths, PathSection.WritePath, json);
        WriteArray("gone", change.GonePaths, PathSection.WritePath, json);
        json.WriteEndObject();
    }

    private static void WriteAssets(PostureChange change, Utf8JsonWriter json)
    {
        json.WriteStartObject("assets");
        WriteArray("new", change.NewAssets, MapSection.WriteAsset, json);
        WriteArray("gone", change.GoneAssets, MapSection.WriteAsset, json);
        WriteArray("changed", change.ChangedAssets, WriteChanged, json);
        json.WriteEndObject();
    }

    private static void WriteChanged(ChangedAsset changed, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", changed.Asset.Id.Value);
        json.WriteString("name", changed.Asset.Name);
        json.WriteStartArray("properties");
        foreach (var property in changed.Properties)
        {
            json.WriteStartObject();
            json.WriteString("name", property.Name);
            WriteValue("before", property.Before, json);
            WriteValue("after", property.After, json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteValue(string name, PropertyValue? value, Utf8JsonWriter json)
    {
        json.WritePropertyName(name);
        if (value is null)
            json.WriteNullValue();
        else
            json.WriteFacet(value);
    }

    private static void WriteRelations(PostureChange change, Utf8JsonWriter json)
    {
        json.WriteStartObject("relations");
        WriteArray("new", change.NewRelations, MapSection.WriteRelation, json);
        WriteArray("gone", change.GoneRelations, MapSection.WriteRelation, json);
        json.WriteEndObject();
    }

    private static void WriteArray<T>(string name, IReadOnlyList<T> items, Action<T, Utf8JsonWriter> write, Utf8JsonWriter json)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item, json);
            json.FlushIfLarge();
        }

        json.WriteEndArray();
    }
}
