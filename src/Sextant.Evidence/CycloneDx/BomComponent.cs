using System.Text.Json;
using Sextant.Evidence.Json;
using Sextant.Map;

namespace Sextant.Evidence.CycloneDx;

/// <summary>A component of the bill of materials.</summary>
internal static class BomComponent
{
    private const int MaxOccurrences = 100;

    public static void Write(Asset asset, BomContents bom, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", BomContents.ComponentType(asset.Kind));
        json.WriteString("bom-ref", asset.Id.Value);
        json.WriteText("publisher", asset.Kind == AssetKind.Model ? asset.Text("provider") : null);
        json.WriteString("name", NameOf(asset));
        json.WriteText("version", asset.Text("version"));
        json.WriteText("description", asset.Text("purpose"));
        if (asset.Text("scope") is "test" or "example" or "documentation")
            json.WriteString("scope", "excluded");
        WriteLicence(asset, json);
        json.WriteText("purl", PackageUrl.Of(asset));
        WriteModelCard(asset, bom, json);
        WriteEvidence(asset, json);
        WriteData(asset, json);
        BomProperties.Write(asset, json);
        json.WriteEndObject();
    }

    private static string NameOf(Asset asset) => asset.Name.Length > 0 ? asset.Name : asset.Id.Path;

    private static void WriteLicence(Asset asset, Utf8JsonWriter json)
    {
        if (asset.Text("licence") is not { Length: > 0 } licence)
            return;
        json.WriteStartArray("licenses");
        json.WriteStartObject();
        json.WriteStartObject("license");
        json.WriteString(SpdxLicences.Spelling(licence) is null ? "name" : "id", SpdxLicences.Spelling(licence) ?? licence);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteModelCard(Asset asset, BomContents bom, Utf8JsonWriter json)
    {
        if (asset.Kind != AssetKind.Model)
            return;
        json.WriteStartObject("modelCard");
        json.WriteStartObject("modelParameters");
        var tasks = asset["tasks"] is PropertyValue.Set { Members.Count: > 0 } set ? set.ToString() : asset.Text("modelType");
        json.WriteText("task", tasks);
        var datasets = bom.Map.Outgoing(asset).Where(r => r.Kind is RelationKind.TrainedOn or RelationKind.EvaluatedOn)
            .Select(r => r.To.Id).Where(id => BomContents.IsComponent(id.Kind)).Distinct().Order().ToArray();
        if (datasets.Length > 0)
        {
            json.WriteStartArray("datasets");
            foreach (var dataset in datasets)
            {
                json.WriteStartObject();
                json.WriteString("ref", dataset.Value);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteEvidence(Asset asset, Utf8JsonWriter json)
    {
        var places = asset.Evidence.Where(e => e.Path.Length > 0).DistinctBy(e => (e.Path, e.Line)).Take(MaxOccurrences).ToArray();
        if (places.Length == 0)
            return;
        json.WriteStartObject("evidence");
        json.WriteStartArray("occurrences");
        foreach (var place in places)
        {
            json.WriteStartObject();
            json.WriteString("location", place.Path);
            if (place.Line > 0)
                json.WriteNumber("line", place.Line);
            json.WriteText("additionalContext", place.Detail);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteData(Asset asset, Utf8JsonWriter json)
    {
        var type = asset.Kind switch
        {
            AssetKind.Dataset => "dataset",
            AssetKind.Prompt => "definition",
            AssetKind.DataStore or AssetKind.VectorStore => "other",
            _ => null,
        };
        if (type is null)
            return;
        json.WriteStartArray("data");
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteString("name", NameOf(asset));
        if (asset["sensitivity"] is PropertyValue.Set { Members.Count: > 0 } sensitivity)
        {
            json.WriteString("classification", DataClass.Of(sensitivity));
            json.WriteStrings("sensitiveData", DataClass.Sensitive(sensitivity));
        }

        json.WriteEndObject();
        json.WriteEndArray();
    }
}
