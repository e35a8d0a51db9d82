using System.Text.Json;
using Sextant.Evidence.Json;
using Sextant.Map;

namespace Sextant.Evidence.CycloneDx;

/// <summary>A service of the bill of materials.</summary>
internal static class BomService
{
    public static void Write(Asset asset, BomContents bom, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("bom-ref", asset.Id.Value);
        WriteProvider(asset, json);
        json.WriteString("name", asset.Name.Length > 0 ? asset.Name : asset.Id.Path);
        json.WriteText("version", asset.Text("version"));
        json.WriteText("description", asset.Text("purpose"));
        json.WriteStrings("endpoints", Endpoints(asset));
        if (asset.Text("authentication") is { } authentication and not "unknown")
            json.WriteBoolean("authenticated", authentication != "none");
        if (CrossesBoundary(asset) is { } crosses)
            json.WriteBoolean("x-trust-boundary", crosses);
        WriteFlows(asset, bom.Map, json);
        BomProperties.Write(asset, json);
        json.WriteEndObject();
    }

    private static void WriteProvider(Asset asset, Utf8JsonWriter json)
    {
        if (asset.Text("provider") is not { Length: > 0 } provider)
            return;
        json.WriteStartObject("provider");
        json.WriteString("name", provider);
        json.WriteEndObject();
    }

    private static IEnumerable<string> Endpoints(Asset asset)
    {
        var urls = asset.Text("baseUrl") is { } url && Uri.TryCreate(url, UriKind.Absolute, out var absolute) ? [absolute.AbsoluteUri] : Array.Empty<string>();
        var hosts = asset["hosts"] is PropertyValue.Set set ? set.Members : [];
        return urls.Concat(hosts.Where(h => Uri.TryCreate($"tcp://{h}", UriKind.Absolute, out _)).Select(h => $"//{h}"))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }

    // What somebody else runs, and what the Internet reaches, lies across a trust boundary; unknown stays unsaid.
    private static bool? CrossesBoundary(Asset asset) => (asset.Kind, asset.Text("hosting"), asset.Text("exposure")) switch
    {
        (_, _, "internet") => true,
        (_, "provider", _) => true,
        (_, "self-hosted", _) => false,
        (AssetKind.AiService, _, _) => true,
        _ => null,
    };

    private static void WriteFlows(Asset asset, AssetMap map, Utf8JsonWriter json)
    {
        var flows = Flows(asset, map).Distinct().Order().ToArray();
        if (flows.Length == 0)
            return;
        json.WriteStartArray("data");
        foreach (var (direction, classification) in flows)
        {
            json.WriteStartObject();
            json.WriteString("flow", direction);
            json.WriteString("classification", classification);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static IEnumerable<(string Direction, string Classification)> Flows(Asset asset, AssetMap map)
    {
        foreach (var kind in SensitivityOf(asset))
            yield return ("bi-directional", kind);
        foreach (var relation in map.Incoming(asset).Where(r => r.Kind == RelationKind.SendsTo))
        {
            foreach (var kind in SensitivityOf(relation.From))
                yield return ("inbound", kind);
        }

        foreach (var relation in map.Outgoing(asset).Where(r => r.Kind is RelationKind.Reads or RelationKind.Writes))
        {
            foreach (var kind in SensitivityOf(relation.To))
                yield return (relation.Kind == RelationKind.Reads ? "inbound" : "outbound", kind);
        }
    }

    private static IReadOnlyList<string> SensitivityOf(Asset asset) => asset["sensitivity"] is PropertyValue.Set set ? set.Members : [];
}
