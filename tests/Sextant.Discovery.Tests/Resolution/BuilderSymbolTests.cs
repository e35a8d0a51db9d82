using Sextant.Discovery.Code.Recognition;
using Sextant.Discovery.Code.Resolution;

namespace Sextant.Discovery.Tests.Resolution;

/// <summary>How languages without keyword arguments name what they are given.</summary>
public sealed class BuilderSymbolTests
{
    [Theory]
    [InlineData("a.b.Model.builder()", "a.b.Model")]
    [InlineData("a.b.Model.newBuilder()", "a.b.Model")]
    [InlineData("a.b.Model.Builder()", "a.b.Model")]
    [InlineData("a.b.ModelBuilder()", "a.b.Model")]
    [InlineData("a.b.Model.builder", null)]
    [InlineData("a.b.Model.create()", null)]
    [InlineData("Builder()", null)]
    [InlineData("a.stringbuilder()", null)]
    public void A_builder_makes_an_object_of_its_type(string symbol, string? product) => Assert.Equal(product, BuilderSymbol.Product(symbol));

    [Theory]
    [InlineData("modelName", "model_name", true)]
    [InlineData("WithModelName", "model_name", true)]
    [InlineData("setModelName", "modelName", true)]
    [InlineData("ModelID", "modelId", true)]
    [InlineData("model", "modelName", false)]
    [InlineData("with", "", false)]
    [InlineData("settings", "tings", false)]
    public void A_setter_has_the_name_of_what_it_sets(string written, string meant, bool same) => Assert.Equal(same, Options.Same(written, meant));
}
