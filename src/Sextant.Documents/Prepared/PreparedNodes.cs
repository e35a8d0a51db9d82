namespace Sextant.Documents.Prepared;

/// <summary>Makes nodes of packed documents, those below a node when they are asked for.</summary>
internal sealed class PreparedNodes(ReadOnlyMemory<byte> bytes, PreparedTexts texts)
{
    /// <summary>The nodes that stand one after another.</summary>
    public DocumentNode[] Items(int at, int count)
    {
        var items = new DocumentNode[count];
        for (var i = 0; i < count; i++)
            items[i] = Node(ref at);
        return items;
    }

    /// <summary>The entries of a map.</summary>
    public KeyValuePair<DocumentNode, DocumentNode>[] Entries(int at, int count)
    {
        var entries = new KeyValuePair<DocumentNode, DocumentNode>[count];
        for (var i = 0; i < count; i++)
        {
            var key = Node(ref at);
            entries[i] = new(key, Node(ref at));
        }

        return entries;
    }

    private DocumentNode Node(ref int at)
    {
        var span = bytes.Span;
        var head = span[at++];
        var kind = (NodeKind)(head >> 1);
        var (line, column) = (Varint.Read(span, ref at), Varint.Read(span, ref at));
        if (kind is NodeKind.Null)
            return DocumentNode.Null(line, column);
        if (kind is NodeKind.Scalar)
            return DocumentNode.Scalar(texts[Varint.Read(span, ref at)], (head & 1) != 0, line, column);
        var (weight, count, length) = (Varint.Read(span, ref at), Varint.Read(span, ref at), Varint.Read(span, ref at));
        var below = at;
        at += length;
        return DocumentNode.Prepared(kind, line, column, weight, new Below(this, below, count));
    }

    /// <summary>Where the nodes below a node stand.</summary>
    internal readonly record struct Below(PreparedNodes Nodes, int At, int Count);
}
