namespace Sextant.Discovery.Workflows;

/// <summary>Reads the expressions of GitHub workflows: <c>${{ … }}</c>.</summary>
internal static class Expressions
{
    private static readonly string[] Untrusted =
    [
        "github.event.issue.title", "github.event.issue.body", "github.event.pull_request.title", "github.event.pull_request.body",
        "github.event.pull_request.head.ref", "github.event.pull_request.head.label", "github.event.pull_request.head.repo.default_branch",
        "github.head_ref", "github.event.comment.body", "github.event.review.body", "github.event.review_comment.body", "github.event.discussion.title",
        "github.event.discussion.body", "github.event.head_commit.message", "github.event.head_commit.author.name", "github.event.head_commit.author.email",
        "github.event.workflow_run.head_branch", "github.event.workflow_run.head_commit.message", "github.event.workflow_run.display_title",
        "github.event.workflow_run.pull_requests", "github.event.commits", "github.event.pages",
    ];

    /// <summary>The expressions of a text.</summary>
    public static IEnumerable<string> In(string text)
    {
        for (var at = text.IndexOf("${{", StringComparison.Ordinal); at >= 0; at = text.IndexOf("${{", at + 3, StringComparison.Ordinal))
        {
            var end = text.IndexOf("}}", at, StringComparison.Ordinal);
            if (end < 0)
                yield break;
            yield return text[(at + 3)..end].Trim();
        }
    }

    /// <summary>The secrets that a text names: <c>secrets.NAME</c> or <c>secrets['NAME']</c>, within expressions.</summary>
    public static IEnumerable<string> Secrets(string text)
    {
        foreach (var expression in In(text))
        {
            for (var at = expression.IndexOf("secrets", StringComparison.Ordinal); at >= 0; at = expression.IndexOf("secrets", at + 7, StringComparison.Ordinal))
            {
                var start = at + 7;
                while (start < expression.Length && expression[start] is '.' or '[' or '\'' or '"')
                    start++;
                var end = start;
                while (end < expression.Length && (char.IsAsciiLetterOrDigit(expression[end]) || expression[end] == '_'))
                    end++;
                if (start > at + 7 && end > start)
                    yield return expression[start..end];
            }
        }
    }

    /// <summary>What strangers write that a text takes in.</summary>
    public static IEnumerable<string> UntrustedIn(string text) =>
        In(text).SelectMany(e => Untrusted.Where(u => Names(e, u))).Distinct(StringComparer.Ordinal);

    private static bool Names(string expression, string untrusted)
    {
        var at = expression.IndexOf(untrusted, StringComparison.OrdinalIgnoreCase);
        var end = at + untrusted.Length;
        return at >= 0 && (end == expression.Length || !(char.IsAsciiLetterOrDigit(expression[end]) || expression[end] == '_'));
    }
}
