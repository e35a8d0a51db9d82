using System.Globalization;
using Sextant.Discovery.Memory;
using Sextant.Evidence.Json;
using Sextant.Posture;

namespace Sextant.Cli.Scanning;

/// <summary>
/// Results of whole scans, by what was scanned. A result is kept as the scan document, which holds nothing that a report does not. Where
/// suppressions expire, it holds for the day alone.
/// </summary>
internal sealed class ResultMemory(ScanCache cache, DateOnly today)
{
    private const string Kind = "result";

    /// <summary>The result of a scan that saw the same; null if there is none.</summary>
    public ScanResult? Find(string id)
    {
        if ((cache.Read(Kind, id) ?? cache.Read(Kind, Dated(id))) is not { } document)
            return null;
        try
        {
            using var stream = new MemoryStream(document, writable: false);
            return ScanDocumentReader.Read(stream);
        }
        catch (ScanDocumentException)
        {
            return null;
        }
    }

    /// <summary>Keeps a result.</summary>
    /// <param name="id">What was scanned.</param>
    /// <param name="result">The result.</param>
    /// <param name="isOfToday">Whether tomorrow's may differ.</param>
    public void Keep(string id, ScanResult result, bool isOfToday)
    {
        using var stream = new MemoryStream();
        new ScanDocumentWriter().Write(result, stream);
        cache.Write(Kind, isOfToday ? Dated(id) : id, stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    private string Dated(string id) => id + today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
