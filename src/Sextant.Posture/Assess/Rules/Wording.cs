using System.Text;
using Sextant.Map;

namespace Sextant.Posture.Assess.Rules;

/// <summary>The words of the map in plain English.</summary>
internal static class Wording
{
    /// <summary><c>AI service</c>, <c>MCP server</c>, <c>data store</c>.</summary>
    public static string Kind(AssetKind kind) => kind switch
    {
        AssetKind.AiService => "AI service",
        AssetKind.McpServer => "MCP server",
        AssetKind.Internet => "Internet",
        _ => Kebab<AssetKind>.Name(kind).Replace('-', ' '),
    };

    /// <summary>Several kinds with "or" between them.</summary>
    public static string Kinds(IReadOnlyList<AssetKind> kinds) => string.Join(" or ", kinds.Select(Kind));

    /// <summary>Relations as verbs with "or" between them.</summary>
    public static string Relations(IReadOnlyList<RelationKind> kinds) => string.Join(" or ", kinds.Select(Verb));

    /// <summary>A facet's name as words: <c>trustRemoteCode</c> is <c>trust remote code</c>.</summary>
    public static string Facet(string name)
    {
        var words = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsUpper(c))
                words.Append(' ');
            words.Append(char.ToLowerInvariant(c));
        }

        return words.ToString();
    }

    /// <summary>What nobody read about an asset, as the subject of a sentence: <c>what send_mail can do</c>.</summary>
    /// <param name="facet">The facet without a value.</param>
    /// <param name="name">The asset's name.</param>
    public static string Question(string facet, string name) => facet switch
    {
        "capabilities" => $"what {name} can do",
        "autonomy" => $"whether a person approves what {name} does",
        "approval" => $"whether the use of {name} is approved",
        "pinned" => $"whether {name} is fixed to a version",
        _ => $"the {Facet(facet)} of {name}",
    };

    /// <summary><c>an agent</c>, <c>a tool</c>.</summary>
    public static string WithArticle(string noun) =>
        noun == "Internet" ? "the Internet" : (IsSpokenWithVowel(noun) ? "an " : "a ") + noun;

    /// <summary>A severity in lower case.</summary>
    public static string Severity(Severity severity) => severity.ToString().ToLowerInvariant();

    private static bool IsSpokenWithVowel(string noun) =>
        noun[0] is 'a' or 'e' or 'i' or 'o' or 'A' or 'I' || noun.StartsWith("MCP", StringComparison.Ordinal);

    private static string Verb(RelationKind kind) => kind switch
    {
        RelationKind.TrainedOn or RelationKind.FineTunedFrom or RelationKind.EvaluatedOn or RelationKind.ProducedBy or RelationKind.RegisteredIn
            or RelationKind.PromptedBy or RelationKind.GuardedBy or RelationKind.ProvidedBy or RelationKind.BuiltFrom or RelationKind.DefinedIn
            or RelationKind.DeployedBy or RelationKind.OwnedBy => "is " + Kebab<RelationKind>.Name(kind).Replace('-', ' '),
        RelationKind.ObservedUsing => "is seen using",
        RelationKind.Grants => "gives access to",
        _ => Kebab<RelationKind>.Name(kind).Replace('-', ' '),
    };
}
