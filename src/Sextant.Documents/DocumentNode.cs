using Sextant.Documents.Prepared;

namespace Sextant.Documents;

/// <summary>What a node of a document is.</summary>
public enum NodeKind
{
    /// <summary>Asked for and not there; behaves as an empty node, so that chains of look-ups need no checks.</summary>
    Missing,

    /// <summary>An explicit null.</summary>
    Null,

    /// <summary>A text, number or flag; see <see cref="DocumentNode.Text"/>.</summary>
    Scalar,

    /// <summary>A list.</summary>
    List,

    /// <summary>A map of texts to nodes, in the order of the document.</summary>
    Map,
}

/// <summary>
/// A node of a YAML, JSON or TOML document, with the place where it stands. One shape for all three, so that what reads
/// configuration does not care how it was written.
/// </summary>
public sealed class DocumentNode
{
    private readonly PreparedNodes.Below? _below;
    private DocumentNode[]? _items;
    private KeyValuePair<DocumentNode, DocumentNode>[]? _entries;

    private DocumentNode(NodeKind kind, string text, bool quoted, DocumentNode[] items, KeyValuePair<DocumentNode, DocumentNode>[] entries, int line, int column)
    {
        (Kind, Text, IsQuoted, _items, _entries, Line, Column) = (kind, text, quoted, items, entries, line, column);
        var weight = 1L;
        foreach (var item in items)
            weight += item.Weight;
        foreach (var entry in entries)
            weight += 1 + entry.Value.Weight;
        Weight = Math.Min(weight, int.MaxValue);
    }

    private DocumentNode(NodeKind kind, int line, int column, long weight, PreparedNodes.Below below) =>
        (Kind, Text, Line, Column, Weight, _below) = (kind, "", line, column, weight, below);

    /// <summary>What was asked for and is not there.</summary>
    public static DocumentNode Missing { get; } = new(NodeKind.Missing, "", false, [], [], 0, 0);

    /// <summary>What it is.</summary>
    public NodeKind Kind { get; }

    /// <summary>The text of a scalar, as written (numbers and flags too); empty for anything else.</summary>
    public string Text { get; }

    /// <summary>Whether a scalar was quoted, and so is a text and no number or flag.</summary>
    public bool IsQuoted { get; }

    /// <summary>The line, from 1; 0 for a missing node.</summary>
    public int Line { get; }

    /// <summary>The column, from 1; 0 for a missing node.</summary>
    public int Column { get; }

    /// <summary>Nodes below and including this one, as if aliases were written out.</summary>
    public long Weight { get; }

    /// <summary>The items of a list; empty for anything else.</summary>
    public IReadOnlyList<DocumentNode> Items => ItemArray;

    /// <summary>The entries of a map, in the order of the document; empty for anything else. Keys are scalars.</summary>
    public IReadOnlyList<KeyValuePair<DocumentNode, DocumentNode>> Entries => EntryArray;

    // What is below a prepared node is made when it is asked for; two threads may both make it, and make the same.
    private DocumentNode[] ItemArray => _items ??= Kind == NodeKind.List && _below is { } below ? below.Nodes.Items(below.At, below.Count) : [];

    private KeyValuePair<DocumentNode, DocumentNode>[] EntryArray =>
        _entries ??= Kind == NodeKind.Map && _below is { } below ? below.Nodes.Entries(below.At, below.Count) : [];

    /// <summary>Whether there is something: not missing and not null.</summary>
    public bool Exists => Kind is not (NodeKind.Missing or NodeKind.Null);

    /// <summary>Whether it is a map.</summary>
    public bool IsMap => Kind == NodeKind.Map;

    /// <summary>Whether it is a list.</summary>
    public bool IsList => Kind == NodeKind.List;

    /// <summary>Whether it is a text, number or flag.</summary>
    public bool IsScalar => Kind == NodeKind.Scalar;

    /// <summary>The value of a key of a map; <see cref="Missing"/> if there is none or this is no map.</summary>
    public DocumentNode this[string key]
    {
        get
        {
            foreach (var (name, value) in EntryArray)
            {
                if (string.Equals(name.Text, key, StringComparison.Ordinal))
                    return value;
            }

            return Missing;
        }
    }

    /// <summary>The text of a scalar, or null if this is none.</summary>
    public string? TextOrNull => IsScalar ? Text : null;

    /// <summary>The flag of an unquoted scalar (<c>true</c>, <c>false</c> and YAML's <c>yes</c>, <c>no</c>, <c>on</c>, <c>off</c>), or null.</summary>
    public bool? Flag => !IsScalar || IsQuoted ? null : Text.ToLowerInvariant() switch
    {
        "true" or "yes" or "on" => true,
        "false" or "no" or "off" => false,
        _ => null,
    };

    /// <summary>The texts of a list of scalars, or of one scalar; empty for anything else.</summary>
    public IEnumerable<string> Texts => IsScalar ? [Text] : ItemArray.Where(i => i.IsScalar).Select(i => i.Text);

    /// <summary>This and every node below it, depth first. Bounded by the limits with which the document was read.</summary>
    public IEnumerable<DocumentNode> All()
    {
        yield return this;
        foreach (var item in ItemArray)
        {
            foreach (var below in item.All())
                yield return below;
        }

        foreach (var (_, value) in EntryArray)
        {
            foreach (var below in value.All())
                yield return below;
        }
    }

    /// <summary>A scalar.</summary>
    public static DocumentNode Scalar(string text, bool quoted, int line, int column) => new(NodeKind.Scalar, text, quoted, [], [], line, column);

    /// <summary>A null.</summary>
    public static DocumentNode Null(int line, int column) => new(NodeKind.Null, "", false, [], [], line, column);

    /// <summary>A list.</summary>
    public static DocumentNode List(IEnumerable<DocumentNode> items, int line, int column) => new(NodeKind.List, "", false, [.. items], [], line, column);

    /// <summary>A map.</summary>
    public static DocumentNode Map(IEnumerable<KeyValuePair<DocumentNode, DocumentNode>> entries, int line, int column) =>
        new(NodeKind.Map, "", false, [], [.. entries], line, column);

    /// <summary>A list or map of a prepared document.</summary>
    internal static DocumentNode Prepared(NodeKind kind, int line, int column, long weight, PreparedNodes.Below below) => new(kind, line, column, weight, below);

    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        NodeKind.Scalar => Text,
        NodeKind.List => $"[{ItemArray.Length} items]",
        NodeKind.Map => $"{{{string.Join(", ", EntryArray.Select(e => e.Key.Text))}}}",
        _ => Kind.ToString(),
    };
}
