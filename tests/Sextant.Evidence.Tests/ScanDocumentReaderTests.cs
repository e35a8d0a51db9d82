using System.Text;
using CsCheck;
using Sextant.Evidence.Json;
using Sextant.Map;
using Sextant.Posture;

namespace Sextant.Evidence.Tests;

public sealed class ScanDocumentReaderTests
{
    public static TheoryData<string> Scans => ["sample", "hostile", "empty"];

    [Theory]
    [MemberData(nameof(Scans))]
    public void What_was_read_is_written_as_it_was(string scan)
    {
        // Half a character is written as an escaped U+FFFD, and a U+FFFD that was read as itself.
        var written = Written.Text("json", Scan(scan)).Replace("\\uFFFD", "\uFFFD", StringComparison.Ordinal);
        Assert.Equal(written, Written.Text("json", Read(written)));
    }

    [Theory]
    [InlineData("sarif")]
    [InlineData("cyclonedx")]
    [InlineData("markdown")]
    [InlineData("junit")]
    [InlineData("html")]
    public void A_report_of_what_was_read_is_the_report_of_the_scan(string format) =>
        Assert.Equal(Written.Text(format, SampleScan.Result), Written.Text(format, Read(Written.Text("json", SampleScan.Result))));

    [Fact]
    public void A_very_long_id_survives()
    {
        var map = new MapBuilder();
        map.Asset(AssetId.Of(AssetKind.Model, new string('m', 5000)), "m", SampleScan.At("a", 1, "b"), ("modelType", "llm"));
        var written = Written.Text("json", EmptyScan.Result with { Map = map.Build() });
        Assert.Equal(written, Written.Text("json", Read(written)));
    }

    [Fact]
    public void Facets_keep_the_evidence_that_set_them_and_what_disagrees()
    {
        var agent = Read(Written.Text("json", SampleScan.Result)).Map.Find(SampleScan.Agent);
        Assert.NotNull(agent);
        var autonomy = agent.Properties.Single(p => p.Name == "autonomy");
        Assert.Equal("auto-approve", autonomy.Value.ToString());
        Assert.Equal("support/agents.py", autonomy.Evidence.Path);
        Assert.Equal(["human-approval at support/README.md"], autonomy.Conflicts.Select(c => $"{c.Value} at {c.Evidence.Path}"));
    }

    [Theory]
    [InlineData("", "Not JSON")]
    [InlineData("[]", "Expected an object with `schema`")]
    [InlineData("{}", "`schema` must be a text")]
    [InlineData("{\"schema\":\"sextant-scan/9\"}", "this version reads `sextant-scan/1`")]
    [InlineData("{\"schema\":\"sextant-scan/1\"}", "`coverage` must be an object")]
    [InlineData("{\"schema\":\"sextant-scan/1\",\"coverage\":{\"read\":{\"filesSkipped\":{}}},\"tool\":{},\"assets\":[{\"id\":\"nothing\"}]}", "`nothing` is not an asset id")]
    public void What_is_no_scan_document_is_refused_with_a_reason(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<ScanDocumentException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_damaged_document_is_read_or_refused_and_nothing_else()
    {
        var sample = Written.Bytes("json", SampleScan.Result);
        Gen.Select(Gen.Int[0, sample.Length - 1], Gen.Byte, Gen.Int[0, 40]).Sample(
            damage =>
            {
                var (at, value, cut) = damage;
                byte[] bytes = [.. sample[..at], value, .. sample[Math.Min(sample.Length, at + cut)..]];
                ReadOrRefuse(bytes);
            },
            iter: 500);
    }

    private static void ReadOrRefuse(byte[] bytes)
    {
        try
        {
            using var stream = new MemoryStream(bytes);
            ScanDocumentReader.Read(stream);
        }
        catch (ScanDocumentException e)
        {
            Assert.NotEmpty(e.Message);
        }
    }

    private static ScanResult Scan(string name) => name switch
    {
        "sample" => SampleScan.Result,
        "hostile" => HostileScan.Result,
        _ => EmptyScan.Result,
    };

    private static ScanResult Read(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return ScanDocumentReader.Read(stream);
    }
}
