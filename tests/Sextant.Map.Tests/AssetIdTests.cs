namespace Sextant.Map.Tests;

public sealed class AssetIdTests
{
    [Fact]
    public void Joins_the_parts_of_its_path_and_keeps_the_kind()
    {
        var id = AssetId.Of(AssetKind.Model, "huggingface", "meta-llama/Llama-3.1-8B-Instruct");

        Assert.Equal("model:huggingface/meta-llama/Llama-3.1-8B-Instruct", id.Value);
        Assert.Equal(AssetKind.Model, id.Kind);
    }

    [Theory]
    [InlineData("model:a/b", true)]
    [InlineData("mcp-server:npm/x", true)]
    [InlineData("model:", false)]
    [InlineData("nothing:a", false)]
    [InlineData("", false)]
    public void Parses_only_known_kinds_with_a_path(string text, bool parses) => Assert.Equal(parses, AssetId.TryParse(text, out _));

    [Fact]
    public void Drops_what_could_deceive_and_bounds_the_length()
    {
        Assert.Equal("tool:repo/ab-c", AssetId.Of(AssetKind.Tool, "repo", "a\u202eb\n c").Value);
        Assert.True(AssetId.Of(AssetKind.Tool, new string('x', 5000)).Value.Length < 500);
        Assert.NotEqual(AssetId.Of(AssetKind.Tool, new string('x', 5000)), AssetId.Of(AssetKind.Tool, new string('x', 5001)));
    }
}
