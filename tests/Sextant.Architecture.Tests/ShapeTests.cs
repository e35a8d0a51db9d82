namespace Sextant.Architecture.Tests;

/// <summary>One idea a file: a file that outgrows its idea is split.</summary>
public sealed class ShapeTests
{
    private const int LongestFile = 400;
    private const double ShareUnder200Lines = 0.9;

    [Fact]
    public void No_product_file_is_longer_than_400_lines()
    {
        var long_ = Repository.ProductFiles().Select(f => (File: Path.GetRelativePath(Repository.Root, f), Lines: File.ReadLines(f).Count()))
            .Where(f => f.Lines > LongestFile).Select(f => $"{f.File}: {f.Lines}");

        Assert.Empty(long_);
    }

    [Fact]
    public void Most_product_files_are_shorter_than_200_lines()
    {
        var lines = Repository.ProductFiles().Select(f => File.ReadLines(f).Count()).ToArray();

        Assert.True(lines.Count(l => l < 200) >= ShareUnder200Lines * lines.Length, $"{lines.Count(l => l >= 200)} of {lines.Length} files have 200 lines or more");
    }

    [Theory]
    [InlineData("#region")]
    [InlineData("NotImplementedException")]
    [InlineData("TODO")]
    [InlineData("FIXME")]
    public void Product_code_holds_no(string leftover) =>
        Assert.DoesNotContain(Repository.ProductFiles(), f => File.ReadAllText(f).Contains(leftover, StringComparison.Ordinal));

    [Theory]
    [InlineData("Helper")]
    [InlineData("Manager")]
    [InlineData("Util")]
    public void No_product_file_is_named(string vague) =>
        Assert.DoesNotContain(Repository.ProductFiles().Select(Path.GetFileNameWithoutExtension), n => n!.Contains(vague, StringComparison.Ordinal));
}
