using System.Globalization;
using Sextant.Documents;

namespace Sextant.Discovery.Secrets;

/// <summary>
/// Reads shapes and examples: lists in which a quoted text stands for itself, a list for one of its texts, and
/// <c>alphabet lengths</c> for a run (<c>hex 32</c>, <c>base64url 20|58|74</c>, <c>alnum 20..40</c>, <c>uuid</c>).
/// </summary>
internal static class ShapeReader
{
    private static readonly string[] UuidLengths = ["8", "4", "4", "4", "12"];

    /// <summary>The parts of a shape; what is wrong is reported with its line.</summary>
    public static IEnumerable<ShapePart> Parts(DocumentNode shape, Action<int, string> mistake)
    {
        foreach (var item in shape.Items)
        {
            if (item.IsList)
            {
                yield return new ShapePart.Literal([.. item.Texts]);
            }
            else if (item.IsQuoted)
            {
                yield return new ShapePart.Literal([item.Text]);
            }
            else
            {
                foreach (var part in Runs(item, mistake))
                    yield return part;
            }
        }
    }

    /// <summary>The fragments of an example: as a shape, with one length a run, or <c>same 20</c> for one character repeated.</summary>
    public static IEnumerable<ExampleFragment> Fragments(DocumentNode example, Action<int, string> mistake)
    {
        foreach (var item in example.Items)
        {
            if (item.IsQuoted)
            {
                yield return new ExampleFragment(item.Text, null, 0);
            }
            else if (item.Text.StartsWith("same ", StringComparison.Ordinal) && int.TryParse(item.Text[5..], out var count))
            {
                yield return new ExampleFragment(new string('x', count), null, 0);
            }
            else if (item.Text == "checksum")
            {
                yield return new ExampleFragment("", null, ExampleFragment.Checksum);
            }
            else
            {
                foreach (var part in Runs(item, mistake))
                    yield return part is ShapePart.Run run ? new ExampleFragment("", run.Alphabet, run.Min) : new ExampleFragment("-", null, 0);
            }
        }
    }

    private static IEnumerable<ShapePart> Runs(DocumentNode item, Action<int, string> mistake)
    {
        if (item.Text == "uuid")
            return UuidLengths.SelectMany((length, i) => i == 0 ? Run("hex", length) : [new ShapePart.Literal(["-"]), .. Run("hex", length)]);
        var space = item.Text.IndexOf(' ', StringComparison.Ordinal);
        var name = space < 0 ? item.Text : item.Text[..space];
        if (!Alphabet.All.ContainsKey(name))
            mistake(item.Line, $"'{name}' is no alphabet; allowed are uuid, {string.Join(", ", Alphabet.All.Keys.Order(StringComparer.Ordinal))} (a literal is quoted)");
        else if (space < 0 || Lengths(item.Text[(space + 1)..]) is null)
            mistake(item.Line, $"'{item.Text}' needs a length, as in '{name} 32', '{name} 20|40' or '{name} 20..40'");
        else
            return Run(name, item.Text[(space + 1)..]);
        return [];
    }

    private static ShapePart[] Run(string alphabet, string lengths) =>
        Lengths(lengths) is { } l ? [new ShapePart.Run(Alphabet.All[alphabet], l, lengths.Contains("..", StringComparison.Ordinal))] : [];

    private static int[]? Lengths(string text)
    {
        var numbers = text.Split(["|", ".."], StringSplitOptions.TrimEntries)
            .Select(t => int.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n <= 4096 ? n : -1).ToArray();
        Array.Sort(numbers);
        return numbers.Length == 0 || numbers[0] < 0 ? null : numbers;
    }
}
