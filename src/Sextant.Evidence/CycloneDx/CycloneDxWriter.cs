using System.Globalization;
using System.Text.Json;
using Sextant.Evidence.Json;
using Sextant.Posture;

namespace Sextant.Evidence.CycloneDx;

/// <summary>
/// Writes a CycloneDX 1.6 ML-BOM: models with model cards, data, packages, services, and what else the AI is made of. Who
/// acts (identities, secrets, owners, devices, the Internet) is no part of a bill of materials and is left out; findings are
/// no vulnerabilities and are left out too.
/// </summary>
public sealed class CycloneDxWriter : IReportWriter
{
    /// <inheritdoc/>
    public string Format => "cyclonedx";

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".cdx.json", ".bom.json"];

    /// <inheritdoc/>
    public void Write(ScanResult result, Stream output)
    {
        var bom = BomContents.Of(result.Map);
        var serial = ContentUuid.Of(hash => Write(result, bom, null, hash));
        Write(result, bom, serial, output);
        output.WriteByte((byte)'\n');
    }

    // The serial number is a hash of everything but itself and the time.
    private static void Write(ScanResult result, BomContents bom, string? serial, Stream output)
    {
        using var json = new Utf8JsonWriter(output, JsonOutput.Indented);
        json.WriteStartObject();
        json.WriteString("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
        json.WriteString("bomFormat", "CycloneDX");
        json.WriteString("specVersion", "1.6");
        if (serial is not null)
            json.WriteString("serialNumber", $"urn:uuid:{serial}");
        json.WriteNumber("version", 1);
        WriteMetadata(result, serial is not null, json);
        json.WriteStartArray("components");
        foreach (var asset in bom.Components)
        {
            BomComponent.Write(asset, bom, json);
            json.FlushIfLarge();
        }

        json.WriteEndArray();
        json.WriteStartArray("services");
        foreach (var asset in bom.Services)
        {
            BomService.Write(asset, bom, json);
            json.FlushIfLarge();
        }

        json.WriteEndArray();
        WriteDependencies(bom, json);
        json.WriteEndObject();
        json.Flush();
    }

    private static void WriteMetadata(ScanResult result, bool withTime, Utf8JsonWriter json)
    {
        json.WriteStartObject("metadata");
        if (withTime && result.Time != default)
            json.WriteString("timestamp", result.Time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteStartObject("tools");
        json.WriteStartArray("components");
        json.WriteStartObject();
        json.WriteString("type", "application");
        json.WriteString("name", result.Tool.Name);
        json.WriteString("version", result.Tool.Version);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("component");
        json.WriteString("type", "application");
        json.WriteString("bom-ref", "sextant:targets");
        json.WriteString("name", result.Targets.Count > 0 ? string.Join(", ", result.Targets) : "nothing");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteDependencies(BomContents bom, Utf8JsonWriter json)
    {
        json.WriteStartArray("dependencies");
        foreach (var asset in bom.Components.Concat(bom.Services))
        {
            json.WriteStartObject();
            json.WriteString("ref", asset.Id.Value);
            json.WriteStrings("dependsOn", bom.DependenciesOf(asset).Select(id => id.Value));
            json.WriteEndObject();
            json.FlushIfLarge();
        }

        json.WriteEndArray();
    }
}
