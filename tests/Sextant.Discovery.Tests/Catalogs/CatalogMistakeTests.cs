using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Tests.Recognition;

namespace Sextant.Discovery.Tests.Catalogs;

/// <summary>What is wrong in a catalog file is said with file and line.</summary>
public sealed class CatalogMistakeTests : IDisposable
{
    private const string Good = """
        recognitions:
          - id: a
            kind: model
            python: [x.y]
            arguments: {model: model@0}
            values: {type: llm}
            example: {python: "import x", gives: ["model:openai/a"]}
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("catalog").FullName;

    [Fact]
    public void A_right_file_is_read() => Assert.Equal("a", Load(Good).Recognitions.Single().Id);

    [Theory]
    [InlineData("kind: model", "kind: modle", "a.yaml:3: 'modle' is no kind")]
    [InlineData("python: [x.y]", "pyton: [x.y]", "a.yaml:4: 'pyton' is not known here")]
    [InlineData("{model: model@0}", "{modl: model@0}", "a.yaml:5: 'modl' is no role of model")]
    [InlineData("model@0", "model@x", "is no argument")]
    [InlineData("type: llm", "type: lm", "a.yaml:6: 'lm' is no modelType")]
    [InlineData("type: llm", "typ: llm", "a.yaml:6: 'typ' is no value of model")]
    [InlineData("x.y", "'.y'", "has an empty part")]
    [InlineData("    example: {python: \"import x\", gives: [\"model:openai/a\"]}", "", "a.yaml:2: 'a' has no example")]
    public void A_mistake_is_named_with_its_place(string right, string wrong, string message)
    {
        var error = Assert.Throws<CatalogException>(() => Load(Good.Replace(right, wrong, StringComparison.Ordinal)));
        Assert.Contains(error.Mistakes, m => m.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Without_examples_the_catalog_knows_the_same_and_mistakes_keep_their_lines()
    {
        var folder = Path.Combine(Repository.Root(), "catalog", "code");
        var full = Catalog.Load(folder, examples: true);
        var lean = Catalog.Load(folder);
        Assert.Equal(full.Recognitions.Select(r => r.Place), lean.Recognitions.Select(r => r.Place));
        Assert.Equal(full.TriggerLiterals, lean.TriggerLiterals);
        Assert.All(lean.Recognitions, r => Assert.Empty(r.Example.Source));
    }

    [Fact]
    public void Packages_are_known_by_ecosystem() =>
        Assert.Contains(new SdkPackage("pypi", "openai", "openai", "llm-sdk", "OpenAI"), Repository.Catalog.Packages);

    [Fact]
    public void A_broken_file_is_named() =>
        Assert.StartsWith("a.yaml:", Assert.Throws<CatalogException>(() => Load("recognitions: [")).Mistakes[0], StringComparison.Ordinal);

    [Theory]
    [InlineData("openai.OpenAI|AsyncOpenAI().chat.create", "openai.AsyncOpenAI().chat.create", true)]
    [InlineData("openai.OpenAI|AsyncOpenAI().chat.create", "openai.OpenAI.chat.create", false)]
    [InlineData("a.**.B", "a.B", true)]
    [InlineData("a.**.B", "a.x.y.B", true)]
    [InlineData("a.*.B", "a.B", false)]
    [InlineData("a.*().b", "a.C().b", true)]
    [InlineData("a.*().b", "a.C.b", false)]
    [InlineData("a.b", "a.b.c", false)]
    public void A_pattern_means_what_it_says(string pattern, string symbol, bool expected) =>
        Assert.Equal(expected, SymbolPattern.Parse(pattern, out _)?.Matches(symbol.Split('.')));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Catalog Load(string text)
    {
        File.WriteAllText(Path.Combine(_folder, "a.yaml"), text);
        return Catalog.Load(_folder, examples: true);
    }
}
