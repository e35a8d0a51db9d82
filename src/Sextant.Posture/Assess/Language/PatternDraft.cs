using Sextant.Map;

namespace Sextant.Posture.Assess.Language;

/// <summary>A pattern while it is bound.</summary>
internal sealed class PatternDraft(IReadOnlyDictionary<string, int> shared, int firstFree)
{
    private readonly Dictionary<string, Node> _byName = new(StringComparer.Ordinal);
    private int _nextSlot = firstFree;

    public List<Node> Nodes { get; } = [];

    public List<PatternEdge> Edges { get; } = [];

    /// <summary>Names that have a kind.</summary>
    public IEnumerable<string> Names =>
        shared.Keys.Concat(_byName.Where(n => n.Value.Kinds.Count > 0).Select(n => n.Key)).Distinct().Order(StringComparer.Ordinal);

    /// <summary>Whether every node can be got to from every other, or from a name of <c>match</c>.</summary>
    public bool IsConnected
    {
        get
        {
            var groups = Nodes.ToDictionary(n => n.Slot, n => n.Slot);
            var anchor = Nodes.Find(n => n.IsShared)?.Slot ?? Nodes[0].Slot;
            foreach (var node in Nodes.Where(n => n.IsShared))
                groups[node.Slot] = anchor;
            foreach (var edge in Edges)
                Unite(groups, edge.From, edge.To);
            return (shared.Count == 0 || Nodes.Exists(n => n.IsShared)) && groups.Values.Distinct().Count() == 1;
        }
    }

    /// <summary>The node of a name; a new one for a name not seen before, and for no name.</summary>
    public Node NodeOf(NodeSyntax syntax)
    {
        if (syntax.Name is { } name && _byName.TryGetValue(name.Text, out var known))
            return known;
        var isShared = syntax.Name is not null && shared.ContainsKey(syntax.Name.Text);
        var slot = isShared && syntax.Name is not null ? shared[syntax.Name.Text] : _nextSlot++;
        var node = new Node(syntax.Name?.Text, slot, isShared, syntax.Offset);
        Nodes.Add(node);
        if (node.Name is not null)
            _byName[node.Name] = node;
        return node;
    }

    public Pattern ToPattern() => new([.. Nodes.Select(n => new PatternNode(n.Name, n.Slot, n.Kinds, [.. n.Tests]))], [.. Edges]);

    private static void Unite(Dictionary<int, int> groups, int a, int b)
    {
        var (keep, drop) = (groups[a], groups[b]);
        foreach (var slot in groups.Where(g => g.Value == drop).Select(g => g.Key).ToArray())
            groups[slot] = keep;
    }

    internal sealed class Node(string? name, int slot, bool isShared, int offset)
    {
        public string? Name { get; } = name;

        public int Slot { get; } = slot;

        public bool IsShared { get; } = isShared;

        public int Offset { get; } = offset;

        public bool HasUnknownKind { get; set; }

        public IReadOnlyList<AssetKind> Kinds { get; set; } = [];

        public List<PropertyTest> Tests { get; } = [];
    }
}
