using System.Text.Json;
using Sextant.Map;
using Sextant.Posture;

namespace Sextant.Evidence.Json;

/// <summary>The rules that ran, and how many assets each was asked about, in the scan document.</summary>
internal static class RuleSection
{
    public static void Write(ScanResult result, Utf8JsonWriter json)
    {
        json.WriteStartArray("rules");
        foreach (var rule in result.Rules.OrderBy(r => r.Id, StringComparer.Ordinal))
            WriteRule(rule, json);
        json.WriteEndArray();
        json.WriteStartArray("tallies");
        foreach (var tally in result.Tallies.OrderBy(t => t.Rule, StringComparer.Ordinal))
            WriteTally(tally, json);
        json.WriteEndArray();
    }

    private static void WriteRule(RuleInfo rule, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        json.WriteString("title", rule.Title);
        json.WriteString("severity", Kebab<Severity>.Name(rule.Severity));
        json.WriteString("description", rule.Description);
        json.WriteStringArray("steps", rule.Steps);
        json.WriteStringArray("frameworks", rule.Frameworks);
        json.WriteEndObject();
    }

    private static void WriteTally(RuleTally tally, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("rule", tally.Rule);
        json.WriteNumber("fail", tally.Fail);
        json.WriteNumber("pass", tally.Pass);
        json.WriteNumber("notAssessed", tally.NotAssessed);
        json.WriteEndObject();
    }
}
