using Sextant.Evidence.Changes;
using Sextant.Map;
using Sextant.Posture;
using Sextant.Posture.Compare;
using Spectre.Console;

namespace Sextant.Cli.Output;

/// <summary>A change for a person at a terminal: what it brings and why, what it fixes, what it does to the inventory.</summary>
internal sealed class ChangeReport(IAnsiConsole console, PostureChange change, bool all)
{
    private const int Top = 12;
    private readonly int _top = all ? int.MaxValue : Top;

    /// <summary>Prints to stdout (coloured on a terminal) or to a writer (plain).</summary>
    public static void Print(PostureChange change, string before, string after, bool all, TextWriter? writer = null)
    {
        var report = new ChangeReport(Terminal.Of(writer), change, all);
        report.Line($"[bold underline]{Markup.Escape($"{before} → {after}: {ChangeWords.Headline(change)}")}[/]");
        report.Line($"  {Markup.Escape(ChangeWords.Counts(change))}");
        report.Findings("New findings", change.New, full: true);
        report.Findings("Got worse", [.. change.Worse.Select(w => w.After)], full: true);
        report.Paths("Attack paths that appear", change.NewPaths);
        report.Findings("Fixed", change.Gone, full: false);
        report.Paths("Attack paths that go", change.GonePaths);
        report.Inventory();
    }

    private void Findings(string heading, IReadOnlyList<Finding> findings, bool full)
    {
        if (findings.Count == 0)
            return;
        Heading($"{heading}: {findings.Count:N0}");
        foreach (var finding in findings.Take(_top))
        {
            Line($"  {Kebab<Severity>.Name(finding.Severity),-8} {finding.Score,3}  [bold]{Markup.Escape(finding.Title)}[/]  [grey]{finding.Rule}[/]");
            Line($"      {Markup.Escape(finding.Asset.Value)}");
            if (!full)
                continue;
            if (finding.Evidence.FirstOrDefault(e => e.Path.Length > 0) is { } seen)
                Line($"      at   {Markup.Escape(seen.Line > 0 ? $"{seen.Path}:{seen.Line}" : seen.Path)}");
            if (finding.Why.Count > 0)
                Line($"      why  {Markup.Escape(finding.Why[0])}");
            if (finding.Remediation.Count > 0)
                Line($"      fix  {Markup.Escape(finding.Remediation[0])}");
        }

        More(findings.Count);
    }

    private void Paths(string heading, IReadOnlyList<AttackPath> paths)
    {
        if (paths.Count == 0)
            return;
        Heading($"{heading}: {paths.Count:N0}");
        foreach (var path in paths.Take(_top))
        {
            Line($"  {path.Score,3}  [bold]{Markup.Escape(path.Title)}[/]");
            Line($"       [grey]{Markup.Escape(string.Join(" → ", path.Steps.Select(s => s.To.Value).Prepend(path.Steps[0].From.Value)))}[/]");
        }

        More(paths.Count);
    }

    private void Inventory()
    {
        var lines = ChangeWords.Inventory(change).ToArray();
        if (lines.Length == 0)
            return;
        Heading("Assets and relations");
        foreach (var line in lines.Take(all ? int.MaxValue : 3 * Top))
            Line($"  {line.Sign} {line.Kind,-14} {Markup.Escape(line.What)}  [grey]{Markup.Escape(line.Detail)}[/]");
        if (!all && lines.Length > 3 * Top)
            Line($"  … and {lines.Length - (3 * Top):N0} more; --all prints them");
    }

    private void More(int count)
    {
        if (count > _top)
            Line($"  … and {count - _top:N0} more; --all prints them");
    }

    private void Heading(string text)
    {
        Line("");
        Line($"[bold underline]{Markup.Escape(text)}[/]");
    }

    private void Line(string markup) => console.MarkupLine(markup);
}
