using System.Text;
using System.Text.Json;
using Sextant.Evidence.Json;
using Sextant.Evidence.Markdown;
using Sextant.Map;
using Sextant.Posture;

namespace Sextant.Evidence.Sarif;

/// <summary>The tool and its rules.</summary>
internal static class SarifRules
{
    private const int MaxTags = 10;

    public static void WriteTool(SarifRun run, Utf8JsonWriter json)
    {
        var tool = run.Result.Tool;
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", tool.Name);
        json.WriteString("version", tool.Version);
        json.WriteStartArray("rules");
        foreach (var rule in run.Rules)
            WriteRule(rule, json);
        json.WriteEndArray();
        json.WriteStartObject("properties");
        json.WriteString("rules", tool.Rules);
        json.WriteString("catalog", tool.Catalog);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>The SARIF level of a severity.</summary>
    public static string Level(Severity severity) => severity switch
    {
        Severity.Critical or Severity.High => "error",
        Severity.Medium => "warning",
        _ => "note",
    };

    private static void WriteRule(RuleInfo rule, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        WriteText("shortDescription", rule.Title, json);
        WriteText("fullDescription", rule.Description.Length > 0 ? rule.Description : rule.Title, json);
        json.WriteStartObject("help");
        json.WriteString("text", HelpText(rule));
        json.WriteString("markdown", HelpMarkdown(rule));
        json.WriteEndObject();
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", Level(rule.Severity));
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteStringArray("tags", Tags(rule));
        json.WriteString("precision", "high");
        json.WriteString("security-severity", SecuritySeverity(rule.Severity));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteText(string name, string text, Utf8JsonWriter json)
    {
        json.WriteStartObject(name);
        json.WriteString("text", SarifText.Plain(text));
        json.WriteEndObject();
    }

    private static IEnumerable<string> Tags(RuleInfo rule) =>
        rule.Frameworks.Select(Tag).Prepend("ai").Prepend("security").Distinct(StringComparer.Ordinal).Take(MaxTags);

    // GitHub groups alerts by weakness where a tag has this form.
    private static string Tag(string framework) =>
        framework.StartsWith("cwe:", StringComparison.OrdinalIgnoreCase) ? $"external/cwe/{framework[4..].ToLowerInvariant()}" : framework;

    // GitHub: above 9.0 critical, from 7.0 high, from 4.0 medium, below that low.
    private static string SecuritySeverity(Severity severity) => severity switch
    {
        Severity.Critical => "9.5",
        Severity.High => "8.0",
        Severity.Medium => "5.5",
        Severity.Low => "2.5",
        _ => "0.1",
    };

    private static string HelpText(RuleInfo rule)
    {
        var help = new StringBuilder(rule.Description.Length > 0 ? rule.Description : rule.Title);
        for (var i = 0; i < rule.Steps.Count; i++)
            help.Append('\n').Append(i + 1).Append(". ").Append(rule.Steps[i]);
        return help.ToString();
    }

    private static string HelpMarkdown(RuleInfo rule)
    {
        var help = new StringBuilder($"**{MarkdownText.Escape(rule.Title)}** ({Kebab<Severity>.Name(rule.Severity)})\n\n");
        help.Append(MarkdownText.Escape(rule.Description, 4000)).Append('\n');
        if (rule.Steps.Count > 0)
            help.Append("\n### How to fix it\n\n");
        for (var i = 0; i < rule.Steps.Count; i++)
            help.Append(i + 1).Append(". ").Append(MarkdownText.Escape(rule.Steps[i], 1000)).Append('\n');
        if (rule.Frameworks.Count > 0)
            help.Append("\nEvidence for: ").AppendJoin(", ", rule.Frameworks.Select(f => MarkdownText.Code(f))).Append('\n');
        return help.ToString();
    }
}
