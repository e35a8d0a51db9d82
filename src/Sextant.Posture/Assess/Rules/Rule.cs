using Sextant.Posture.Assess.Language;

namespace Sextant.Posture.Assess.Rules;

/// <summary>A check, as its YAML file says it, with all words checked.</summary>
public sealed record Rule
{
    /// <summary>The id, which is the file's name without its ending.</summary>
    public required string Id { get; init; }

    /// <summary>What is wrong, in one line.</summary>
    public required string Title { get; init; }

    /// <summary>How bad it is by itself.</summary>
    public required Severity Severity { get; init; }

    /// <summary>What the rule looks for and why it matters.</summary>
    public required string Description { get; init; }

    /// <summary>What must be there.</summary>
    public required Pattern Match { get; init; }

    /// <summary>What must not be there, each by itself.</summary>
    public IReadOnlyList<Pattern> Unless { get; init; } = [];

    /// <summary>Comparisons that must hold, all of them.</summary>
    public IReadOnlyList<Condition> Where { get; init; } = [];

    /// <summary>What makes it worse.</summary>
    public IReadOnlyList<RaiseCondition> Raise { get; init; } = [];

    /// <summary>The node that a finding is about, as a position in the nodes of <see cref="Match"/>.</summary>
    public required int Asset { get; init; }

    /// <summary>The nodes that tell one finding from another.</summary>
    public required IReadOnlyList<int> Key { get; init; }

    /// <summary>The nodes that are listed beside the asset.</summary>
    public required IReadOnlyList<int> Related { get; init; }

    /// <summary>The sentence that explains a finding.</summary>
    public required Template Why { get; init; }

    /// <summary>What to do about it.</summary>
    public required RuleFix Fix { get; init; }

    /// <summary>What it is in frameworks, as <c>owasp-llm:LLM06</c>, sorted.</summary>
    public IReadOnlyList<string> Frameworks { get; init; } = [];

    /// <summary>Small maps on which the rule's result is known.</summary>
    public IReadOnlyList<RuleExample> Examples { get; init; } = [];

    /// <summary>The file, as it was given.</summary>
    public required string File { get; init; }

    /// <summary>The name of the node that a finding is about.</summary>
    public string AssetName => Match.Nodes[Asset].Name ?? "";

    /// <summary>What outputs need to know of it.</summary>
    public RuleInfo ToInfo() => new(Id, Title, Severity, Description, [.. Fix.Steps.Select(s => s.Fill(HoleName))], Frameworks);

    private string HoleName(TemplatePart hole)
    {
        var name = Match.Nodes[hole.Slot].Name ?? "";
        return hole.Property is null or "id" ? $"the {Wording.Kinds(Match.Nodes[hole.Slot].Kinds)} '{name}'" : $"its {Wording.Facet(hole.Property)}";
    }
}

/// <summary>What makes a finding worse than its rule's severity.</summary>
/// <param name="When">What must be there.</param>
/// <param name="To">The severity then.</param>
/// <param name="Because">Why, in a few words.</param>
public sealed record RaiseCondition(Pattern When, Severity To, Template Because);

/// <summary>What to do about a finding.</summary>
/// <param name="Effort"><c>minutes</c>, <c>hours</c> or <c>days</c>.</param>
/// <param name="Breaks">The edges of <c>match</c> that the fix removes, as positions in its edges.</param>
/// <param name="Steps">What to do, in order.</param>
public sealed record RuleFix(string Effort, IReadOnlyList<int> Breaks, IReadOnlyList<Template> Steps);

/// <summary>What a rule must say of an example.</summary>
public enum ExampleKind
{
    /// <summary>A finding.</summary>
    Fails,

    /// <summary>Neither a finding nor a doubt.</summary>
    Passes,

    /// <summary>Not assessed, and no finding.</summary>
    Unknown,
}

/// <summary>A small map on which a rule's result is known.</summary>
/// <param name="Kind">The result.</param>
/// <param name="Name">What the example shows.</param>
/// <param name="Graph">The map.</param>
/// <param name="Severity">The severity that the finding must have, if the example says so.</param>
/// <param name="Line">The line of the rule's file.</param>
public sealed record RuleExample(ExampleKind Kind, string Name, ExampleGraph Graph, Severity? Severity, int Line);
