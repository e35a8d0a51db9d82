using System.Globalization;
using System.Text;

namespace Sextant.Quality.Measuring;

/// <summary>Precision and recall as a table: a row a language, a column a kind.</summary>
internal static class QualityTable
{
    private const string All = "all";
    private const string Assets = "assets";

    /// <summary>The table of a run. A cell is precision/recall in percent, and in brackets how many labels there are.</summary>
    public static string Of(CorpusRun run)
    {
        string[] kinds = [.. run.Judgements.Select(j => j.Kind).Where(k => k != CorpusRun.RelationKind).Distinct().Order(StringComparer.Ordinal)];
        string[] columns = [.. kinds, Assets, CorpusRun.RelationKind, All];
        string[] languages = [.. run.Cases.Select(c => c.Language).Distinct()];
        var text = new StringBuilder();
        text.AppendLine("precision/recall in percent, labels in brackets");
        string[][] rows = [["", .. columns], .. languages.Append(All).Select(l => Cells(run, l, columns))];
        var widths = Enumerable.Range(0, rows[0].Length).Select(i => rows.Max(r => r[i].Length)).ToArray();
        foreach (var row in rows)
            text.AppendLine(string.Join("  ", row.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))).TrimEnd());

        var (assets, everything) = (Score.Of(run.Judgements.Where(j => j.Kind != CorpusRun.RelationKind)), Score.Of(run.Judgements));
        text.AppendLine();
        text.Append(CultureInfo.InvariantCulture, $"{run.Cases.Count} cases, {run.Cases.Sum(c => c.Files.Count)} files; ");
        text.Append(CultureInfo.InvariantCulture, $"assets: precision {assets.Precision:0.000}, recall {assets.Recall:0.000}; ");
        text.AppendLine(CultureInfo.InvariantCulture, $"assets and relations: precision {everything.Precision:0.000}, recall {everything.Recall:0.000}");
        return text.ToString();
    }

    private static string[] Cells(CorpusRun run, string language, string[] columns)
    {
        var judgements = run.Judgements.Where(j => language == All || j.Case.Language == language).ToArray();
        return [language, .. columns.Select(c => Cell(judgements, c))];
    }

    // Nothing out of nothing is no share.
    private static string Percent(int of, double share) => of == 0 ? "-" : (100 * share).ToString("0", CultureInfo.InvariantCulture);

    private static string Cell(Judgement[] judgements, string column)
    {
        var score = Score.Of(judgements.Where(j => column switch { All => true, Assets => j.Kind != CorpusRun.RelationKind, _ => j.Kind == column }));
        var (labels, found) = (score.Hits + score.Misses, score.Hits + score.Extras);
        return labels + found == 0 ? "" : $"{Percent(found, score.Precision)}/{Percent(labels, score.Recall)} ({labels})";
    }

}
