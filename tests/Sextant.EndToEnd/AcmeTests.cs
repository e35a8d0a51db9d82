using System.Text.Json;

namespace Sextant.EndToEnd;

/// <summary>The four stories, found in the sample estate, and not found in their hardened twins.</summary>
public sealed class AcmeTests
{
    private static readonly JsonElement Acme = CommandLine.Scan("samples/acme");
    private static readonly JsonElement Hardened = CommandLine.Scan("samples/acme/hardened");

    [Fact]
    public void Story_1_a_self_hosted_model_wired_to_a_production_database_has_no_owner_and_too_many_permissions()
    {
        Assert.Contains(Findings(Acme), f => f.Rule == "model-endpoint-self-hosted-unowned" && f.Asset.Contains("support-assistant/docker-compose.yml/llm", StringComparison.Ordinal));
        Assert.Contains(Findings(Acme), f => f.Rule == "workload-ai-database-administrator" && f.Asset.Contains("support-assistant", StringComparison.Ordinal));
    }

    [Fact]
    public void Story_2_the_path_from_outside_into_the_retrained_model_is_shown()
    {
        Assert.Contains(Findings(Acme), f => f.Rule == "training-data-writable-by-anyone" && f.Asset == "data-store:s3/nw-user-content");
        Assert.Contains(Paths(Acme), p => p[0] == "internet:anyone" && p.Contains("data-store:s3/nw-user-content") && p[^1].StartsWith("model:", StringComparison.Ordinal));
    }

    [Fact]
    public void Story_3_a_key_in_history_is_tied_to_the_production_workflow_that_uses_it()
    {
        var finding = Assert.Single(Findings(Acme), f => f.Rule == "provider-key-in-history");

        Assert.Contains(finding.Related.Concat(finding.Path), id => id.StartsWith("pipeline:", StringComparison.Ordinal) && id.Contains("triage", StringComparison.Ordinal));
        Assert.Contains(finding.Steps, s => s.Contains("evoke", StringComparison.Ordinal));
        Assert.Contains(finding.Steps, s => s.Contains("otate", StringComparison.Ordinal));
        Assert.Contains(finding.Steps, s => s.Contains("educe", StringComparison.Ordinal) || s.Contains("imit", StringComparison.Ordinal));
    }

    [Fact]
    public void Story_4_an_agent_that_reads_tickets_queries_customers_and_mails_unapproved_is_flagged_with_a_concrete_fix()
    {
        var finding = Assert.Single(Findings(Acme), f => f.Rule == "agent-sends-private-data-unapproved");

        Assert.Contains("Service-desk", finding.Asset, StringComparison.Ordinal);
        Assert.Equal("critical", finding.Severity);
        Assert.Contains(finding.Steps, s => s.Contains("send_mail", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("model-endpoint-self-hosted-unowned")]
    [InlineData("workload-ai-database-administrator")]
    [InlineData("training-data-writable-by-anyone")]
    [InlineData("provider-key-in-history")]
    [InlineData("agent-sends-private-data-unapproved")]
    public void The_hardened_twins_do_not_have(string rule) => Assert.DoesNotContain(Findings(Hardened), f => f.Rule == rule);

    [Fact]
    public void Two_scans_are_byte_identical_but_for_the_time()
    {
        var first = CommandLine.Sextant("scan", "samples/acme", "--format", "json").Output;
        var second = CommandLine.Sextant("scan", "samples/acme", "--format", "json").Output;

        Assert.Equal(WithoutTime(first), WithoutTime(second));
    }

    [Theory]
    [InlineData("json")]
    [InlineData("sarif")]
    [InlineData("cyclonedx")]
    [InlineData("html")]
    [InlineData("markdown")]
    [InlineData("junit")]
    [InlineData("table")]
    public void No_secret_of_the_samples_appears_in(string format)
    {
        var key = CommandLine.Git(Path.Combine(CommandLine.Root, "samples/acme/claims-triage.git"), "show", "HEAD~2:.env").Split('=')[1].Trim();
        var run = CommandLine.Sextant("scan", "samples/acme", "--format", format, "--all");

        Assert.Equal(0, run.ExitCode);
        Assert.True(run.Output.Length > 1000);
        Assert.DoesNotContain(key[10..22], run.Output + run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(key[^12..], run.Output + run.Errors, StringComparison.Ordinal);
    }

    private static string WithoutTime(string json) =>
        string.Join('\n', json.Split('\n').Where(line => !line.Contains("\"time\":", StringComparison.Ordinal)));

    private static IEnumerable<Finding> Findings(JsonElement scan) => scan.GetProperty("findings").EnumerateArray().Select(f => new Finding(
        Text(f, "rule"), Text(f, "asset"), Text(f, "severity"), Texts(f, "related"), Texts(f, "path"), Texts(f, "remediation")));

    private static IEnumerable<string[]> Paths(JsonElement scan) => scan.GetProperty("paths").EnumerateArray().Select(p =>
        p.GetProperty("steps").EnumerateArray().Select(s => Text(s, "to")).Prepend(Text(p.GetProperty("steps")[0], "from")).ToArray());

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";

    private static string[] Texts(JsonElement element, string name) =>
        element.GetProperty(name).ValueKind == JsonValueKind.String
            ? [Text(element, name)]
            : [.. element.GetProperty(name).EnumerateArray().Select(e => e.GetString() ?? "")];

    private sealed record Finding(string Rule, string Asset, string Severity, string[] Related, string[] Path, string[] Steps);
}
