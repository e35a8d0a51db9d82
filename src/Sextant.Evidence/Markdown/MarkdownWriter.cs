using System.Text;
using Sextant.Posture;

namespace Sextant.Evidence.Markdown;

/// <summary>
/// Writes a summary for a pull request: most important first, never longer than a comment may be, with all names made
/// harmless. A comment can be found again by its first line, <c>&lt;!-- sextant-report --&gt;</c>.
/// </summary>
public sealed class MarkdownWriter : IReportWriter
{
    /// <summary>Characters of a report; a comment on GitHub takes 65,536.</summary>
    public const int MaxLength = 65_000;

    /// <inheritdoc/>
    public string Format => "markdown";

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".md", ".markdown"];

    /// <inheritdoc/>
    public void Write(ScanResult result, Stream output)
    {
        var report = MarkdownReport.Of(result);
        output.Write(Encoding.UTF8.GetBytes(report));
    }
}
