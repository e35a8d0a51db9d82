using System.Text;
using System.Text.Json;
using Sextant.Map;
using Sextant.Posture;

namespace Sextant.Evidence.Tests;

public sealed class SchemaTests
{
    public static TheoryData<string, string> Formats => new() { { "sextant", "json" }, { "sarif", "sarif" }, { "cyclonedx", "cyclonedx" } };

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_sample_is_valid(string schema, string format) => Assert.Equal("", PublishedSchema.Objections(schema, format, SampleScan.Result));

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_scan_full_of_hostile_text_is_valid(string schema, string format) =>
        Assert.Equal("", PublishedSchema.Objections(schema, format, HostileScan.Result));

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_scan_of_nothing_is_valid(string schema, string format) =>
        Assert.Equal("", PublishedSchema.Objections(schema, format, EmptyScan.Result));

    [Theory]
    [InlineData("sextant", "{\"schema\":\"sextant-scan/1\"}")]
    [InlineData("sarif", "{\"version\":\"2.1.0\",\"runs\":[{}]}")]
    [InlineData("cyclonedx", "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"components\":[{\"name\":\"x\"}]}")]
    public void The_validator_objects_to_what_is_wrong(string schema, string report) =>
        Assert.Contains("required", PublishedSchema.Objections(schema, Encoding.UTF8.GetBytes(report)), StringComparison.Ordinal);

    [Fact]
    public void The_schema_of_scan_documents_names_the_kinds_relations_and_severities_of_the_map()
    {
        var path = Path.Combine(RepositoryFiles.Root, "docs", "schema", "sextant-scan-1.schema.json");
        using var schema = JsonDocument.Parse(File.ReadAllBytes(path));
        Assert.Equal(Kebab<AssetKind>.Names, Names(schema, "assetKind"));
        Assert.Equal(Kebab<RelationKind>.Names, Names(schema, "relationKind"));
        Assert.Equal(Kebab<Severity>.Names, Names(schema, "severity"));
        Assert.Equal(Kebab<Confidence>.Names, Names(schema, "confidence"));
    }

    private static IEnumerable<string?> Names(JsonDocument schema, string definition) =>
        schema.RootElement.GetProperty("$defs").GetProperty(definition).GetProperty("enum").EnumerateArray().Select(e => e.GetString());
}
