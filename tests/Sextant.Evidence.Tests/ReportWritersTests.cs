namespace Sextant.Evidence.Tests;

public sealed class ReportWritersTests
{
    [Theory]
    [InlineData("json", "json")]
    [InlineData("SARIF", "sarif")]
    [InlineData("out/scan.json", "json")]
    [InlineData("scan.sarif", "sarif")]
    [InlineData("scan.sarif.json", "sarif")]
    [InlineData("bom.cdx.json", "cyclonedx")]
    [InlineData("comment.MD", "markdown")]
    [InlineData("scan.junit.xml", "junit")]
    [InlineData("scan.xml", "junit")]
    public void A_format_is_found_by_its_name_or_by_the_longest_ending(string asked, string format) =>
        Assert.Equal(format, ReportWriters.For(asked)?.Format);

    [Theory]
    [InlineData("docx")]
    [InlineData("scan.txt")]
    [InlineData("")]
    public void An_unknown_format_has_no_writer(string asked) => Assert.Null(ReportWriters.For(asked));

    [Fact]
    public void Names_and_endings_are_used_once()
    {
        var names = ReportWriters.All.SelectMany(w => w.Extensions.Append(w.Format)).ToArray();
        Assert.Equal(names.Distinct(StringComparer.OrdinalIgnoreCase), names);
    }
}
