namespace Sextant.Evidence.Tests;

/// <summary>
/// What the sample looks like in every format. After a wanted change, run once with <c>UPDATE_GOLDEN=1</c> and read the
/// difference.
/// </summary>
public sealed class GoldenTests
{
    [Theory]
    [InlineData("json", "sample.json")]
    [InlineData("sarif", "sample.sarif")]
    [InlineData("cyclonedx", "sample.cdx.json")]
    [InlineData("html", "sample.html")]
    [InlineData("markdown", "sample.md")]
    [InlineData("junit", "sample.junit.xml")]
    public void The_sample_is_written_as_before(string format, string file)
    {
        var path = Path.Combine(RepositoryFiles.Tests, "Golden", file);
        var written = Written.Text(format, SampleScan.Result);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            File.WriteAllText(path, written);
        Assert.Equal(File.ReadAllText(path), written);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("sarif")]
    [InlineData("cyclonedx")]
    [InlineData("html")]
    [InlineData("markdown")]
    [InlineData("junit")]
    public void The_same_scan_gives_the_same_bytes(string format) =>
        Assert.Equal(Written.Bytes(format, SampleScan.Result), Written.Bytes(format, SampleScan.Result));
}
