using System.Text.Json;
using Sextant.Map;

namespace Sextant.Evidence.Json;

/// <summary>Assets and relations in the scan document.</summary>
internal static class MapSection
{
    public static void Write(AssetMap map, Utf8JsonWriter json)
    {
        json.WriteStartArray("assets");
        foreach (var asset in map.Assets)
        {
            WriteAsset(asset, json);
            json.FlushIfLarge();
        }

        json.WriteEndArray();
        json.WriteStartArray("relations");
        foreach (var relation in map.Relations)
        {
            WriteRelation(relation, json);
            json.FlushIfLarge();
        }

        json.WriteEndArray();
    }

    public static void WriteEvidence(ReadOnlySpan<Map.Evidence> evidence, Utf8JsonWriter json)
    {
        json.WriteStartArray("evidence");
        foreach (var e in evidence)
        {
            json.WriteStartObject();
            json.WriteString("collector", e.Collector);
            json.WriteText("path", e.Path);
            if (e.Line > 0)
                json.WriteNumber("line", e.Line);
            json.WriteText("detail", e.Detail);
            json.WriteString("confidence", Kebab<Confidence>.Name(e.Confidence));
            json.WriteText("commit", e.Commit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteAsset(Asset asset, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", asset.Id.Value);
        json.WriteString("kind", Kebab<AssetKind>.Name(asset.Kind));
        json.WriteString("name", asset.Name);
        json.WriteStringArray("aliases", asset.Aliases);
        json.WriteStartObject("properties");
        foreach (var property in asset.Properties)
        {
            json.WritePropertyName(property.Name);
            json.WriteFacet(property.Value);
        }

        json.WriteEndObject();
        WriteSources(asset, json);
        WriteConflicts(asset, json);
        WriteEvidence([.. asset.Evidence], json);
        json.WriteEndObject();
    }

    // Which of the asset's evidence set a property, by its place in the array: the evidence itself would be there twice.
    private static void WriteSources(Asset asset, Utf8JsonWriter json)
    {
        if (asset.Properties.Count == 0)
            return;
        json.WriteStartObject("sources");
        foreach (var property in asset.Properties)
            json.WriteNumber(property.Name, PlaceOf(property.Evidence, asset));
        json.WriteEndObject();
    }

    private static void WriteConflicts(Asset asset, Utf8JsonWriter json)
    {
        var disputed = asset.Properties.Where(p => p.Conflicts.Count > 0).ToArray();
        if (disputed.Length == 0)
            return;
        json.WriteStartObject("conflicts");
        foreach (var property in disputed)
        {
            json.WriteStartArray(property.Name);
            foreach (var (value, evidence) in property.Conflicts)
            {
                json.WriteStartObject();
                json.WritePropertyName("value");
                json.WriteFacet(value);
                json.WriteNumber("source", PlaceOf(evidence, asset));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static int PlaceOf(Map.Evidence evidence, Asset asset)
    {
        for (var i = 0; i < asset.Evidence.Count; i++)
        {
            if (asset.Evidence[i] == evidence)
                return i;
        }

        return 0;
    }

    public static void WriteRelation(Relation relation, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("from", relation.From.Id.Value);
        json.WriteString("kind", Kebab<RelationKind>.Name(relation.Kind));
        json.WriteString("to", relation.To.Id.Value);
        json.WriteString("because", relation.Because);
        WriteEvidence(relation.Evidence, json);
        json.WriteEndObject();
    }
}
