using Sextant.Posture;

namespace Sextant.Evidence;

/// <summary>
/// Writes a scan in one format. The same scan gives the same bytes; what comes from the scanned targets is hostile and is
/// escaped for the format.
/// </summary>
public interface IReportWriter
{
    /// <summary>The name by which the format is asked for: <c>sarif</c>.</summary>
    string Format { get; }

    /// <summary>Endings of file names that mean this format, with their dot.</summary>
    IReadOnlyList<string> Extensions { get; }

    /// <summary>Writes the report. The stream stays open.</summary>
    void Write(ScanResult result, Stream output);
}
