using CsCheck;
using Sextant.Evidence.Markdown;

namespace Sextant.Evidence.Tests;

public sealed class MarkdownTests
{
    [Fact]
    public void A_report_of_many_findings_fits_a_comment_and_says_what_it_leaves_out()
    {
        var finding = SampleScan.Result.Findings[0];
        var many = Enumerable.Range(0, 5000).Select(i => finding with { Id = $"f{i}", Why = [new string('w', 300)] }).ToArray();
        var report = Written.Text("markdown", SampleScan.Result with { Findings = many });
        Assert.InRange(report.Length, 30_000, 65_000);
        Assert.Contains("findings not shown here.", report, StringComparison.Ordinal);
        Assert.Contains("</details>", report, StringComparison.Ordinal);
        Assert.EndsWith("</sub>\n", report, StringComparison.Ordinal);
        Assert.Equal(Count(report, "<details>"), Count(report, "</details>"));
    }

    [Fact]
    public void A_scan_without_findings_says_when_something_could_not_be_assessed()
    {
        var clean = EmptyScan.Result;
        var unknown = clean with { NotAssessed = SampleScan.Result.NotAssessed };
        Assert.Contains("## Sextant: no findings\n", Written.Text("markdown", clean), StringComparison.Ordinal);
        Assert.Contains("## Sextant: no findings, but not everything could be assessed\n", Written.Text("markdown", unknown), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a|b", "a\\|b")]
    [InlineData("<img src=x>", "\\<img src=x\\>")]
    [InlineData("[l](javascript:x)", "\\[l\\]\\(javascript:x)")]
    [InlineData("@octocat", "@\u200boctocat")]
    [InlineData("see #12 and GH-12", "see \\#\u200b12 and GH-\u200b12")]
    [InlineData("https://evil.example", "https:\u200b//evil.example")]
    [InlineData("www.evil.example", "www\u200b.evil.example")]
    [InlineData("1. one\n2. two", "1\\. one 2. two")]
    [InlineData("- x", "\\- x")]
    [InlineData("&lt;b", "\\&lt;b")]
    [InlineData("gpt-4o-mini is 1.5 times `x`", "gpt-4o-mini is 1.5 times \\`x\\`")]
    public void Text_stays_text(string text, string escaped) => Assert.Equal(escaped, MarkdownText.Escape(text));

    [Theory]
    [InlineData("a`b|c", "`a'b\\|c`")]
    [InlineData("a\nb", "`a b`")]
    [InlineData("", "")]
    public void A_name_stays_one_piece_of_code(string name, string code) => Assert.Equal(code, MarkdownText.Code(name));

    [Fact]
    public void Any_text_stays_on_its_line_and_opens_no_HTML() =>
        Gen.String.Sample(text =>
        {
            var escaped = MarkdownText.Escape(text);
            Assert.DoesNotContain('\n', escaped);
            Assert.DoesNotContain("<", escaped.Replace("\\<", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.DoesNotContain("`", MarkdownText.Code(text).Trim('`'), StringComparison.Ordinal);
        });

    [Fact]
    public void Every_row_of_a_hostile_scan_keeps_its_columns()
    {
        var report = Written.Text("markdown", HostileScan.Result);
        var rows = report.Split('\n').Where(l => l.StartsWith("| critical", StringComparison.Ordinal)).ToArray();
        Assert.Single(rows);
        Assert.Equal(6, Count(rows[0].Replace("\\|", "", StringComparison.Ordinal), "|"));
        var prose = string.Concat(report.Replace("\\`", "", StringComparison.Ordinal).Split('`').Where((_, i) => i % 2 == 0));
        Assert.DoesNotContain("<script", prose.Replace("\\<script", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("@octocat", prose, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", prose, StringComparison.Ordinal);
    }

    private static int Count(string text, string what) => text.Split(what).Length - 1;
}
