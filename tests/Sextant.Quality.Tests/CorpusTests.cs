using Sextant.Map;
using Sextant.Quality.Measuring;

namespace Sextant.Quality;

/// <summary>The labelled corpus of code: what is true in small applications, and how much of it a scan finds.</summary>
public sealed class CorpusTests
{
    // What is reached, so that it is not lost again; 0.97 of each is the goal.
    private const double Precision = 0.96;
    private const double Recall = 0.92;
    private const int SourceFiles = 120;

    private static readonly Lazy<CorpusRun> Run = new(() => CorpusRun.Over(LabelledCase.All(Corpus())));

    [Fact]
    public void Precision_and_recall_of_assets_stay_what_they_are() =>
        AssertGood(Score.Of(Run.Value.Judgements.Where(j => j.Kind != CorpusRun.RelationKind)));

    [Fact]
    public void Precision_and_recall_of_assets_and_relations_stay_what_they_are() => AssertGood(Score.Of(Run.Value.Judgements));

    [Fact]
    public void Where_nothing_is_labelled_nothing_is_found()
    {
        var invented = Run.Value.Judgements.Where(j => j.Case.Labels is { Assets.Count: 0, Relations.Count: 0 }).Select(j => $"{j.Case.Language}/{j.Case.Name}: {j.Text}");

        Assert.Empty(invented);
    }

    [Theory]
    [InlineData("python", 35)]
    [InlineData("notebooks", 8)]
    [InlineData("typescript", 28)]
    [InlineData("csharp", 20)]
    [InlineData("java", 14)]
    [InlineData("kotlin", 4)]
    [InlineData("go", 12)]
    [InlineData("flows", 5)]
    public void Every_language_has_its_share_of_the_corpus(string language, int files) =>
        Assert.InRange(LabelledCase.All(Corpus()).Where(c => c.Language == language).Sum(c => c.Files.Count), files, int.MaxValue);

    [Fact]
    public void The_corpus_holds_at_least_120_files() =>
        Assert.InRange(LabelledCase.All(Corpus()).Sum(c => c.Files.Count), SourceFiles, int.MaxValue);

    [Fact]
    public void Labels_use_the_words_of_the_map()
    {
        foreach (var labelled in LabelledCase.All(Corpus()))
        {
            Assert.All(labelled.Labels.Assets, a => Assert.True(Kebab<AssetKind>.TryParse(a.Id.Split(':')[0], out _), $"{labelled.Name}: {a}"));
            Assert.All(labelled.Labels.Assets.SelectMany(a => a.Facets.Keys), f => Assert.True(Vocabulary.Facets.ContainsKey(f), $"{labelled.Name}: {f}"));
        }
    }

    [Fact]
    public void Relations_run_between_what_is_labelled()
    {
        foreach (var labelled in LabelledCase.All(Corpus()))
        {
            var ends = labelled.Labels.Assets.Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
            Assert.All(labelled.Labels.Relations, r => Assert.True(IsRelation(r, ends), $"{labelled.Name}: {r}"));
            Assert.Equal(labelled.Labels.Relations.Count, labelled.Labels.Relations.Distinct().Count());
            Assert.Equal(labelled.Labels.Assets.Count, ends.Count);
        }
    }

    private static bool IsRelation(string text, HashSet<string> assets)
    {
        bool IsEnd(string id) => assets.Contains(id) || id == "application" || id.StartsWith("application/", StringComparison.Ordinal);
        return text.Split(' ') is [var from, ['-', .. var kind, '-', '>'], var to] && IsEnd(from) && IsEnd(to) && Kebab<RelationKind>.TryParse(kind, out _);
    }

    private static void AssertGood(Score score) => Assert.True(
        score is { Precision: >= Precision, Recall: >= Recall },
        $"precision {score.Precision:0.000}, recall {score.Recall:0.000}; {Precision} and {Recall} were reached\n{QualityTable.Of(Run.Value)}\n{Run.Value.Mistakes()}");

    private static string Corpus()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Sextant.slnx")))
            folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? throw new InvalidOperationException("not in the repository"), "tests", "corpora", "code");
    }
}
