using System.Globalization;
using System.Text.Json;
using Sextant.Map;
using Sextant.Posture;

namespace Sextant.Evidence.Json;

/// <summary>
/// Reads a scan document back, so that a scan can be reported, compared and explained later. Writing what was read gives the
/// same bytes. Fields that it does not know are passed over.
/// </summary>
public static class ScanDocumentReader
{
    /// <summary>Reads a document.</summary>
    /// <exception cref="ScanDocumentException">It is not a scan document of this version, or it is damaged.</exception>
    public static ScanResult Read(Stream input)
    {
        try
        {
            using var document = JsonDocument.Parse(input);
            return Read(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new ScanDocumentException($"Not JSON: {e.Message}", e);
        }
        catch (InvalidOperationException e)
        {
            throw new ScanDocumentException("A text holds a broken character escape.", e);
        }
    }

    private static ScanResult Read(JsonElement root)
    {
        var schema = root.Text("schema");
        if (schema != ScanDocumentWriter.Schema)
            throw new ScanDocumentException($"The document's schema is `{Excerpt.OneLine(schema, 60)}`; this version reads `{ScanDocumentWriter.Schema}`.");
        var coverage = root.Part("coverage");
        return new ScanResult(
            root.Texts("targets"),
            MapReading.Read(root, coverage),
            WorstFirst(root.Items("findings").Select(FindingReading.Read)),
            [.. root.Items("paths").Select(FindingReading.ReadPath).OrderByDescending(p => p.Score).ThenBy(p => p.Id, StringComparer.Ordinal)],
            ReadCoverage(coverage),
            ReadTool(root.Part("tool")))
        {
            NotAssessed = [.. coverage.Items("notAssessed").Select(n => new NotAssessed(n.Text("rule"), n.Id("asset"), n.Text("reason")))],
            Suppressed = [.. root.Items("suppressed").Select(FindingReading.ReadSuppressed)],
            Tallies = [.. root.Items("tallies").Select(t => new RuleTally(t.Text("rule"), t.Int("fail"), t.Int("pass"), t.Int("notAssessed")))],
            Rules = [.. root.Items("rules").Select(ReadRule)],
            Time = ReadTime(root),
        };
    }

    private static Finding[] WorstFirst(IEnumerable<Finding> findings) =>
    [
        .. findings.OrderByDescending(f => f.Score).ThenByDescending(f => f.Severity).ThenBy(f => f.Id, StringComparer.Ordinal),
    ];

    private static Coverage ReadCoverage(JsonElement coverage)
    {
        var read = coverage.Part("read");
        var skipped = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var reasons = read.Part("filesSkipped");
        foreach (var reason in reasons.EnumerateObject())
            skipped[reason.Name] = reasons.Integer(reason.Name);
        return new Coverage(
            read.Integer("filesSeen"), read.Integer("filesRead"), read.Integer("bytesRead"), read.Integer("filesInspected"),
            skipped, read.Integer("commits"), read.Integer("blobs"), coverage.Texts("errors"));
    }

    private static ToolInfo ReadTool(JsonElement tool) => new(tool.Text("name"), tool.Text("version"), tool.Text("rules"), tool.Text("catalog"));

    private static RuleInfo ReadRule(JsonElement rule) => new(
        rule.Text("id"), rule.Text("title"), rule.Choice<Severity>("severity"), rule.Text("description"), rule.Texts("steps"), rule.Texts("frameworks"));

    private static DateTimeOffset ReadTime(JsonElement root)
    {
        if (root.OptionalText("time") is not { } text)
            return default;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw new ScanDocumentException("`time` must be an ISO 8601 time.");
    }
}
