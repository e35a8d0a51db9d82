using System.Text;
using Sextant.Evidence.Sarif;
using Sextant.Posture.Compare;

namespace Sextant.Evidence.Changes;

/// <summary>Writes what a change does to the posture, in the formats of tools and reviews.</summary>
public static class ChangeWriters
{
    private static readonly (string Format, string[] Extensions, Action<PostureChange, string, string, Stream> Write)[] All =
    [
        ("json", [".json"], ChangeDocument.Write),
        ("sarif", [".sarif", ".sarif.json"], (change, _, _, output) => new SarifWriter().Write(
            change.After with { Findings = [.. change.New, .. change.Worse.Select(w => w.After)], Paths = change.NewPaths, Suppressed = [] }, output)),
        ("markdown", [".md", ".markdown"], (change, before, after, output) => output.Write(Encoding.UTF8.GetBytes(ChangeMarkdown.Of(change, before, after)))),
    ];

    /// <summary>The names of the formats.</summary>
    public static IEnumerable<string> Formats => All.Select(w => w.Format);

    /// <summary>What writes a format, by its name or by a file's ending; null if there is none. It takes the change, what base and head are called, and where to write.</summary>
    public static Action<PostureChange, string, string, Stream>? For(string formatOrFileName)
    {
        foreach (var writer in All)
        {
            if (writer.Format.Equals(formatOrFileName, StringComparison.OrdinalIgnoreCase)
                || Array.Exists(writer.Extensions, e => formatOrFileName.EndsWith(e, StringComparison.OrdinalIgnoreCase) && !formatOrFileName.EndsWith(".cdx.json", StringComparison.OrdinalIgnoreCase)))
                return writer.Write;
        }

        return null;
    }
}
