using System.Text.Json;
using Sextant.Map;

namespace Sextant.Evidence.CycloneDx;

/// <summary>What CycloneDX has no field for, as properties in the name space <c>sextant:</c>.</summary>
internal static class BomProperties
{
    public static void Write(Asset asset, Utf8JsonWriter json)
    {
        json.WriteStartArray("properties");
        WriteProperty("sextant:kind", Kebab<AssetKind>.Name(asset.Kind), json);
        foreach (var alias in asset.Aliases)
            WriteProperty("sextant:alias", alias, json);
        foreach (var property in asset.Properties)
        {
            var name = $"sextant:{property.Name}";
            if (property.Value is PropertyValue.Set set)
            {
                foreach (var member in set.Members)
                    WriteProperty(name, member, json);
            }
            else
            {
                WriteProperty(name, property.Value.ToString(), json);
            }
        }

        if (BomContents.IsService(asset.Kind))
            WritePlaces(asset, json);
        json.WriteEndArray();
    }

    // A service has no evidence of its own in CycloneDX 1.6.
    private static void WritePlaces(Asset asset, Utf8JsonWriter json)
    {
        foreach (var place in asset.Evidence.Where(e => e.Path.Length > 0).Select(e => e.Place).Distinct(StringComparer.Ordinal))
            WriteProperty("sextant:evidence", place, json);
    }

    private static void WriteProperty(string name, string value, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("value", value);
        json.WriteEndObject();
    }
}
