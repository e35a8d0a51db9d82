using System.Text;
using System.Text.Json;

namespace Sextant.EndToEnd;

/// <summary>Hostile and broken input: one clear line each, the right exit code, and everything else still reported.</summary>
public sealed class BadInputTests
{
    private const string Agent = "from openai import OpenAI\n\nOpenAI().chat.completions.create(model=\"gpt-4o\", messages=[])\n";

    [Fact]
    public void A_missing_path_is_one_clear_line()
    {
        var run = CommandLine.Sextant("scan", "/no/such/place");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("/no/such/place", Assert.Single(Lines(run.Errors)), StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void No_key_is_checked_unless_somebody_agreed()
    {
        using var tree = new Tree(("app.py", Agent));

        var run = CommandLine.Sextant("scan", tree.Folder, "--verify");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--yes", Assert.Single(Lines(run.Errors)), StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("scan", "--format", "pdf")]
    [InlineData("scan", "--fail-on", "terrible")]
    [InlineData("scan", "-o", "report.xyz")]
    [InlineData("scan", "--no-such-flag")]
    [InlineData("conquer")]
    public void A_wrong_command_line_exits_with_2_and_says_what_is_allowed(params string[] arguments)
    {
        var run = CommandLine.Sextant(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.NotEmpty(Lines(run.Errors));
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_notebook_is_a_gap_and_the_rest_is_reported()
    {
        using var tree = new Tree(("app.py", Agent), ("broken.ipynb", "{\"cells\": [{\"cell_type\": \"code\", \"source\": [\"from openai import OpenAI\\n\"]}, {\"cell_ty"));

        var scan = CommandLine.Scan(tree.Folder);

        Assert.True(HasModel(scan));
        Assert.Contains("broken.ipynb", NotAssessed(scan), StringComparison.Ordinal);
    }

    [Fact]
    public void A_binary_with_a_py_ending_is_not_read_as_code()
    {
        using var tree = new Tree(("app.py", Agent));
        tree.Write("image.py", [0x89, .. "PNG\r\n"u8, 0, 0, 1, 2, 3, .. Encoding.UTF8.GetBytes(Agent)]);

        Assert.True(HasModel(CommandLine.Scan(tree.Folder)));
    }

    [Fact]
    public void A_file_of_two_gigabytes_is_read_in_part_and_said_so()
    {
        using var tree = new Tree(("app.py", Agent));
        var large = tree.Write("data.csv", string.Concat(Enumerable.Repeat("a,b\n", 5000)));
        using (var stream = new FileStream(large, FileMode.Open))
            stream.SetLength(2L << 30);

        var scan = CommandLine.Scan(tree.Folder);

        Assert.True(HasModel(scan));
        Assert.Contains("data.csv", NotAssessed(scan), StringComparison.Ordinal);
    }

    [Fact]
    public void A_json_line_of_100_megabytes_does_no_harm()
    {
        using var tree = new Tree(("app.py", Agent));
        tree.Write("mcp.json", $"{{\"mcpServers\": [{new string('1', 100 << 20)}]}}");

        Assert.True(HasModel(CommandLine.Scan(tree.Folder)));
    }

    [Fact]
    public void A_zip_bomb_is_not_unpacked()
    {
        using var tree = new Tree(("app.py", Agent));
        using (var archive = System.IO.Compression.ZipFile.Open(Path.Combine(tree.Folder, "bomb.zip"), System.IO.Compression.ZipArchiveMode.Create))
        {
            using var entry = archive.CreateEntry("zeros.py").Open();
            for (var i = 0; i < 100; i++)
                entry.Write(new byte[1 << 20]);
        }

        Assert.True(HasModel(CommandLine.Scan(tree.Folder)));
    }

    [Fact]
    public void A_url_is_cloned_and_read_like_the_repository()
    {
        var here = CommandLine.Scan("samples/acme/claims-triage.git");
        var cloned = CommandLine.Scan($"file://{CommandLine.Root}/samples/acme/claims-triage.git");

        Assert.Equal(Rules(here), Rules(cloned));
        Assert.Contains("provider-key-in-history", Rules(cloned));
    }

    [Fact]
    public void A_url_that_cannot_be_cloned_is_one_clear_line()
    {
        var run = CommandLine.Sextant("scan", "file:///no/such/repository.git");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("/no/such/repository.git", Assert.Single(Lines(run.Errors)), StringComparison.Ordinal);
    }

    [Fact]
    public void Links_that_loop_or_lead_out_are_not_followed()
    {
        using var outside = new Tree(("secret.py", Agent.Replace("gpt-4o", "gpt-outside", StringComparison.Ordinal)));
        using var tree = new Tree(("app.py", Agent));
        Directory.CreateSymbolicLink(Path.Combine(tree.Folder, "loop"), tree.Folder);
        Directory.CreateSymbolicLink(Path.Combine(tree.Folder, "out"), outside.Folder);
        File.CreateSymbolicLink(Path.Combine(tree.Folder, "out.py"), Path.Combine(outside.Folder, "secret.py"));

        var scan = CommandLine.Scan(tree.Folder);

        Assert.True(HasModel(scan));
        Assert.DoesNotContain("gpt-outside", scan.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_is_not_utf8_is_still_read()
    {
        using var tree = new Tree();
        tree.Write("latin.py", [.. "# caf"u8, 0xE9, .. Encoding.UTF8.GetBytes("\n" + Agent)]);

        Assert.True(HasModel(CommandLine.Scan(tree.Folder)));
    }

    [Fact]
    public void A_half_written_git_repository_is_one_line_and_the_tree_is_read()
    {
        using var tree = new Tree(("app.py", Agent), (".git/HEAD", "ref: refs/heads/main\n"), (".git/packed-refs", "zzzz not an id\n"));
        tree.Write(".git/objects/pack/pack-1.idx", [0xff, .. "tOc"u8, 0, 0, 0, 2, 1, 2, 3]);
        tree.Write(".git/objects/pack/pack-1.pack", [.. "PACK"u8, 0, 0, 0, 2, 0, 0, 0, 9]);

        var run = CommandLine.Sextant("scan", tree.Folder, "--format", "json");

        Assert.True(HasModel(JsonDocument.Parse(run.Output).RootElement), run.Errors);
        Assert.True(run.ExitCode is 0 or 3, $"exit code {run.ExitCode}");
        Assert.True(Lines(run.Errors).Length + NotAssessed(JsonDocument.Parse(run.Output).RootElement).Length > 0);
    }

    [Fact]
    public void Deep_brackets_do_not_overflow_the_stack()
    {
        using var tree = new Tree(("app.py", Agent), ("deep.py", "import openai\nx = " + new string('(', 200_000)), ("deep.json", new string('[', 200_000)));
        tree.Write("mcp.json", "{\"mcpServers\":" + new string('[', 200_000));
        tree.Write("docker-compose.yml", "services: " + new string('[', 200_000));

        Assert.True(HasModel(CommandLine.Scan(tree.Folder)));
    }

    [Fact]
    public void Fail_on_exits_with_1_when_there_is_something_that_bad()
    {
        Assert.Equal(1, CommandLine.Sextant("scan", "samples/acme", "--fail-on", "high").ExitCode);
        using var tree = new Tree(("readme.md", "nothing here"));
        Assert.Equal(0, CommandLine.Sextant("scan", tree.Folder, "--fail-on", "info").ExitCode);
    }

    [Fact]
    public void A_folder_without_ai_has_none()
    {
        var scan = CommandLine.Scan("src/Sextant.Documents", 0, "--no-history");

        Assert.Empty(scan.GetProperty("findings").EnumerateArray());
        Assert.DoesNotContain(scan.GetProperty("assets").EnumerateArray(), a => a.GetProperty("kind").GetString() is not ("repository" or "internet"));
    }

    private static IEnumerable<string?> Rules(JsonElement scan) =>
        scan.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("rule").GetString()).Order(StringComparer.Ordinal);

    private static bool HasModel(JsonElement scan) =>
        scan.GetProperty("assets").EnumerateArray().Any(a => a.GetProperty("id").GetString() == "model:openai/gpt-4o");

    private static string NotAssessed(JsonElement scan) => scan.GetProperty("coverage").GetRawText();

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
