using Sextant.Evidence.CycloneDx;
using Sextant.Evidence.Html;
using Sextant.Evidence.JUnit;
using Sextant.Evidence.Json;
using Sextant.Evidence.Markdown;
using Sextant.Evidence.Sarif;

namespace Sextant.Evidence;

/// <summary>All formats that Sextant writes.</summary>
public static class ReportWriters
{
    /// <summary>One writer a format.</summary>
    public static IReadOnlyList<IReportWriter> All { get; } =
    [
        new ScanDocumentWriter(),
        new SarifWriter(),
        new CycloneDxWriter(),
        new HtmlWriter(),
        new MarkdownWriter(),
        new JUnitWriter(),
    ];

    /// <summary>The writer of a format, by its name or by a file's ending (the longest that fits); null if there is none.</summary>
    public static IReportWriter? For(string formatOrFileName)
    {
        var named = All.FirstOrDefault(w => w.Format.Equals(formatOrFileName, StringComparison.OrdinalIgnoreCase));
        return named ?? All
            .SelectMany(writer => writer.Extensions, (writer, extension) => (writer, extension))
            .Where(w => formatOrFileName.EndsWith(w.extension, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(w => w.extension.Length)
            .Select(w => w.writer)
            .FirstOrDefault();
    }
}
