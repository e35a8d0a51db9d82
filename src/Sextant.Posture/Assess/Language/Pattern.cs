using Sextant.Map;

namespace Sextant.Posture.Assess.Language;

/// <summary>
/// A pattern as a graph: every name is one node with a slot, and every edge points as its relation does. The slots of the
/// names of <c>match</c> are shared by all patterns of a rule; a name that another pattern introduces has a slot above them.
/// </summary>
/// <param name="Nodes">The nodes in the order in which they are first drawn.</param>
/// <param name="Edges">The edges in the order in which they are drawn.</param>
public sealed record Pattern(IReadOnlyList<PatternNode> Nodes, IReadOnlyList<PatternEdge> Edges)
{
    /// <summary>One more than the highest slot used.</summary>
    public int Slots => Nodes.Max(n => n.Slot) + 1;
}

/// <summary>A node of a pattern: what an asset must be.</summary>
/// <param name="Name">The name, or null for one that is nowhere else named.</param>
/// <param name="Slot">Where the asset is kept that the node stands for.</param>
/// <param name="Kinds">The kinds it may be; empty where another pattern already said.</param>
/// <param name="Tests">The facets it must have.</param>
public sealed record PatternNode(string? Name, int Slot, IReadOnlyList<AssetKind> Kinds, IReadOnlyList<PropertyTest> Tests);

/// <summary>An edge of a pattern: a relation, or a way of several.</summary>
/// <param name="Name">The name, or null.</param>
/// <param name="From">The slot where the relation starts.</param>
/// <param name="To">The slot where it ends.</param>
/// <param name="Kinds">The kinds it may be, for every step.</param>
/// <param name="Min">The fewest steps.</param>
/// <param name="Max">The most steps.</param>
/// <param name="DrawnForward">Whether the pattern is drawn along the relation.</param>
public sealed record PatternEdge(string? Name, int From, int To, IReadOnlyList<RelationKind> Kinds, int Min, int Max, bool DrawnForward);
