using System.Globalization;
using System.Text;
using Sextant.Map;
using Sextant.Posture;

namespace Sextant.Evidence.Markdown;

/// <summary>An attack path as a Mermaid flow chart, which GitHub and GitLab draw.</summary>
internal static class Mermaid
{
    private const int MaxLabel = 60;

    public static string Picture(AttackPath path, AssetMap map)
    {
        var chart = new StringBuilder("```mermaid\nflowchart LR\n");
        var numbers = new Dictionary<AssetId, int>();
        foreach (var id in path.Steps.SelectMany(s => new[] { s.From, s.To }))
        {
            if (numbers.TryAdd(id, numbers.Count))
                AppendNode(chart, id, numbers[id], map);
        }

        foreach (var step in path.Steps)
            AppendStep(chart, step, numbers);
        return chart.Append("```\n").ToString();
    }

    private static void AppendNode(StringBuilder chart, AssetId id, int number, AssetMap map)
    {
        var name = map.Find(id)?.Name ?? id.Path;
        chart.Append(CultureInfo.InvariantCulture, $"  n{number}[\"{Label(name)}<br>{Kebab<AssetKind>.Name(id.Kind)}\"]\n");
    }

    private static void AppendStep(StringBuilder chart, PathStep step, Dictionary<AssetId, int> numbers)
    {
        var relation = Kebab<RelationKind>.Name(step.Relation);
        var label = step.Forward ? relation : $"← {relation}";
        chart.Append(CultureInfo.InvariantCulture, $"  n{numbers[step.From]} -->|\"{label}\"| n{numbers[step.To]}\n");
    }

    // Anything that Mermaid, Markdown or HTML could take for its own is written as Mermaid's character entity.
    private static string Label(string name)
    {
        var label = new StringBuilder(name.Length);
        foreach (var rune in Excerpt.OneLine(name, MaxLabel).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or '.' or '-' or '_' or '/')
                label.Append(rune);
            else
                label.Append(CultureInfo.InvariantCulture, $"#{rune.Value};");
        }

        return label.ToString();
    }
}
