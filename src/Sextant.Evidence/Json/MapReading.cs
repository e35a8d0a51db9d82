using System.Text.Json;
using Sextant.Map;

namespace Sextant.Evidence.Json;

/// <summary>
/// The map, read from a scan document: each piece of evidence becomes the observation that it was, so that merging gives the
/// same map again.
/// </summary>
internal static class MapReading
{
    public static AssetMap Read(JsonElement root, JsonElement coverage)
    {
        var map = new MapBuilder();
        foreach (var asset in root.Items("assets"))
            RecordAsset(asset, map);
        foreach (var relation in root.Items("relations"))
            RecordRelation(relation, map);
        foreach (var gap in coverage.Items("gaps"))
            map.Record(new Gap(gap.Text("collector"), gap.Text("scope"), gap.Text("reason")));
        return map.Build();
    }

    public static Map.Evidence[] ReadEvidence(JsonElement holder) =>
    [
        .. holder.Items("evidence").Select(e => new Map.Evidence(
            e.Text("collector"), e.OptionalText("path") ?? "", e.Int("line"), e.OptionalText("detail") ?? "", e.Choice<Confidence>("confidence"))
        {
            Commit = e.OptionalText("commit"),
        }),
    ];

    private static void RecordAsset(JsonElement asset, MapBuilder map)
    {
        var id = asset.Id("id");
        var evidence = ReadEvidence(asset);
        if (evidence.Length == 0)
            throw new ScanDocumentException($"`{id}` has no evidence.");
        var facets = evidence.Select(_ => new List<KeyValuePair<string, PropertyValue>>()).ToArray();
        foreach (var (source, name, value) in Facets(asset))
            FacetsOf(facets, source, name).Add(new(name, value));
        for (var i = 0; i < evidence.Length; i++)
        {
            map.Record(new AssetObservation(id, evidence[i])
            {
                Name = asset.Text("name"),
                Aliases = asset.Texts("aliases"),
                Properties = facets[i],
            });
        }
    }

    private static List<KeyValuePair<string, PropertyValue>> FacetsOf(
        List<KeyValuePair<string, PropertyValue>>[] facets, int source, string name) =>
        source >= 0 && source < facets.Length ? facets[source] : throw new ScanDocumentException($"`{name}` names evidence {source}, which is not there.");

    private static IEnumerable<(int Source, string Name, PropertyValue Value)> Facets(JsonElement asset)
    {
        var sources = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var source in asset.Members("sources"))
            sources[source.Name] = source.Value;
        foreach (var property in asset.Members("properties"))
        {
            var known = sources.TryGetValue(property.Name, out var source) && source.ValueKind == JsonValueKind.Number;
            yield return (known && source.TryGetInt32(out var place) ? place : 0, property.Name, ReadFacet(property.Value));
        }

        foreach (var conflict in asset.Members("conflicts"))
        {
            if (conflict.Value.ValueKind != JsonValueKind.Array)
                throw new ScanDocumentException($"`conflicts` of `{conflict.Name}` must be an array.");
            foreach (var other in conflict.Value.EnumerateArray())
                yield return (other.Int("source"), conflict.Name, ReadFacet(other.Required("value")));
        }
    }

    private static PropertyValue ReadFacet(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => new PropertyValue.Text(value.GetString() ?? ""),
        JsonValueKind.Number => new PropertyValue.Number(value.GetDouble()),
        JsonValueKind.True => new PropertyValue.Flag(true),
        JsonValueKind.False => new PropertyValue.Flag(false),
        JsonValueKind.Array => new PropertyValue.Set(
            value.EnumerateArray().Select(e => e.ValueKind == JsonValueKind.String ? e.GetString() ?? "" : e.GetRawText())),
        _ => throw new ScanDocumentException("A property must be a text, a number, true, false or an array of texts."),
    };

    private static void RecordRelation(JsonElement relation, MapBuilder map)
    {
        var (from, kind, to, because) = (relation.Id("from"), relation.Choice<RelationKind>("kind"), relation.Id("to"), relation.Text("because"));
        foreach (var evidence in ReadEvidence(relation))
            map.Relate(from, kind, to, because, evidence);
    }
}
