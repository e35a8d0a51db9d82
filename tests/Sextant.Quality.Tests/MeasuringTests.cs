using Sextant.Quality.Measuring;

namespace Sextant.Quality;

/// <summary>The measure itself: what counts as a hit, a miss and an extra.</summary>
public sealed class MeasuringTests
{
    private const string Code = "from openai import OpenAI\nOpenAI().responses.create(model='gpt-4o', input='x')\n";

    [Fact]
    public void What_is_labelled_and_found_is_a_hit()
    {
        var run = Over("""
            assets: ['model:openai/gpt-4o {modelType: llm}', 'ai-service:openai']
            relations: ['application -uses-> model:openai/gpt-4o', 'application -uses-> ai-service:openai', 'ai-service:openai -serves-> model:openai/gpt-4o']
            """);

        Assert.Equal(new Score(Hits: 5, Misses: 0, Extras: 0), Score.Of(run.Judgements));
    }

    [Fact]
    public void What_is_not_found_is_a_miss_and_what_is_not_labelled_an_extra()
    {
        var run = Over("""
            assets: ['ai-service:openai', 'agent:~/app/Clerk']
            relations: ['application -uses-> ai-service:openai']
            """);

        Assert.Equal(
            ["Miss agent:~/app/Clerk", "Extra model:openai/gpt-4o", "Extra ai-service:openai -serves-> model:openai/gpt-4o", "Extra application -uses-> model:openai/gpt-4o"],
            Wrong(run));
    }

    [Fact]
    public void An_asset_with_another_facet_is_a_miss_and_an_extra()
    {
        var run = Over("""
            assets: ['model:openai/gpt-4o {modelType: embedding}']
            optional: ['ai-service:openai', 'application -uses-> model:openai/gpt-4o']
            """);

        Assert.Equal(["Miss model:openai/gpt-4o {modelType: embedding}", "Extra model:openai/gpt-4o {modelType: llm}"], Wrong(run));
    }

    [Fact]
    public void What_is_optional_counts_neither_way_nor_does_what_touches_it() =>
        Assert.Empty(Over("optional: ['model:openai/gpt-4o', 'ai-service:openai']").Judgements);

    [Fact]
    public void Another_name_of_a_thing_counts_as_its_own()
    {
        var run = Over("""
            assets: ['model:openai/GPT', 'ai-service:openai']
            relations: ['application -uses-> model:openai/GPT', 'application -uses-> ai-service:openai', 'ai-service:openai -serves-> model:openai/GPT']
            same: {'model:openai/gpt-4o': 'model:openai/GPT'}
            """);

        Assert.Empty(Wrong(run));
    }

    [Fact]
    public void A_word_that_labels_do_not_know_is_a_mistake() =>
        Assert.Throws<InvalidDataException>(() => Over("asets: []"));

    [Fact]
    public void Nothing_found_where_nothing_is_asked_for_is_perfect() =>
        Assert.Equal((1.0, 1.0), (Score.Of([]).Precision, Score.Of([]).Recall));

    [Fact]
    public void The_table_has_a_row_for_each_language_and_all()
    {
        var lines = QualityTable.Of(Over("assets: ['ai-service:openai']\noptional: ['model:openai/gpt-4o', 'application -uses-> ai-service:openai']")).Split('\n');

        Assert.Equal(["python", "all"], lines[2..4].Select(l => l.Split(' ')[0]));
        Assert.Contains("100/100 (1)", lines[2], StringComparison.Ordinal);
    }

    private static string[] Wrong(CorpusRun run) => [.. run.Judgements.Where(j => j.Outcome != Outcome.Hit).Select(j => $"{j.Outcome} {j.Text}")];

    private static CorpusRun Over(string labels)
    {
        var corpus = Directory.CreateTempSubdirectory("sextant-corpus-").FullName;
        try
        {
            var folder = Directory.CreateDirectory(Path.Combine(corpus, "python", "small")).FullName;
            File.WriteAllText(Path.Combine(folder, "app.py"), Code);
            File.WriteAllText(Path.Combine(folder, LabelledCase.LabelFile), labels);
            return CorpusRun.Over(LabelledCase.All(corpus));
        }
        finally
        {
            Directory.Delete(corpus, recursive: true);
        }
    }
}
