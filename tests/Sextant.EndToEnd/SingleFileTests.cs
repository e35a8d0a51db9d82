namespace Sextant.EndToEnd;

/// <summary>One file as a target: what a build printed is read for keys like any other text.</summary>
public sealed class SingleFileTests
{
    [Fact]
    public void A_key_in_the_log_of_a_build_is_found_and_only_that_file_is_read()
    {
        var key = "hf_" + "dZrUWLAYhVNfmqtECwcxKbQpSTyGjRikJo";
        using var tree = new Tree(
            ("build.log", $"2026-11-22T10:00:00Z \u001b[36;1mexport HF_TOKEN={key}\u001b[0m\r\n2026-11-22T10:00:01Z OPENAI_API_KEY=***\r\n"),
            ("app.py", "from openai import OpenAI\nOpenAI()\n"));

        var scan = CommandLine.Scan(Path.Combine(tree.Folder, "build.log"));

        var secrets = scan.GetProperty("assets").EnumerateArray().Where(a => a.GetProperty("kind").GetString() == "secret").ToArray();
        var evidence = Assert.Single(secrets).GetProperty("evidence")[0];
        Assert.Equal(("build.log", 1), (evidence.GetProperty("path").GetString(), evidence.GetProperty("line").GetInt32()));
        Assert.DoesNotContain(key, scan.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("ai-service:openai", scan.ToString(), StringComparison.Ordinal);
    }
}
