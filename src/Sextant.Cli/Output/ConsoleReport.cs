using Sextant.Evidence.Summary;
using Sextant.Map;
using Sextant.Posture;
using Spectre.Console;

namespace Sextant.Cli.Output;

/// <summary>The report for a person at a terminal: the AI found, the worst findings and why, the paths, what was not assessed.</summary>
internal sealed class ConsoleReport
{
    private const int Top = 10;
    private const int NamesShown = 4;
    private const int Unlimited = 10_000;
    private readonly IAnsiConsole _console;
    private readonly ScanResult _result;
    private readonly SummaryModel _summary;
    private readonly int _top;

    private ConsoleReport(IAnsiConsole console, ScanResult result, bool all)
    {
        (_console, _result, _top) = (console, result, all ? Unlimited : Top);
        _summary = SummaryModel.Of(result, _top);
    }

    /// <summary>Prints to stdout (coloured on a terminal) or to a writer (plain).</summary>
    public static void Print(ScanResult result, bool all, TextWriter? writer = null) => new ConsoleReport(Terminal.Of(writer), result, all).Print();

    private void Print()
    {
        Inventory();
        Findings();
        Paths();
        Fixes();
        Footer();
    }

    private void Inventory()
    {
        var coverage = _result.Coverage;
        var history = coverage.Commits > 0 ? $", {coverage.Commits:N0} commits" : "";
        Heading($"{string.Join(", ", _result.Targets)}: {coverage.FilesRead:N0} files{history} read");
        Line("");
        var kinds = _summary.Kinds.Where(k => k.Kind is not (AssetKind.Repository or AssetKind.Internet)).ToArray();
        if (kinds.Length == 0)
            Line("  No AI found.");
        foreach (var (kind, count) in kinds)
        {
            var assets = _result.Map.Assets.Where(a => a.Kind == kind).ToArray();
            var beside = assets.Count(IsBesideTheProduct);
            var names = assets.OrderBy(IsBesideTheProduct).Select(a => a.Name).Distinct(StringComparer.Ordinal).ToArray();
            var more = names.Length > NamesShown ? ", …" : "";
            var of = beside == 0 ? "" : beside == count ? " (in tests and examples)" : $" ({beside:N0} in tests and examples)";
            Line($"  {Kebab<AssetKind>.Name(kind),-18} {count,6:N0}  [grey]{Markup.Escape(string.Join(", ", names.Take(NamesShown)))}{more}{of}[/]");
        }
    }

    private static bool IsBesideTheProduct(Asset asset) => asset.Text("scope") is "test" or "example" or "documentation";

    private void Findings()
    {
        var counts = _summary.Severities.Where(s => s.Count > 0).Select(s => $"{s.Count:N0} {Word(s.Severity)}");
        Line("");
        Heading(_result.Findings.Count == 0 ? "No findings" : $"Findings: {string.Join(", ", counts)}");
        foreach (var finding in _summary.Worst)
            Finding(finding);
        if (_result.Findings.Count > _summary.Worst.Count)
            Line($"\n  … and {_result.Findings.Count - _summary.Worst.Count:N0} more; --all prints them, -o report.html shows them.");
    }

    private void Finding(Finding finding)
    {
        Line("");
        Line($"  [{Colour(finding.Severity)}]{Word(finding.Severity),-8}[/] {finding.Score,3}  [bold]{Markup.Escape(finding.Title)}[/]  [grey]{finding.Rule}[/]");
        Line($"      {Markup.Escape(finding.Asset.Value)}");
        if (finding.Evidence.FirstOrDefault(e => e.Path.Length > 0) is { } seen)
            Line($"      at   {Markup.Escape(Place(seen))}");
        if (finding.Why.Count > 0)
            Line($"      why  {Markup.Escape(finding.Why[0])}");
        if (finding.Remediation.Count > 0)
            Line($"      fix  {Markup.Escape(finding.Remediation[0])}");
    }

