using System.Net;

namespace Sextant.Evidence.Tests;

/// <summary>The HTML report in a real browser.</summary>
public sealed class HtmlInBrowserTests
{
    [Fact]
    public void Nothing_that_a_hostile_repository_writes_is_run_or_becomes_an_element()
    {
        var (page, console) = Browser.Open(HostileScan.Result, $"#finding={Uri.EscapeDataString(HostileScan.Result.Findings[0].Id)}");
        var body = page[page.IndexOf("<body", StringComparison.Ordinal)..];
        Assert.Equal("", console);
        Assert.Contains("<title>AI security posture of", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<title>owned", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", body, StringComparison.Ordinal);
        Assert.Equal(2, body.Split("<script").Length - 1);
        Assert.Contains("onerror=", WebUtility.HtmlDecode(body), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_section_shows_what_was_found()
    {
        var (page, console) = Browser.Open(SampleScan.Result);
        Assert.Equal("", console);
        Assert.Equal(["summary", "paths", "findings", "inventory", "coverage", "suppressed"], Ids(page, "<section id=\""));
        Assert.Equal(3, Count(page, "<article class=\"panel path\""));
        Assert.Equal(7, Count(page, "<g class=\"edge"));
        Assert.Equal(1, Count(page, "<g class=\"edge cut\">"));
        Assert.Equal(3 + 16 + 2 + 1, Count(page, "<tr class=\"row\""));
        Assert.Contains("aria-label=\"Attack path in 3 steps: internet anyone to application support, then application support to agent ops_agent,", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#finding=agent-sends-private-data-unapproved-1a2b", "Require approval for send_mail, or restrict its recipients.</bdi></li>")]
    [InlineData("#asset=agent%3Arepo%2Facme%2Fsupport%2Fagents%2Fops_agent", "also seen: <code>human-approval</code>")]
    public void A_link_opens_what_it_names(string place, string shown)
    {
        var (page, console) = Browser.Open(SampleScan.Result, place);
        Assert.Equal("", console);
        Assert.Equal(1, Count(page, "<tr class=\"detail\""));
        Assert.Contains(shown, page, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_thousands_of_findings_and_assets_are_shown_a_page_at_a_time()
    {
        var (page, console) = Browser.Open(LargeScan.Create());
        Assert.Equal("", console);
        Assert.Contains("1 to 50 of 5,000", page, StringComparison.Ordinal);
        Assert.Contains("1 to 50 of 20,000", page, StringComparison.Ordinal);
        Assert.InRange(Count(page, "<tr class=\"row\""), 100, 160);
        Assert.InRange(Count(page, "<article"), 1, 5);
    }

    [Fact]
    public void A_scan_of_nothing_says_so()
    {
        var (page, console) = Browser.Open(EmptyScan.Result);
        Assert.Equal("", console);
        Assert.Contains("No rule failed. Look under Coverage at what could not be assessed.", page, StringComparison.Ordinal);
        Assert.Contains("No AI was found in what was looked at.", page, StringComparison.Ordinal);
    }

    private static string[] Ids(string page, string start) => [.. page.Split(start).Skip(1).Select(p => p[..p.IndexOf('"', StringComparison.Ordinal)])];

    private static int Count(string page, string what) => page.Split(what).Length - 1;
}
