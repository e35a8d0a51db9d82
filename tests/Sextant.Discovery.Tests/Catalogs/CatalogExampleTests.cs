using Sextant.Discovery.Tests.Recognition;
using Sextant.Map;

namespace Sextant.Discovery.Tests.Catalogs;

/// <summary>Every example in the catalog is executed: exactly its assets come out, and all its relations and facets.</summary>
public sealed class CatalogExampleTests
{
    public static TheoryData<string> Ids() => [.. Repository.Catalog.Recognitions.Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_example_gives_what_it_says(string id)
    {
        var entry = Repository.Catalog.Recognitions.Single(r => r.Id == id);
        var map = new Repository().WithFile(FileOf(entry.Example.Language), entry.Example.Source).Read();

        var assets = entry.Example.Gives.Where(g => !g.Contains("]-", StringComparison.Ordinal) && !g.Contains("-> ", StringComparison.Ordinal)).ToArray();
        var expected = assets.Select(a => a.Split(" {")[0]).Where(a => a != "application").Order(StringComparer.Ordinal);
        Assert.Equal(expected, Repository.Assets(map));

        var relations = Repository.Relations(map).ToHashSet(StringComparer.Ordinal);
        Assert.All(entry.Example.Gives.Where(g => g.Contains("-> ", StringComparison.Ordinal)), g => Assert.Contains(g, relations));

        foreach (var asset in assets.Where(a => a.Contains(" {", StringComparison.Ordinal)))
            AssertFacets(map, asset);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_example_shows_its_own_recognition(string id)
    {
        var entry = Repository.Catalog.Recognitions.Single(r => r.Id == id);
        Assert.NotEmpty(entry.Example.Gives);
        Assert.Contains(entry.Example.Language, entry.Symbols.Keys);
    }

    [Fact]
    public void Facets_that_are_set_are_in_the_vocabulary()
    {
        foreach (var entry in Repository.Catalog.Recognitions)
        {
            var map = new Repository().WithFile(FileOf(entry.Example.Language), entry.Example.Source).Read();
            foreach (var property in map.Assets.SelectMany(a => a.Properties))
            {
                Assert.True(Vocabulary.Facets.TryGetValue(property.Name, out var facet), property.Name);
                if (facet is { Type: FacetType.Choice } && property.Value is PropertyValue.Text text)
                    Assert.Contains(text.Value, facet.Values);
            }
        }
    }


    private static string FileOf(string language) => "app" + language switch
    {
        "python" => ".py",
        "typescript" => ".ts",
        "csharp" => ".cs",
        "java" => ".java",
        _ => ".go",
    };

    private static void AssertFacets(AssetMap map, string asset)
    {
        var parts = asset.TrimEnd('}').Split(" {");
        foreach (var facet in parts[1].Split(", "))
        {
            var pair = facet.Split(": ");
            Assert.Equal(pair[1], Repository.Facet(map, parts[0], pair[0]));
        }
    }
}