    private void Paths()
    {
        if (_result.Paths.Count == 0)
            return;
        Line("");
        Heading($"Attack paths: {_result.Paths.Count:N0}");
        foreach (var path in _summary.TopPaths)
        {
            Line("");
            Line($"  {path.Score,3}  [bold]{Markup.Escape(path.Title)}[/]");
            foreach (var step in path.Steps)
            {
                var relation = Kebab<RelationKind>.Name(step.Relation);
                var arrow = step.Forward ? $"-[{relation}]->" : $"<-[{relation}]-";
                Line($"       {Markup.Escape(step.From.Value)} [grey]{Markup.Escape(arrow)}[/] {Markup.Escape(step.To.Value)}");
                Line($"         [grey]{Markup.Escape(step.Because)}[/]");
            }
        }
    }

    private void Fixes()
    {
        var fixes = _summary.Fixes.Where(f => f.Closes.Count + f.Breaks.Count > 1).Take(3).ToArray();
        if (fixes.Length == 0)
            return;
        Line("");
        Heading("Fix first");
        foreach (var fix in fixes)
        {
            Line($"  {Markup.Escape(fix.Finding.Remediation.Count > 0 ? fix.Finding.Remediation[0] : fix.Finding.Title)}");
            Line($"      [grey]closes {Count(fix.Closes.Count, "finding")}, breaks {Count(fix.Breaks.Count, "attack path")}[/]");
        }
    }

    private void Footer()
    {
        Line("");
        Heading("Coverage");
        var skipped = string.Join(", ", _result.Coverage.FilesSkipped.Select(s => $"{s.Value:N0} {s.Key}"));
        Line($"  {_result.Coverage.FilesRead:N0} of {_result.Coverage.FilesSeen:N0} files read{(skipped.Length > 0 ? $"; left out: {Markup.Escape(skipped)}" : "")}");
        foreach (var gap in _result.Map.Gaps.Take(_top))
            Line($"  not read      {Markup.Escape(gap.Scope)}: {Markup.Escape(gap.Reason)}");
        More(_result.Map.Gaps.Count);
        foreach (var group in _summary.NotAssessed.Take(_top))
            Line($"  not assessed  {group.Rule} at {Count(group.Assets.Count, "asset")}{(group.Assets.Count > 1 ? ", the first because" : ":")} {Markup.Escape(group.Reason)}");
        More(_summary.NotAssessed.Count);
        foreach (var suppressed in _result.Suppressed.Take(_top))
            Line($"  suppressed    {suppressed.Finding.Rule} at {Markup.Escape(suppressed.Finding.Asset.Value)}: {Markup.Escape(suppressed.Reason)} ({Markup.Escape(suppressed.Source)})");
        More(_result.Suppressed.Count);
    }

    private void More(int count)
    {
        if (count > _top)
            Line($"                … and {count - _top:N0} more");
    }

    private void Heading(string text) => _console.MarkupLine($"[bold underline]{Markup.Escape(text)}[/]");

    private void Line(string markup) => _console.MarkupLine(markup);

    private static string Count(int count, string what) => $"{count:N0} {what}{(count == 1 ? "" : "s")}";

    private static string Place(Map.Evidence seen) =>
        (seen.Line > 0 ? $"{seen.Path}:{seen.Line}" : seen.Path) + (seen.Commit is { } commit ? $" in commit {commit[..Math.Min(10, commit.Length)]}" : "");

    private static string Word(Severity severity) => severity switch
    {
        Severity.Critical => "critical",
        Severity.High => "high",
        Severity.Medium => "medium",
        Severity.Low => "low",
        _ => "info",
    };

    private static string Colour(Severity severity) => severity switch
    {
        Severity.Critical => "red bold",
        Severity.High => "red",
        Severity.Medium => "yellow",
        Severity.Low => "blue",
        _ => "grey",
    };
}
