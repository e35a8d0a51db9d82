using System.Globalization;
using System.Text;
using Sextant.Evidence.Markdown;
using Sextant.Map;
using Sextant.Posture;
using Sextant.Posture.Compare;

namespace Sextant.Evidence.Changes;

/// <summary>
/// A change as a comment on a pull request: what it brings first, with where, why and what to do; then what it fixes; the inventory
/// folded away. Never longer than a comment may be, and found again by its first line, <c>&lt;!-- sextant-diff --&gt;</c>.
/// </summary>
internal static class ChangeMarkdown
{
    private const int Reserve = 600;
    private const int TopFindings = 20;
    private const int TopPaths = 3;
    private const int TopGone = 20;
    private const int TopInventory = 60;

    public static string Of(PostureChange change, string before, string after)
    {
        var page = new MarkdownPage(MarkdownWriter.MaxLength);
        page.Add($"<!-- sextant-diff -->\n## Sextant: {ChangeWords.Headline(change)}\n\n");
        page.Add($"{MarkdownText.Code(before)} → {MarkdownText.Code(after)}: {ChangeWords.Counts(change)}.\n\n");
        AddFindings("New findings", change.New.Select(f => Block(f, "")), change.New.Count, page);
        AddFindings("Findings that got worse", change.Worse.Select(f => Block(f.After, $" (was {Word(f.Before.Severity)})")), change.Worse.Count, page);
        AddPaths(change, page);
        AddGone(change, page);
        AddInventory(change, page);
        page.Add(Footer(change));
        return page.ToString();
    }

    private static void AddFindings(string heading, IEnumerable<string> blocks, int count, MarkdownPage page)
    {
        var shown = page.Add($"### {heading}\n\n", blocks, "", TopFindings, Reserve);
        if (count > shown)
            page.Add($"{ChangeWords.Many(count - shown, "more finding")} not shown here.\n\n");
    }

    private static string Block(Finding finding, string note)
    {
        var block = new StringBuilder();
        block.Append(CultureInfo.InvariantCulture, $"**{Word(finding.Severity)}**{note} · **{MarkdownText.Escape(finding.Title)}** · score {finding.Score} · {MarkdownText.Code(finding.Rule)}\n");
        var places = Places.InFiles(finding.Evidence).Take(3).Select(e => MarkdownText.Code(e.Place)).ToArray();
        block.Append(CultureInfo.InvariantCulture, $"- Where: {(places.Length > 0 ? string.Join(", ", places) : MarkdownText.Code(finding.Asset.Value))}\n");
        if (finding.Why.Count > 0)
            block.Append(CultureInfo.InvariantCulture, $"- Why: {MarkdownText.Escape(finding.Why[0])}\n");
        foreach (var step in finding.Remediation.Take(2))
            block.Append(CultureInfo.InvariantCulture, $"- Fix: {MarkdownText.Escape(step)}\n");
        return block.Append('\n').ToString();
    }

    private static void AddPaths(PostureChange change, MarkdownPage page)
    {
        var pictures = change.NewPaths.Select(path =>
            string.Create(CultureInfo.InvariantCulture, $"**{MarkdownText.Escape(path.Title)}** (score {path.Score})\n\n{Mermaid.Picture(path, change.After.Map)}\n"));
        var shown = page.Add("### Attack paths that appear\n\n", pictures, "", TopPaths, Reserve);
        if (change.NewPaths.Count > shown)
            page.Add($"{ChangeWords.Many(change.NewPaths.Count - shown, "more attack path")} not shown here.\n\n");
    }

    private static void AddGone(PostureChange change, MarkdownPage page)
    {
        var findings = change.Gone.Select(f => $"- {Word(f.Severity)}: {MarkdownText.Escape(f.Title)} at {MarkdownText.Code(ChangeWords.Name(f.Asset, change.Before.Map), 80)}\n");
        var paths = change.GonePaths.Select(p => $"- attack path: {MarkdownText.Escape(p.Title)}\n");
        var shown = page.Add("### Fixed\n\n", findings.Concat(paths), "\n", TopGone, Reserve);
        if (change.Gone.Count + change.GonePaths.Count > shown)
            page.Add($"{change.Gone.Count + change.GonePaths.Count - shown} more not shown here.\n\n");
    }

    private static void AddInventory(PostureChange change, MarkdownPage page)
    {
        var lines = ChangeWords.Inventory(change).Select(l => $"| {l.Sign} | {l.Kind} | {MarkdownText.Code(l.What, 160)} | {MarkdownText.Escape(l.Detail)} |\n").ToArray();
        var shown = page.Add(
            "<details><summary>Assets and relations</summary>\n\n| | | | |\n|---|---|---|---|\n", lines, "\n</details>\n\n", TopInventory, Reserve);
        if (lines.Length > shown)
            page.Add($"{lines.Length - shown} more changes of assets and relations are in the JSON.\n\n");
    }

    private static string Footer(PostureChange change)
    {
        var tool = MarkdownText.Escape($"{change.After.Tool.Name} {change.After.Tool.Version}");
        var errors = change.After.Coverage.Errors.Count > 0 ? $"; **{ChangeWords.Many(change.After.Coverage.Errors.Count, "error")}**" : "";
        return $"<sub>{tool}; {ChangeWords.Many(change.After.Map.Gaps.Count, "gap")}{errors}</sub>\n";
    }

    private static string Word(Severity severity) => Kebab<Severity>.Name(severity);
}
