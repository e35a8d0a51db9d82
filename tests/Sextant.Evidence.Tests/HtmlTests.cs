using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Sextant.Evidence.Tests;

public sealed class HtmlTests
{
    private const string DataStart = "<script type=\"application/json\" id=\"scan\">";

    [Fact]
    public void The_page_holds_the_whole_scan_document()
    {
        using var document = JsonDocument.Parse(Written.Bytes("json", HostileScan.Result));
        using var embedded = JsonDocument.Parse(DataOf(Written.Text("html", HostileScan.Result)));
        Assert.True(JsonElement.DeepEquals(document.RootElement, embedded.RootElement));
    }

    [Fact]
    public void Nothing_in_the_data_can_end_it_or_start_anything()
    {
        var data = DataOf(Written.Text("html", HostileScan.Result));
        Assert.DoesNotContain(data, c => c is '<' or '>' or '&' or '\u2028' or '\u2029');
    }

    [Fact]
    public void A_hostile_scan_adds_no_markup_to_the_page()
    {
        Assert.Equal(Tags(Written.Text("html", SampleScan.Result)), Tags(Written.Text("html", HostileScan.Result)));
    }

    [Theory]
    [InlineData("<style>", "</style>", "style-src")]
    [InlineData("<script>", "</script>", "script-src")]
    public void The_policy_allows_exactly_the_page_s_own_style_and_script(string start, string end, string directive)
    {
        var page = Written.Text("html", SampleScan.Result);
        var from = page.IndexOf(start, StringComparison.Ordinal) + start.Length;
        var content = page[from..page.IndexOf(end, from, StringComparison.Ordinal)];
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
        Assert.Contains($"{directive} 'sha256-{hash}';", page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none';", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://")]
    [InlineData("url(")]
    [InlineData("@import")]
    [InlineData(" src=")]
    [InlineData("innerHTML")]
    [InlineData("insertAdjacentHTML")]
    [InlineData("document.write")]
    [InlineData("eval(")]
    [InlineData("fetch(")]
    public void The_page_asks_nothing_of_a_network_and_parses_no_text_as_HTML(string never) =>
        Assert.DoesNotContain(never, Frame(Written.Text("html", SampleScan.Result)), StringComparison.Ordinal);

    [Fact]
    public void The_page_without_its_data_stays_small() =>
        Assert.InRange(Encoding.UTF8.GetByteCount(Frame(Written.Text("html", SampleScan.Result))), 10_000, 60_000);

    private static string[] Tags(string page) => [.. Frame(page).Split('<').Skip(1).Select(t => t.Split(' ', '>', '\n')[0])];

    private static string Frame(string page) => page.Replace(DataOf(page), "", StringComparison.Ordinal);

    private static string DataOf(string page)
    {
        var from = page.IndexOf(DataStart, StringComparison.Ordinal) + DataStart.Length;
        return page[from..page.IndexOf("</script", from, StringComparison.Ordinal)];
    }
}
