using System.Text;

namespace Sextant.Discovery.Notebooks;

/// <summary>The lines of a cell. A notebook has them one by one in an array, or all in one text.</summary>
internal static class CellLines
{
    /// <summary>The lines, without their ends, each with the line of the file on which it stands; at least one.</summary>
    public static List<(string Text, int Line)> Of(IReadOnlyList<(string Text, int Line)> pieces)
    {
        var lines = new List<(string Text, int Line)>();
        var (open, openLine) = (new StringBuilder(), pieces[0].Line);
        foreach (var (text, line) in pieces)
        {
            if (open.Length == 0)
                openLine = line;
            var start = 0;
            for (var end = text.IndexOf('\n', StringComparison.Ordinal); end >= 0; end = text.IndexOf('\n', start))
            {
                open.Append(text, start, end - start);
                lines.Add((open.ToString().TrimEnd('\r'), openLine));
                open.Clear();
                (start, openLine) = (end + 1, line);
            }

            open.Append(text, start, text.Length - start);
        }

        if (open.Length > 0 || lines.Count == 0)
            lines.Add((open.ToString(), openLine));
        return lines;
    }

    /// <summary>Whether a backslash joins a line to the next.</summary>
    public static bool GoesOn(List<(string Text, int Line)> lines, int index) =>
        index + 1 < lines.Count && lines[index].Text.AsSpan().TrimEnd().EndsWith("\\");

    /// <summary>A line that may be a command, with the lines that backslashes join to it.</summary>
    public static string Joined(List<(string Text, int Line)> lines, int index)
    {
        if (!GoesOn(lines, index) || lines[index].Text.AsSpan().IndexOfAny('!', '%') < 0)
            return lines[index].Text;
        var joined = new StringBuilder();
        for (; GoesOn(lines, index); index++)
            joined.Append(lines[index].Text.AsSpan().TrimEnd()[..^1]);
        return joined.Append(lines[index].Text).ToString();
    }
}
