using System.Security.Cryptography;
using System.Text;

namespace Sextant.Evidence.Html;

/// <summary>The page, cut where the scan's own texts go in; its style and script are in it, with their hashes in its policy.</summary>
internal static class ReportPage
{
    public const string Data = "{{data}}";
    public const string Title = "{{title}}";
    public const string Headline = "{{headline}}";

    // In the order in which they need each other: they are one script.
    private static readonly string[] Scripts = ["dom", "data", "picture", "table", "findings", "inventory", "sections", "report"];

    /// <summary>Pieces of the page in order; the placeholders are pieces of their own.</summary>
    public static IReadOnlyList<string> Parts { get; } = Cut(Assemble());

    private static string Assemble()
    {
        var style = Read("report.css");
        var script = $"(() => {{\n'use strict';\n{string.Concat(Scripts.Select(s => Read($"{s}.js")))}}})();\n";
        return Read("report.html")
            .Replace("{{style-hash}}", Hash(style), StringComparison.Ordinal)
            .Replace("{{script-hash}}", Hash(script), StringComparison.Ordinal)
            .Replace("{{style}}", style, StringComparison.Ordinal)
            .Replace("{{script}}", script, StringComparison.Ordinal);
    }

    private static List<string> Cut(string page)
    {
        var parts = new List<string>();
        var rest = page;
        while (rest.IndexOf("{{", StringComparison.Ordinal) is >= 0 and var start)
        {
            var end = rest.IndexOf("}}", start, StringComparison.Ordinal) + 2;
            parts.Add(rest[..start]);
            parts.Add(rest[start..end]);
            rest = rest[end..];
        }

        parts.Add(rest);
        return parts;
    }

    // What `script-src` of a content security policy names: the base64 form of the SHA-256 of the text between the tags.
    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Read(string name)
    {
        using var stream = typeof(ReportPage).Assembly.GetManifestResourceStream($"page/{name}")
            ?? throw new InvalidOperationException($"The page's part {name} is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
