using System.Text.Json;

namespace Sextant.Evidence.Sarif;

/// <summary>A place in a file.</summary>
internal static class SarifLocation
{
    public static void Write(Map.Evidence place, string? message, int? id, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (id is { } number)
            json.WriteNumber("id", number);
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", SarifText.Uri(place.Path));
        json.WriteString("uriBaseId", "%SRCROOT%");
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", Math.Max(1, place.Line)); // GitHub wants a line also where a whole file is meant
        json.WriteEndObject();
        json.WriteEndObject();
        if (message is not null)
        {
            json.WriteStartObject("message");
            json.WriteString("text", SarifText.Plain(message));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
