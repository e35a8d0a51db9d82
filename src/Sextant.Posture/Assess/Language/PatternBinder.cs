using Sextant.Map;

namespace Sextant.Posture.Assess.Language;

/// <summary>Makes a <see cref="Pattern"/> of what was parsed: words become kinds and facets, names become slots.</summary>
internal sealed class PatternBinder(Lexicon lexicon, List<Mistake> mistakes)
{
    /// <summary>Nodes or edges that one pattern may have.</summary>
    public const int MaxParts = 32;

    private readonly TestBinder _tests = new(lexicon, mistakes);

    /// <summary>Binds a pattern.</summary>
    /// <param name="graph">The pattern as parsed.</param>
    /// <param name="shared">The slots of <c>match</c>'s names if this is another pattern of the rule; otherwise empty.</param>
    /// <param name="firstFree">The first slot that this pattern may give to new names.</param>
    public Pattern? Bind(GraphSyntax graph, IReadOnlyDictionary<string, int> shared, int firstFree)
    {
        var before = mistakes.Count;
        var draft = new PatternDraft(shared, firstFree);
        foreach (var path in graph.Paths)
            Path(draft, path);
        if (draft.Nodes.Count > MaxParts || draft.Edges.Count > MaxParts)
            mistakes.Add(new Mistake($"a pattern may have {MaxParts} nodes and {MaxParts} relations, not more", 0));
        foreach (var node in draft.Nodes.Where(n => n.Kinds.Count == 0 && !n.IsShared && !n.HasUnknownKind))
            mistakes.Add(new Mistake(NoKind(node, draft), node.Offset));
        if (mistakes.Count == before && !draft.IsConnected)
            mistakes.Add(new Mistake("the parts of this pattern do not hang together; join them by a relation or a shared name", graph.Paths[^1].Nodes[0].Offset));
        return mistakes.Count == before ? draft.ToPattern() : null;
    }

    private void Path(PatternDraft draft, PathSyntax path)
    {
        var slots = path.Nodes.Select(n => Node(draft, n)).ToArray();
        for (var i = 0; i < path.Edges.Count; i++)
        {
            var edge = path.Edges[i];
            var kinds = edge.Kinds.Select(k => Lexicon.Relation(k, mistakes)).OfType<RelationKind>().Distinct().ToArray();
            if (edge.Name is not null && draft.Edges.Exists(e => e.Name == edge.Name.Text))
                mistakes.Add(new Mistake($"two relations are named '{edge.Name.Text}'", edge.Name.Offset));
            var (from, to) = edge.Forward ? (slots[i], slots[i + 1]) : (slots[i + 1], slots[i]);
            draft.Edges.Add(new PatternEdge(edge.Name?.Text, from, to, kinds, edge.Min, edge.Max, edge.Forward));
        }
    }

    private int Node(PatternDraft draft, NodeSyntax syntax)
    {
        if (syntax.Name is { } name && !IsName(name.Text))
            mistakes.Add(new Mistake($"'{name.Text}' is no name; names are letters, digits and '_', as in (a:agent)", name.Offset));
        var node = draft.NodeOf(syntax);
        var kinds = syntax.Kinds.Select(k => Lexicon.Kind(k, mistakes)).ToArray();
        node.HasUnknownKind |= kinds.Contains(null);
        var known = kinds.OfType<AssetKind>().Distinct().ToArray();
        if (known.Length > 0 && node.Kinds.Count > 0 && !known.Order().SequenceEqual(node.Kinds.Order()))
            mistakes.Add(new Mistake($"'{node.Name}' was given another kind before", syntax.Offset));
        else if (known.Length > 0)
            node.Kinds = known;
        node.Tests.AddRange(syntax.Properties.Select(_tests.Bind).OfType<PropertyTest>());
        return node.Slot;
    }

    private static bool IsName(string text) => text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private static string NoKind(PatternDraft.Node node, PatternDraft draft) => node.Name is null
        ? "this node needs a kind, as in (:tool)"
        : $"'{node.Name}' has no kind{Suggestion.For(node.Name, [.. draft.Names.Where(n => n != node.Name)])}"
            .Replace("Allowed:", "Names with one:", StringComparison.Ordinal);
}
