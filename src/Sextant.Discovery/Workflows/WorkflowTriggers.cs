using Sextant.Documents;

namespace Sextant.Discovery.Workflows;

/// <summary>What starts a workflow.</summary>
internal static class WorkflowTriggers
{
    // In the order in which one outweighs another: what strangers can start comes first.
    private static readonly (string Event, string Trigger)[] Order =
    [
        ("pull_request_target", "untrusted-pull-request"), ("issue_comment", "untrusted-pull-request"), ("issues", "untrusted-pull-request"),
        ("discussion", "untrusted-pull-request"), ("discussion_comment", "untrusted-pull-request"), ("fork", "untrusted-pull-request"),
        ("watch", "untrusted-pull-request"),
        ("pull_request", "pull-request"), ("pull_request_review", "pull-request"), ("pull_request_review_comment", "pull-request"), ("merge_group", "pull-request"),
        ("schedule", "schedule"), ("push", "push"), ("release", "release"), ("workflow_dispatch", "manual"), ("repository_dispatch", "manual"), ("workflow_call", "call"), ("workflow_run", "call"),
    ];

    /// <summary>The events of a workflow.</summary>
    public static IReadOnlyList<string> Events(DocumentNode root)
    {
        var on = root["on"];
        return on.IsMap ? [.. on.Entries.Select(e => e.Key.Text)] : [.. on.Texts];
    }

    /// <summary>The facet <c>trigger</c>: of several events, the one that outweighs; null if none is known.</summary>
    public static string? Of(IReadOnlyList<string> events) => Order.FirstOrDefault(o => events.Contains(o.Event, StringComparer.Ordinal)).Trigger;

    /// <summary>The text of strangers that comes with the events.</summary>
    public static IEnumerable<string> Texts(IReadOnlyList<string> events) => events.Select(e => e switch
    {
        "issues" => "issue text",
        "issue_comment" => "issue comments",
        "pull_request" or "pull_request_target" => "pull request text",
        "pull_request_review" or "pull_request_review_comment" => "review comments",
        "discussion" or "discussion_comment" => "discussion text",
        _ => "",
    }).Where(t => t.Length > 0);
}
