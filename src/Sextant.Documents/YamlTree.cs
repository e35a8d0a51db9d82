using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Sextant.Documents;

/// <summary>Builds the tree of one YAML document.</summary>
internal sealed class YamlTree(IParser parser, DocumentLimits limits)
{
    private readonly Dictionary<string, DocumentNode> _anchors = new(StringComparer.Ordinal);
    private long _nodes;

    /// <summary>Reads the node that the parser stands at.</summary>
    public DocumentNode Node(int depth)
    {
        var line = (int)(parser.Current?.Start.Line ?? 0);
        if (depth > limits.MaxDepth)
            throw new DocumentTooLargeException($"nested deeper than {limits.MaxDepth} levels", line);
        Count(1, line);
        if (parser.TryConsume<AnchorAlias>(out var alias))
            return Alias(alias);
        if (parser.TryConsume<Scalar>(out var scalar))
            return Anchored(scalar, Scalar(scalar));
        if (parser.TryConsume<SequenceStart>(out var sequence))
            return Anchored(sequence, List(sequence, depth));
        if (parser.TryConsume<MappingStart>(out var mapping))
            return Anchored(mapping, Map(mapping, depth));
        throw new YamlException(parser.Current?.Start ?? Mark.Empty, parser.Current?.End ?? Mark.Empty, "a value is expected here");
    }

    private DocumentNode Alias(AnchorAlias alias)
    {
        if (!_anchors.TryGetValue(alias.Value.Value, out var node))
            throw new YamlException(alias.Start, alias.End, $"the anchor '{alias.Value.Value}' is not defined before this alias");
        Count(node.Weight, (int)alias.Start.Line);
        return node;
    }

    private DocumentNode Anchored(NodeEvent start, DocumentNode node)
    {
        if (!start.Anchor.IsEmpty)
            _anchors[start.Anchor.Value] = node;
        return node;
    }

    private static DocumentNode Scalar(Scalar scalar)
    {
        var (line, column) = ((int)scalar.Start.Line, (int)scalar.Start.Column);
        var plain = scalar.Style == ScalarStyle.Plain;
        return plain && scalar.Value is "" or "~" or "null" or "Null" or "NULL" && plain
            ? DocumentNode.Null(line, column)
            : DocumentNode.Scalar(scalar.Value, !plain, line, column);
    }

    private DocumentNode List(SequenceStart start, int depth)
    {
        var items = new List<DocumentNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
            items.Add(Node(depth + 1));
        return DocumentNode.List(items, (int)start.Start.Line, (int)start.Start.Column);
    }

    private DocumentNode Map(MappingStart start, int depth)
    {
        var entries = new List<KeyValuePair<DocumentNode, DocumentNode>>();
        var merged = new List<DocumentNode>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Node(depth + 1);
            var value = Node(depth + 1);
            if (key is { Text: "<<", IsQuoted: false })
                merged.Add(value);
            else
                entries.Add(new(key, value));
        }

        if (merged.Count > 0)
            Merge(entries, merged);
        return DocumentNode.Map(entries, (int)start.Start.Line, (int)start.Start.Column);
    }

    // A key of the map itself holds over a merged one, and an earlier merged one over a later.
    private static void Merge(List<KeyValuePair<DocumentNode, DocumentNode>> entries, List<DocumentNode> merged)
    {
        var own = entries.Select(e => e.Key.Text).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in merged.SelectMany(m => m.IsList ? m.Items : [m]).SelectMany(source => source.Entries))
        {
            if (own.Add(entry.Key.Text))
                entries.Add(entry);
        }
    }

    private void Count(long nodes, int line)
    {
        _nodes += nodes;
        if (_nodes > limits.MaxNodes)
            throw new DocumentTooLargeException($"more than {limits.MaxNodes:N0} values, aliases written out", line);
    }
}

/// <summary>A document went over its limits. Stays inside this assembly.</summary>
internal sealed class DocumentTooLargeException(string message, int line) : Exception(message)
{
    public int Line { get; } = line;
}
