using System.Text.Json;
using Sextant.Map;
using Sextant.Posture;

namespace Sextant.Evidence.Tests;

public sealed class CycloneDxTests
{
    [Fact]
    public void Kinds_become_the_component_types_of_the_standard()
    {
        using var bom = Bom(SampleScan.Result);
        Assert.Equal(
            [
                "agent:repo/acme/support/agents/ops_agent is application",
                "application:repo/acme/support is application",
                "data-store:postgresql/db.acme.example/customers is data",
                "dataset:huggingface/acme/tickets is data",
                "model:huggingface/meta-llama/Llama-3.1-8B-Instruct is machine-learning-model",
                "model:openai/gpt-4o is machine-learning-model",
                "package:npm/@acme/crm-mcp is library",
                "package:pypi/langgraph is library",
                "prompt:repo/acme/support/agents/system is data",
                "tool:repo/acme/support/tools/send_mail is application",
            ],
            Items(bom, "components").Select(c => $"{Text(c, "bom-ref")} is {Text(c, "type")}"));
    }

    [Fact]
    public void Providers_endpoints_and_MCP_servers_are_services()
    {
        using var bom = Bom(SampleScan.Result);
        Assert.Equal(
            [
                "ai-service:openai: endpoints none, authenticated True, boundary True, data none",
                "mcp-server:npm/@acme/crm-mcp: endpoints [\"https://crm.acme.example/mcp\"], authenticated False, boundary none, data inbound financial, inbound personal",
                "model-endpoint:repo/acme/compose.yaml/vllm: endpoints [\"//vllm:8000\"], authenticated none, boundary False, data none",
            ],
            Items(bom, "services").Select(Describe));
    }

    [Fact]
    public void Relations_become_dependencies_and_who_acts_is_left_out()
    {
        using var bom = Bom(SampleScan.Result);
        var needs = Items(bom, "dependencies").Single(d => Text(d, "ref") == SampleScan.Agent.Value).GetProperty("dependsOn");
        Assert.Equal(
            ["mcp-server:npm/@acme/crm-mcp", "model:openai/gpt-4o", "prompt:repo/acme/support/agents/system", "tool:repo/acme/support/tools/send_mail"],
            needs.EnumerateArray().Select(n => n.GetString()));
        Assert.DoesNotContain("secret:", bom.RootElement.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("owner:", bom.RootElement.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AssetKind.Package, "pypi/langgraph", "0.6.1", "pkg:pypi/langgraph@0.6.1")]
    [InlineData(AssetKind.Package, "npm/@acme/x", "1.0.0", "pkg:npm/%40acme/x@1.0.0")]
    [InlineData(AssetKind.Package, "go/github.com/acme/x", "v1.2.3", "pkg:golang/github.com/acme/x@v1.2.3")]
    [InlineData(AssetKind.Package, "maven/org.acme/x", "", "pkg:maven/org.acme/x")]
    [InlineData(AssetKind.Model, "huggingface/org/name", "", "pkg:huggingface/org/name")]
    [InlineData(AssetKind.Model, "openai/gpt-4o", "", null)]
    [InlineData(AssetKind.Agent, "pypi/x", "", null)]
    public void Packages_and_models_have_package_urls(AssetKind kind, string path, string version, string? purl)
    {
        var map = new MapBuilder();
        map.Asset(AssetId.Of(kind, path), "x", SampleScan.At("a", 1, "b"), ("version", version));
        using var bom = Bom(EmptyScan.Result with { Map = map.Build() });
        Assert.Equal(purl, Items(bom, "components").Single().TryGetProperty("purl", out var url) ? url.GetString() : null);
    }

    [Fact]
    public void The_serial_number_depends_on_the_content_and_not_on_the_time()
    {
        using var first = Bom(SampleScan.Result);
        using var later = Bom(SampleScan.Result with { Time = SampleScan.Result.Time.AddDays(1) });
        using var other = Bom(SampleScan.Result with { Targets = ["./other"] });
        Assert.Equal(Text(first.RootElement, "serialNumber"), Text(later.RootElement, "serialNumber"));
        Assert.NotEqual(Text(first.RootElement, "serialNumber"), Text(other.RootElement, "serialNumber"));
    }

    private static string Describe(JsonElement service)
    {
        var data = service.TryGetProperty("data", out var flows)
            ? string.Join(", ", flows.EnumerateArray().Select(f => $"{Text(f, "flow")} {Text(f, "classification")}"))
            : "none";
        return $"{Text(service, "bom-ref")}: endpoints {Raw(service, "endpoints")}, authenticated {Flag(service, "authenticated")}, "
            + $"boundary {Flag(service, "x-trust-boundary")}, data {data}";
    }

    private static string Raw(JsonElement element, string name) =>
        element.TryGetProperty(name, out var field) ? JsonSerializer.Serialize(field.EnumerateArray().Select(e => e.GetString())) : "none";

    private static string Flag(JsonElement element, string name) => element.TryGetProperty(name, out var field) ? $"{field.GetBoolean()}" : "none";

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static JsonElement.ArrayEnumerator Items(JsonDocument bom, string name) => bom.RootElement.GetProperty(name).EnumerateArray();

    private static JsonDocument Bom(ScanResult result) => JsonDocument.Parse(Written.Bytes("cyclonedx", result));
}
