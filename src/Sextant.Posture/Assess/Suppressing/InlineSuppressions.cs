using Sextant.Map;

namespace Sextant.Posture.Assess.Suppressing;

/// <summary>A comment <c>sextant:ignore RULE reason</c> in a file.</summary>
/// <param name="Path">The file, as evidence names it.</param>
/// <param name="Line">The line of the comment, from 1.</param>
/// <param name="Rule">The rule's id; <c>*</c> in it stands for any text.</param>
/// <param name="Reason">Why. Without a reason it does not apply.</param>
public sealed record InlineIgnore(string Path, int Line, string Rule, string Reason)
{
    /// <summary>What such a comment holds; a literal to look for before reading lines.</summary>
    public const string Marker = "sextant:ignore";

    /// <summary>Reads the comment of a line of text, or null if it has none.</summary>
    public static InlineIgnore? Read(string path, int line, ReadOnlySpan<char> text)
    {
        var at = text.IndexOf(Marker, StringComparison.Ordinal);
        if (at < 0)
            return null;
        var rest = text[(at + Marker.Length)..];
        if (rest.IsEmpty || !char.IsWhiteSpace(rest[0]))
            return null;
        rest = rest.Trim();
        var end = rest.IndexOfAny(' ', '\t');
        var rule = end < 0 ? rest : rest[..end];
        var reason = end < 0 ? [] : rest[end..].Trim();
        return rule.IsEmpty ? null : new InlineIgnore(path, line, rule.ToString(), Closed(reason).ToString());
    }

    // What closes a comment is no part of the reason.
    private static ReadOnlySpan<char> Closed(ReadOnlySpan<char> reason)
    {
        foreach (var close in (ReadOnlySpan<string>)["*/", "-->", "#}", "%}"])
        {
            if (reason.EndsWith(close, StringComparison.Ordinal))
                reason = reason[..^close.Length].TrimEnd();
        }

        return reason;
    }
}

/// <summary>Suppresses findings by comments: a comment hits a finding that has evidence on its line or on the next.</summary>
public static class InlineSuppressions
{
    /// <summary>Applies comments to findings.</summary>
    public static SuppressionResult Apply(IReadOnlyList<Finding> findings, IReadOnlyList<InlineIgnore> comments)
    {
        var warnings = comments.Where(c => c.Reason.Length == 0)
            .Select(c => $"{c.Path}:{c.Line}: the comment {InlineIgnore.Marker} {c.Rule} gives no reason and does not apply").ToArray();
        var byPlace = comments.Where(c => c.Reason.Length > 0).ToLookup(c => (c.Path, c.Line));
        return Suppressions.Split(findings, warnings, f => f.Evidence.Where(e => e.Line > 0)
            .SelectMany(e => byPlace[(e.Path, e.Line)].Concat(byPlace[(e.Path, e.Line - 1)]))
            .FirstOrDefault(c => Glob.Matches(c.Rule, f.Rule)) is { } comment
            ? new SuppressedFinding(f, Excerpt.OneLine(comment.Reason, Evidence.MaxDetail), $"{comment.Path}:{comment.Line}")
            : null);
    }
}
