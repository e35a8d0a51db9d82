using System.Diagnostics;
using System.Text.Json;

namespace Sextant.EndToEnd;

/// <summary>
/// A pull request on a real repository: it lets an agent send mail unasked, brings a key and takes it away again, removes the owner,
/// and fixes an MCP server.
/// </summary>
public sealed class DiffTests : IDisposable
{
    private const string Lookup = """
        from agents import Agent, function_tool
        import psycopg


        @function_tool
        def find_customer(email: str) -> str:
            with psycopg.connect("postgresql://desk@db.internal/customers") as connection:
                return str(connection.execute("SELECT * FROM customers WHERE email = %s", (email,)).fetchone())


        """;

    private const string Mail = """
        import smtplib


        @function_tool
        def send_mail(to: str, text: str) -> None:
            with smtplib.SMTP("mail.internal") as server:
                server.sendmail("desk@acme.example", to, text)


        """;

    private const string Agent = "agent = Agent(name=\"Desk\", model=\"gpt-4o\", instructions=\"Help.\", tools=[find_customer])\n";
    private const string Mcp = """{ "mcpServers": { "files": { "command": "npx", "args": ["-y", "@modelcontextprotocol/server-filesystem", "/"] } } }""";

    // Made here, so that no key stands in a file.
    private static readonly string Key = string.Concat("sk-proj-", Letters(74, 5), "T3Blbk", "FJ", Letters(74, 11));

    private readonly Tree _tree = new(
        ("desk/agent.py", Lookup + Agent), ("desk/requirements.txt", "openai-agents\n"), (".mcp.json", Mcp), ("CODEOWNERS", "/desk/ @acme/desk\n"));

    public DiffTests()
    {
        Git("init", "-q", "-b", "main");
        Commit("base");
        Git("checkout", "-q", "-b", "topic");
        _tree.Write("desk/agent.py", "\n\n\n" + Lookup + Mail + Agent.Replace("find_customer]", "find_customer, send_mail]", StringComparison.Ordinal));
        _tree.Write("desk/.env", $"OPENAI_API_KEY={Key}\n");
        File.Delete(Path.Combine(_tree.Folder, "CODEOWNERS"));
        File.Delete(Path.Combine(_tree.Folder, ".mcp.json"));
        Commit("topic");
    }

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void A_pull_request_is_told_what_it_brings_and_what_it_fixes()
    {
        var diff = Diff("main..topic");

        Assert.Equal(
            ["agent-sends-private-data-unapproved", "application-agents-without-owner", "application-ai-unregistered", "provider-key-in-tree"],
            Rules(diff, "new").Order(StringComparer.Ordinal));
        Assert.Equal(["mcp-server-broad-filesystem-root", "mcp-server-unpinned"], Rules(diff, "gone").Order(StringComparer.Ordinal));
        Assert.Contains("send_mail", Names(diff, "new"));
        Assert.Contains("files", Names(diff, "gone"));
        Assert.Contains(diff.GetProperty("assets").GetProperty("changed").EnumerateArray(), a => a.GetProperty("name").GetString() == "Desk"
            && a.GetProperty("properties").EnumerateArray().Any(p => p.GetProperty("name").GetString() == "owner" && p.GetProperty("after").ValueKind == JsonValueKind.Null));
        Assert.Contains(diff.GetProperty("relations").GetProperty("new").EnumerateArray(), r => r.GetProperty("kind").GetString() == "calls");
        Assert.NotEmpty(diff.GetProperty("paths").GetProperty("new").EnumerateArray());
    }

