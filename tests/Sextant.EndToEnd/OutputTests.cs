using System.Diagnostics;

namespace Sextant.EndToEnd;

/// <summary>What leaves the command line for a real estate is valid by the published schemas.</summary>
public sealed class OutputTests
{
    [Theory]
    [InlineData("json", "sextant")]
    [InlineData("sarif", "sarif")]
    [InlineData("cyclonedx", "cyclonedx")]
    public void The_sample_estate_is_valid(string format, string schema)
    {
        using var tree = new Tree();
        var file = Path.Combine(tree.Folder, "report");
        Assert.Equal(0, CommandLine.Sextant("scan", "samples/acme", "-o", $"{format}={file}").ExitCode);

        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(CommandLine.Root, "tests/schemas/validate.mjs"), schema, file])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }) ?? throw new InvalidOperationException("node did not start");
        var said = node.StandardOutput.ReadToEnd() + node.StandardError.ReadToEnd();
        node.WaitForExit();

        Assert.True(node.ExitCode == 0, said);
    }

    [Fact]
    public void One_scan_writes_several_reports_and_prints_one()
    {
        using var tree = new Tree();
        var run = CommandLine.Sextant(
            "scan", "samples/acme", "-o", Path.Combine(tree.Folder, "a.html"), "-o", Path.Combine(tree.Folder, "b.sarif"), "-o", $"junit={Path.Combine(tree.Folder, "c")}");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("samples/acme:", run.Output, StringComparison.Ordinal);
        Assert.Equal(["a.html", "b.sarif", "c"], Directory.GetFiles(tree.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(Directory.GetFiles(tree.Folder), f => Assert.True(new FileInfo(f).Length > 1000, f));
    }

    [Fact]
    public void Rules_are_listed_shown_and_tested()
    {
        var list = CommandLine.Sextant("rules", "list");
        Assert.Equal(0, list.ExitCode);
        Assert.True(list.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length >= 25);

        var show = CommandLine.Sextant("rules", "show", "training-data-writable-by-anyone");
        Assert.Equal(0, show.ExitCode);
        Assert.Contains("It looks for", show.Output, StringComparison.Ordinal);

        var test = CommandLine.Sextant("rules", "test");
        Assert.Equal(0, test.ExitCode);
        Assert.Matches("^[0-9]+ passed, 0 failed", test.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1]);
    }

    [Fact]
    public void A_rule_with_a_mistake_says_file_line_and_what_is_allowed()
    {
        using var tree = new Tree(("agent/wrong.yaml", """
            id: wrong
            title: Wrong
            severity: high
            description: It has a mistake.
            match: "(a:agnet) -[calls]-> (t:tool)"
            asset: a
            key: [a]
            why: "{a}"
            fix: { effort: minutes, steps: ["Mend {a}."] }
            examples:
              fails: { one: "(:agent) -[calls]-> (:tool)" }
              passes: { two: "(:agent)" }
            """));

        var run = CommandLine.Sextant("rules", "test", "--rules", tree.Folder);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("wrong.yaml:5:", run.Errors, StringComparison.Ordinal);
        Assert.Contains("agent", run.Errors, StringComparison.Ordinal);
    }
}
