using System.Text.Json;
using Sextant.Posture;

namespace Sextant.Evidence.Tests;

public sealed class SarifTests
{
    [Fact]
    public void Every_result_has_a_place_and_a_fingerprint_that_does_not_depend_on_lines()
    {
        var moved = SampleScan.Result.Findings[0] with { Evidence = [SampleScan.At("support/agents.py", 99, "moved")] };
        var before = Results(SampleScan.Result)[0];
        var after = Results(SampleScan.Result with { Findings = [moved] })[0];
        Assert.Equal(12, Line(before));
        Assert.Equal(99, Line(after));
        Assert.Equal(before.GetProperty("partialFingerprints").GetRawText(), after.GetProperty("partialFingerprints").GetRawText());
    }

    [Fact]
    public void What_has_no_place_in_a_file_is_left_out_and_said()
    {
        using var sarif = Sarif(SampleScan.Result);
        var run = Run(sarif);
        Assert.DoesNotContain("ai-service-unapproved", RuleIds(run));
        Assert.Contains("ai-service-unapproved-5f5f", run.GetProperty("invocations").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_url_is_no_place_in_a_file()
    {
        var finding = SampleScan.Result.Findings[0] with { Evidence = [SampleScan.At("https://api.acme.example/x#/a", 1, "x"), SampleScan.At("a b/ü#.py", 0, "y")] };
        using var sarif = Sarif(SampleScan.Result with { Findings = [finding], Suppressed = [] });
        var location = Run(sarif).GetProperty("results")[0].GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("a%20b/%C3%BC%23.py", location.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(1, location.GetProperty("region").GetProperty("startLine").GetInt32());
    }

    [Fact]
    public void A_place_in_the_tree_comes_before_one_in_history()
    {
        var finding = SampleScan.Result.Findings[0] with
        {
            Evidence = [SampleScan.At("a.py", 1, "old") with { Commit = "abc" }, SampleScan.At("b.py", 2, "now")],
        };
        using var sarif = Sarif(SampleScan.Result with { Findings = [finding], Suppressed = [] });
        Assert.Equal(2, Line(Run(sarif).GetProperty("results")[0]));
    }

    [Fact]
    public void A_suppressed_finding_says_so_and_why()
    {
        var suppression = Results(SampleScan.Result).Single(r => r.TryGetProperty("suppressions", out _)).GetProperty("suppressions")[0];
        Assert.Equal("external", suppression.GetProperty("kind").GetString());
        Assert.Equal("Revoked in March, kept to test the scanner (.sextantignore:4)", suppression.GetProperty("justification").GetString());
    }

    [Fact]
    public void Attack_paths_are_code_flows_with_a_place_for_each_step()
    {
        var flow = Results(SampleScan.Result)[0].GetProperty("codeFlows")[0].GetProperty("threadFlows")[0].GetProperty("locations");
        var steps = flow.EnumerateArray().Select(l => l.GetProperty("location")).Select(l =>
            $"{l.GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri")}: {l.GetProperty("message").GetProperty("text")}");
        Assert.Equal(
            [
                "support/app.py: Anybody can write to the support form.",
                "support/agents.py: The form's text is given to ops_agent.",
                "support/db.py: ops_agent may read customers.",
            ],
            steps);
    }

    [Fact]
    public void Rules_keep_to_the_limits_of_code_scanning()
    {
        var frameworks = Enumerable.Range(1, 30).Select(i => $"owasp-llm:LLM{i:00}").ToArray();
        var rule = new RuleInfo("r", "t", Severity.Critical, "d", [], frameworks);
        using var sarif = Sarif(EmptyScan.Result with { Rules = [rule] });
        var properties = Run(sarif).GetProperty("tool").GetProperty("driver").GetProperty("rules")[0].GetProperty("properties");
        Assert.Equal(10, properties.GetProperty("tags").GetArrayLength());
        Assert.Equal("security", properties.GetProperty("tags")[0].GetString());
        Assert.Equal("9.5", properties.GetProperty("security-severity").GetString());
    }

    [Fact]
    public void No_more_results_are_written_than_code_scanning_takes()
    {
        var finding = SampleScan.Result.Findings[0];
        var many = Enumerable.Range(0, 25_010).Select(i => finding with { Id = $"f{i}", Fingerprint = $"{i}" }).ToArray();
        using var sarif = Sarif(SampleScan.Result with { Findings = many, Paths = [] });
        Assert.Equal(25_000, Run(sarif).GetProperty("results").GetArrayLength());
        Assert.Contains("11 findings are over the limit of 25000", Run(sarif).GetProperty("invocations").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Related_locations_and_flows_keep_to_their_limits()
    {
        var finding = SampleScan.Result.Findings[0] with { Evidence = [.. Enumerable.Range(1, 500).Select(i => SampleScan.At("a.py", i, "x"))] };
        var step = SampleScan.Result.Paths[0].Steps[0];
        var path = new AttackPath("p", "t", 1, [.. Enumerable.Repeat(step, 400)], [finding.Id]);
        var paths = Enumerable.Range(0, 30).Select(i => path with { Id = $"p{i}" }).ToArray();
        var result = Results(SampleScan.Result with { Findings = [finding], Paths = paths })[0];
        Assert.Equal(99, result.GetProperty("relatedLocations").GetArrayLength());
        Assert.Equal(2, result.GetProperty("codeFlows").GetArrayLength());
    }

    [Theory]
    [InlineData(".", "sextant/")]
    [InlineData("/home/runner/work/acme/", "sextant/acme/")]
    [InlineData("github:acme", "sextant/github-acme/")]
    public void Uploads_of_different_targets_are_told_apart(string target, string id)
    {
        using var sarif = Sarif(EmptyScan.Result with { Targets = [target] });
        Assert.Equal(id, Run(sarif).GetProperty("automationDetails").GetProperty("id").GetString());
    }

    [Fact]
    public void Names_make_no_links_in_messages()
    {
        using var sarif = Sarif(HostileScan.Result);
        foreach (var result in Run(sarif).GetProperty("results").EnumerateArray())
            Assert.DoesNotContain("](", result.GetProperty("message").GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    private static List<JsonElement> Results(ScanResult result)
    {
        using var sarif = Sarif(result);
        return [.. Run(sarif).GetProperty("results").EnumerateArray().Select(r => r.Clone())];
    }

    private static IEnumerable<string?> RuleIds(JsonElement run) =>
        run.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("ruleId").GetString());

    private static int Line(JsonElement result) =>
        result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32();

    private static JsonElement Run(JsonDocument sarif) => sarif.RootElement.GetProperty("runs")[0];

    private static JsonDocument Sarif(ScanResult result) => JsonDocument.Parse(Written.Bytes("sarif", result));
}
