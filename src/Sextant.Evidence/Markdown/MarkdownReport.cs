using System.Globalization;
using Sextant.Evidence.Summary;
using Sextant.Map;
using Sextant.Posture;

namespace Sextant.Evidence.Markdown;

/// <summary>The sections of the report, in the order in which they are kept when room is short.</summary>
internal static class MarkdownReport
{
    private const int Reserve = 600;
    private const int TopFindings = 15;
    private const int TopPaths = 3;
    private const int TopFixes = 5;

    public static string Of(ScanResult result)
    {
        var page = new MarkdownPage(MarkdownWriter.MaxLength);
        var summary = SummaryModel.Of(result, TopFixes);
        page.Add($"<!-- sextant-report -->\n## Sextant: {Headline(result, summary)}\n\n");
        page.Add(Counts(result));
        AddFixes(summary, page);
        AddPaths(result, page);
        AddFindings(result, page);
        AddNotAssessed(summary, page);
        AddSuppressed(result, page);
        AddInventory(summary, page);
        page.Add(Footer(result));
        return page.ToString();
    }

    private static string Headline(ScanResult result, SummaryModel summary)
    {
        if (result.Findings.Count == 0)
            return summary.NotAssessed.Count == 0 ? "no findings" : "no findings, but not everything could be assessed";
        var counts = summary.Severities.Where(s => s.Count > 0).Select(s => Invariant($"{s.Count} {Kebab<Severity>.Name(s.Severity)}"));
        return string.Join(", ", counts);
    }

    private static string Counts(ScanResult result) =>
        $"{Many(result.Map.Assets.Count, "asset")}, {Many(result.Map.RelationCount, "relation")}, "
        + $"{Many(result.Findings.Count, "finding")}, {Many(result.Paths.Count, "attack path")}; "
        + $"{Many(result.Suppressed.Count, "finding")} suppressed, {Many(result.NotAssessed.Count, "check")} not assessed.\n\n";

    private static void AddFixes(SummaryModel summary, MarkdownPage page)
    {
        var rows = summary.Fixes.Select(Fix);
        page.Add("### Fix first\n\n| | Fix | Closes | Breaks |\n|---|---|---|---|\n", rows, "\n", TopFixes, Reserve);
    }

    private static string Fix(BestFix fix, int index)
    {
        var what = fix.Finding.Remediation.Count > 0 ? fix.Finding.Remediation[0] : fix.Finding.Title;
        return Invariant($"| {index + 1} | {MarkdownText.Escape(what)} | {Many(fix.Closes.Count, "finding")} | {Many(fix.Breaks.Count, "attack path")} |\n");
    }

    private static void AddPaths(ScanResult result, MarkdownPage page)
    {
        var pictures = result.Paths.Select((path, i) =>
            $"**{MarkdownText.Escape(path.Title)}** (score {path.Score.ToString(CultureInfo.InvariantCulture)})\n\n{Mermaid.Picture(path, result.Map)}\n");
        var shown = page.Add("### Attack paths\n\n", pictures, "", TopPaths, Reserve);
        AddRest(result.Paths.Count - shown, "more attack path", page);
    }

    private static void AddFindings(ScanResult result, MarkdownPage page)
    {
        const string Head = "| Severity | Score | Finding | Asset | Where |\n|---|---|---|---|---|\n";
        var shown = page.Add($"### Findings\n\n{Head}", result.Findings.Select(f => Row(f, result.Map)), "\n", TopFindings, Reserve);
        var details = result.Findings.Skip(shown).Select(f => Row(f, result.Map));
        var left = result.Findings.Count - shown;
        shown += page.Add($"<details><summary>{Many(left, "further finding")}</summary>\n\n{Head}", details, "\n</details>\n\n", 400, 8_000);
        AddRest(result.Findings.Count - shown, "finding", page);
    }

    private static string Row(Finding finding, AssetMap map)
    {
        var place = Places.InFiles(finding.Evidence).FirstOrDefault() ?? (finding.Evidence.Count > 0 ? finding.Evidence[0] : null);
        var why = finding.Why.Count > 0 ? $"<br>{MarkdownText.Escape(finding.Why[0], 240)}" : "";
        var asset = MarkdownText.Code(NameOf(finding.Asset, map), 80);
        var where = place is null ? "" : MarkdownText.Code(place.Place);
        return Invariant($"| {Kebab<Severity>.Name(finding.Severity)} | {finding.Score} | {MarkdownText.Escape(finding.Title)}{why} | {asset} | {where} |\n");
    }

    private static void AddNotAssessed(SummaryModel summary, MarkdownPage page)
    {
        var rows = summary.NotAssessed.Select(g =>
            Invariant($"| {MarkdownText.Code(g.Rule)} | {g.Assets.Count} | {MarkdownText.Escape(g.Reason, 240)} |\n"));
        page.Add(
            $"<details><summary>{Many(summary.NotAssessed.Count, "check")} not assessed</summary>\n\n| Rule | Assets | Why not |\n|---|---|---|\n",
            rows, "\n</details>\n\n", 60, Reserve);
    }

    private static void AddSuppressed(ScanResult result, MarkdownPage page)
    {
        const string Head = "| Finding | Asset | Reason | Suppressed in |\n|---|---|---|---|\n";
        var rows = result.Suppressed.Select(s =>
            $"| {MarkdownText.Escape(s.Finding.Title)} | {MarkdownText.Code(NameOf(s.Finding.Asset, result.Map), 80)} "
            + $"| {MarkdownText.Escape(s.Reason, 240)} | {MarkdownText.Code(s.Source)} |\n");
        var summary = $"<details><summary>{Many(result.Suppressed.Count, "suppressed finding")}</summary>\n\n{Head}";
        page.Add(summary, rows, "\n</details>\n\n", 60, Reserve);
    }

    private static void AddInventory(SummaryModel summary, MarkdownPage page)
    {
        var rows = summary.Kinds.Select(k => Invariant($"| {Kebab<AssetKind>.Name(k.Kind)} | {k.Count} |\n"));
        page.Add("<details><summary>Inventory</summary>\n\n| Kind | Assets |\n|---|---|\n", rows, "\n</details>\n\n", 60, Reserve);
    }

    private static string Footer(ScanResult result)
    {
        var coverage = result.Coverage;
        var skipped = coverage.FilesSkipped.Values.Sum();
        var errors = coverage.Errors.Count > 0 ? $", **{Many(coverage.Errors.Count, "error")}**" : "";
        var tool = MarkdownText.Escape($"{result.Tool.Name} {result.Tool.Version}");
        var read = Invariant($"{coverage.FilesRead} of {Many(coverage.FilesSeen, "file")} read, {skipped} skipped");
        return $"<sub>{tool}; {read}, {Many(result.Map.Gaps.Count, "gap")}{errors}</sub>\n";
    }

    private static void AddRest(int count, string what, MarkdownPage page)
    {
        if (count > 0)
            page.Add($"{Many(count, what)} not shown here.\n\n");
    }

    private static string NameOf(AssetId id, AssetMap map) => map.Find(id)?.Name ?? id.Value;

    private static string Many(long count, string what) => Invariant($"{count} {what}{(count == 1 ? "" : "s")}");

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
