using Sextant.Documents;

namespace Sextant.Discovery.Policies;

/// <summary>A statement of an AWS policy document.</summary>
internal sealed record PolicyStatement(DocumentNode Node)
{
    private static readonly string[] Restricting =
    [
        "aws:SourceVpce", "aws:SourceVpc", "aws:PrincipalOrgID", "aws:PrincipalOrgPaths", "aws:PrincipalAccount", "aws:SourceAccount", "aws:SourceArn", "aws:PrincipalArn",
        "aws:SourceOrgID", "aws:userid", "aws:PrincipalTag", "s3:DataAccessPointAccount", "aws:VpceOrgID", "aws:VpceAccount",
    ];

    public bool IsAllow => Node["Effect"].Text == "Allow";

    public bool IsDeny => Node["Effect"].Text == "Deny";

    public IReadOnlyList<string> Resources { get; } = [.. Node["Resource"].Texts.Take(500)];

    /// <summary>Whether anybody may act by it: <c>"*"</c> or <c>{"AWS": "*"}</c>.</summary>
    public bool IsPublic => Node["Principal"].Text == "*" || Node["Principal"]["AWS"].Texts.Contains("*", StringComparer.Ordinal);

    /// <summary>The principals by name.</summary>
    public IEnumerable<string> Principals => Node["Principal"]["AWS"].Texts.Where(p => p != "*").Take(500);

    /// <summary>Whether the document says who acts, as those of resources do.</summary>
    public bool NamesPrincipal => Node["Principal"].Exists;

    public bool HasConditions => Node["Condition"].Entries.Count > 0;

    /// <summary>The key of a condition that keeps strangers out whatever else is said; null if there is none.</summary>
    public string? RestrictedBy => Node["Condition"].Entries.SelectMany(o => o.Value.Entries).Select(c => c.Key.Text)
        .FirstOrDefault(k => Restricting.Any(r => k.StartsWith(r, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Whether it covers an action, written as <c>s3:GetObject</c>.</summary>
    public bool Covers(string action)
    {
        var listed = Node["Action"].Texts.Any(a => Matches(a, action));
        return Node["NotAction"].Exists ? !Node["NotAction"].Texts.Any(a => Matches(a, action)) : listed;
    }

    /// <summary>Whether a pattern with <c>*</c> and <c>?</c> matches, in any case.</summary>
    public static bool Matches(string pattern, string text) => Map.Glob.Matches(pattern.ToLowerInvariant(), text.ToLowerInvariant());
}
