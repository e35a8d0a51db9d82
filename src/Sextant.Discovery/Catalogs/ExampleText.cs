using System.Text;

namespace Sextant.Discovery.Catalogs;

/// <summary>Leaves the examples out of a catalog file before it is parsed; lines stay where they are.</summary>
internal static class ExampleText
{
    private const string Key = "example:";

    /// <summary>The text without the blocks under <c>example:</c>.</summary>
    public static string Without(string text)
    {
        var kept = new StringBuilder(text.Length / 2);
        var outer = -1;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var indent = line.Length - line.TrimStart(' ').Length;
            if (outer >= 0 && indent <= outer && indent < line.Length)
                outer = -1;
            if (outer < 0 && line[indent..].StartsWith(Key, StringComparison.Ordinal))
                outer = indent;
            else if (outer < 0)
                kept.Append(line);
            kept.Append('\n');
        }

        return kept.ToString();
    }
}
