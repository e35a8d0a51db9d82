using System.Net;
using System.Text;
using System.Text.Json;
using Sextant.Evidence.Json;
using Sextant.Evidence.Summary;
using Sextant.Map;
using Sextant.Posture;

namespace Sextant.Evidence.Html;

/// <summary>
/// Writes one HTML file that holds everything and asks nothing of any network. The scan document lies in it as JSON that
/// cannot end its element; the page's own script shows it through text nodes only; a content security policy allows exactly
/// that script and that style sheet, by their hashes.
/// </summary>
public sealed class HtmlWriter : IReportWriter
{
    /// <inheritdoc/>
    public string Format => "html";

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".html", ".htm"];

    /// <inheritdoc/>
    public void Write(ScanResult result, Stream output)
    {
        foreach (var part in ReportPage.Parts)
        {
            if (part == ReportPage.Data)
                WriteScan(result, output);
            else
                output.Write(Encoding.UTF8.GetBytes(part switch
                {
                    ReportPage.Title => WebUtility.HtmlEncode(TitleOf(result)),
                    ReportPage.Headline => HeadlineOf(result),
                    _ => part,
                }));
        }
    }

    private static void WriteScan(ScanResult result, Stream output)
    {
        using var json = new Utf8JsonWriter(output, JsonOutput.Embedded);
        ScanDocumentWriter.Write(result, json);
    }

    private static string TitleOf(ScanResult result) =>
        Excerpt.OneLine($"AI security posture of {(result.Targets.Count > 0 ? string.Join(", ", result.Targets) : "nothing")}", 200);

    private static string HeadlineOf(ScanResult result)
    {
        var counts = SummaryModel.Of(result, 0).Severities.Select(s => FormattableString.Invariant($"{s.Count} {Kebab<Severity>.Name(s.Severity)}"));
        return FormattableString.Invariant($"Findings: {string.Join(", ", counts)}. Attack paths: {result.Paths.Count}. Assets: {result.Map.Assets.Count}.");
    }
}
