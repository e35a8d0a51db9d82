using System.Globalization;
using System.Text;

namespace Sextant.Discovery.Tests.Secrets;

public sealed class PrecisionTests(ITestOutputHelper output)
{
    private const double Least = 0.95;

    [Fact]
    public void Finds_what_is_there_and_nothing_else_in_the_labelled_lines()
    {
        var lines = new LabelledSet().Lines().ToArray();
        var rows = new SortedDictionary<string, (int Lines, int Right, int Wrong, int Missed)>(StringComparer.Ordinal);
        var mistakes = new StringBuilder();
        foreach (var line in lines)
        {
            var found = Catalog.Found(line.Text);
            var right = line.Formats.Count(found.Contains);
            var (wrong, missed) = (found.Length - right, line.Formats.Count - right);
            var row = rows.GetValueOrDefault(line.Category);
            rows[line.Category] = (row.Lines + 1, row.Right + right, row.Wrong + wrong, row.Missed + missed);
            if (wrong + missed > 0)
                mistakes.AppendLine(CultureInfo.InvariantCulture, $"expected [{string.Join(", ", line.Formats)}] found [{string.Join(", ", found)}]: {Catalog.Finder.Redact(line.Text)}");
        }

        var all = rows.Values.Aggregate((a, b) => (a.Lines + b.Lines, a.Right + b.Right, a.Wrong + b.Wrong, a.Missed + b.Missed));
        var (precision, recall) = ((double)all.Right / (all.Right + all.Wrong), (double)all.Right / (all.Right + all.Missed));
        output.WriteLine($"{"category",-20} {"lines",6} {"right",6} {"wrong",6} {"missed",6}");
        foreach (var (category, row) in rows)
            output.WriteLine($"{category,-20} {row.Lines,6} {row.Right,6} {row.Wrong,6} {row.Missed,6}");
        output.WriteLine($"{"all",-20} {all.Lines,6} {all.Right,6} {all.Wrong,6} {all.Missed,6}  precision {precision:0.0000}  recall {recall:0.0000}");
        output.WriteLine(mistakes.ToString());
        Assert.True(lines.Length >= 2000, $"only {lines.Length} lines");
        Assert.True(precision >= Least && recall >= Least, $"precision {precision:0.0000}, recall {recall:0.0000}\n{mistakes}");
    }
}
