using System.Text.Json;
using Sextant.Evidence.Summary;
using Sextant.Posture;

namespace Sextant.Evidence.Sarif;

/// <summary>What failed, what was not read, what could not be assessed, and what has no place in a file: notifications.</summary>
internal static class SarifInvocation
{
    public static void Write(SarifRun run, Utf8JsonWriter json)
    {
        var result = run.Result;
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", result.Coverage.Errors.Count == 0);
        json.WriteStartArray("toolExecutionNotifications");
        foreach (var error in result.Coverage.Errors)
            WriteNotification("error", error, -1, json);
        foreach (var gap in result.Map.Gaps)
            WriteNotification("warning", $"{gap.Collector} did not read {gap.Scope}: {gap.Reason}", -1, json);
        foreach (var group in SummaryModel.Of(result).NotAssessed)
            WriteNotification("note", $"{group.Rule} was not assessed at {Count(group.Assets.Count)}: {group.Reason}", run.IndexOf(group.Rule), json);
        foreach (var finding in run.Unplaced)
            WriteNotification("note", Unplaced(finding), run.IndexOf(finding.Rule), json);
        if (run.LeftOut > 0)
            WriteNotification("warning", $"{run.LeftOut} findings are over the limit of {SarifWriter.MaxResults} and left out.", -1, json);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static string Count(int assets) => assets == 1 ? "1 asset" : $"{assets} assets";

    private static string Unplaced(Finding finding) =>
        $"{finding.Title} ({finding.Id}, severity {Map.Kebab<Severity>.Name(finding.Severity)}) has no place in a file and is left out: {finding.Asset}";

    private static void WriteNotification(string level, string text, int rule, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("level", level);
        json.WriteStartObject("message");
        json.WriteString("text", SarifText.Plain(text));
        json.WriteEndObject();
        if (rule >= 0)
        {
            json.WriteStartObject("associatedRule");
            json.WriteNumber("index", rule);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