    [Fact]
    public void The_other_way_round_what_was_new_is_gone()
    {
        var (there, back) = (Diff("main..topic"), Diff("topic..main"));

        Assert.Equal(Rules(there, "gone").Order(StringComparer.Ordinal), Rules(back, "new").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Findings_survive_that_lines_move()
    {
        Git("checkout", "-q", "-b", "moved", "main");
        _tree.Write("desk/agent.py", "# one\n# two\n# three\n\n" + Lookup + Agent);
        Commit("move lines");

        var diff = Diff("main..moved");

        Assert.Empty(Rules(diff, "new").Concat(Rules(diff, "gone")));
        Assert.True(diff.GetProperty("findings").GetProperty("unchanged").GetInt32() > 0);
        Assert.Empty(diff.GetProperty("assets").GetProperty("changed").EnumerateArray());
    }

    [Fact]
    public void A_key_that_a_commit_of_the_branch_brought_and_another_took_away_is_still_found()
    {
        File.Delete(Path.Combine(_tree.Folder, "desk/.env"));
        Commit("take the key away");

        Assert.Contains("provider-key-in-history", Rules(Diff("main...topic"), "new"));
        Assert.DoesNotContain("provider-key-in-history", Rules(Diff("main...topic", "--no-history"), "new"));
    }

    [Fact]
    public void Taking_a_key_out_of_the_tree_is_no_new_finding()
    {
        Git("checkout", "-q", "-b", "cleanup", "topic");
        File.Delete(Path.Combine(_tree.Folder, "desk/.env"));
        Commit("clean up");

        var diff = Diff("topic..cleanup");

        Assert.Empty(Rules(diff, "new"));
        Assert.DoesNotContain("provider-key-in-tree", Rules(diff, "gone"));
    }

    [Fact]
    public void One_revision_is_compared_with_the_working_tree()
    {
        _tree.Write("desk/more.py", "from openai import OpenAI\n\nOpenAI().chat.completions.create(model=\"gpt-4.1-nano\", messages=[])\n");

        var diff = Diff("topic");

        Assert.Contains("model:openai/gpt-4.1-nano", diff.GetProperty("assets").GetProperty("new").EnumerateArray().Select(a => a.GetProperty("id").GetString()));
        Assert.Equal("the working tree", diff.GetProperty("head").GetString());
    }

    [Fact]
    public void The_working_tree_at_its_own_commit_changes_nothing()
    {
        var diff = Diff("HEAD");

        Assert.Empty(Rules(diff, "new").Concat(Rules(diff, "gone")));
        Assert.Empty(Names(diff, "new").Concat(Names(diff, "gone")));
    }

    [Theory]
    [InlineData("high", 1)]
    [InlineData("critical", 0)]
    public void Fail_on_looks_at_what_is_new_alone(string severity, int code) =>
        Assert.Equal(code, CommandLine.Sextant("diff", "main..topic", "-r", _tree.Folder, "--fail-on", severity).ExitCode);

    [Fact]
    public void Nothing_new_does_not_fail_however_bad_what_is_there()
    {
        Git("commit", "-q", "--allow-empty", "-m", "nothing");

        Assert.Equal(0, CommandLine.Sextant("diff", "HEAD~1..HEAD", "-r", _tree.Folder, "--fail-on", "info").ExitCode);
    }

    [Theory]
    [InlineData("nosuch..topic")]
    [InlineData("main..topic~99")]
    [InlineData("main..^^")]
    [InlineData("../../etc/passwd")]
    public void A_revision_that_is_not_there_is_one_clear_line(string range)
    {
        var run = CommandLine.Sextant("diff", range, "-r", _tree.Folder);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("there is no revision", Assert.Single(run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public void Revisions_are_written_as_for_git()
    {
        var id = CommandLine.Git(_tree.Folder, "rev-parse", "topic").Trim();
        Git("tag", "-a", "v1", "-m", "one", "main");
        Git("pack-refs", "--all");
        Git("gc", "-q");

        Assert.All(new[] { $"v1..{id}", $"v1..{id[..8]}", "topic~1..@", "topic^..refs/heads/topic", "main..topic" },
            range => Assert.Contains("provider-key-in-tree", Rules(Diff(range), "new")));
    }

    [Fact]
    public void The_comment_says_where_why_and_what_to_do_and_holds_no_key()
    {
        var comment = CommandLine.Sextant("diff", "main..topic", "-r", _tree.Folder, "--format", "markdown").Output;

        Assert.StartsWith("<!-- sextant-diff -->\n## Sextant: 4 new findings (2 high, 1 low, 1 info), 2 fixed\n", comment, StringComparison.Ordinal);
        Assert.Contains("- Where: `desk/agent.py:", comment, StringComparison.Ordinal);
        Assert.Contains("- Why: ", comment, StringComparison.Ordinal);
        Assert.Contains("- Fix: ", comment, StringComparison.Ordinal);
        Assert.DoesNotContain(Key[20..40], comment, StringComparison.Ordinal);
    }

    [Fact]
    public void Sarif_holds_only_what_is_new()
    {
        var run = CommandLine.Sextant("diff", "main..topic", "-r", _tree.Folder, "--format", "sarif");

        var results = JsonDocument.Parse(run.Output).RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray();
        Assert.Equal(
            ["agent-sends-private-data-unapproved", "application-agents-without-owner", "application-ai-unregistered", "provider-key-in-tree"],
            results.Select(r => r.GetProperty("ruleId").GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_document_is_valid_by_its_published_schema()
    {
        var file = Path.Combine(_tree.Folder, "diff.json");
        File.WriteAllText(file, CommandLine.Sextant("diff", "main..topic", "-r", _tree.Folder, "--format", "json").Output);

        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(CommandLine.Root, "tests/schemas/validate.mjs"), "sextant-diff", file])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        }) ?? throw new InvalidOperationException("node did not start");
        var said = node.StandardOutput.ReadToEnd() + node.StandardError.ReadToEnd();
        node.WaitForExit();

        Assert.True(node.ExitCode == 0, said);
    }

    [Fact]
    public void Nothing_is_checked_out()
    {
        _tree.Write("desk/agent.py", "work = 'not committed'\n");
        var before = CommandLine.Git(_tree.Folder, "status", "--porcelain");

        Diff("main..topic");

        Assert.Equal(before, CommandLine.Git(_tree.Folder, "status", "--porcelain"));
        Assert.Equal("work = 'not committed'\n", File.ReadAllText(Path.Combine(_tree.Folder, "desk/agent.py")));
    }

    [Fact]
    public void An_owner_sees_only_what_is_theirs()
    {
        Assert.Contains("mcp-server-unpinned", Rules(Diff("main..topic"), "gone"));
        Assert.Empty(Rules(Diff("main..topic", "--owner", "acme/nobody"), "gone"));
    }

    private JsonElement Diff(string range, params string[] more)
    {
        var run = CommandLine.Sextant(["diff", range, "--repository", _tree.Folder, "--format", "json", .. more]);
        Assert.True(run.ExitCode == 0, run.Errors);
        return JsonDocument.Parse(run.Output).RootElement;
    }

    private void Git(params string[] arguments) => CommandLine.Git(_tree.Folder, ["-c", "user.name=Test", "-c", "user.email=test@example.com", .. arguments]);

    private void Commit(string message)
    {
        Git("add", "--all", "--force");
        Git("commit", "-q", "-m", message);
    }

    private static IEnumerable<string> Rules(JsonElement diff, string side) =>
        diff.GetProperty("findings").GetProperty(side).EnumerateArray().Select(f => f.GetProperty("rule").GetString() ?? "");

    private static IEnumerable<string?> Names(JsonElement diff, string side) =>
        diff.GetProperty("assets").GetProperty(side).EnumerateArray().Select(a => a.GetProperty("name").GetString());

    private static string Letters(int count, int step) =>
        string.Concat(Enumerable.Range(1, count).Select(i => "abcdefghijkLMNOPQRSTUVWXYZ0123456789"[(i * i * step + i) % 36]));
}
