using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Sextant.Documents.Prepared;

/// <summary>Packs documents: a head, the texts, the entries, and below the entries the sources and the nodes.</summary>
internal sealed class PreparedWriter
{
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly List<byte[]> _texts = [];

    public static byte[] Pack(IEnumerable<ReadOnlyMemory<byte>> texts)
    {
        var writer = new PreparedWriter();
        var packed = texts.Select(t => writer.Document(t)).OfType<Packed>().ToArray();
        // The places in the entries depend on how long the entries are, which depends on the places: grows until it stands still.
        var head = writer.Head(packed, 0);
        for (var start = 0; start != head.Count; head = writer.Head(packed, start))
            start = head.Count;
        var body = packed.SelectMany(p => p.Source.Concat(p.Nodes));
        return Sealed([.. head, .. body]);
    }

    private List<byte> Head(Packed[] packed, int start)
    {
        var head = new List<byte>(new byte[PreparedYaml.HeaderBytes]);
        Varint.Write(head, _texts.Count);
        foreach (var text in _texts)
            Varint.Write(head, text.Length);
        foreach (var text in _texts)
            head.AddRange(text);
        Varint.Write(head, packed.Length);
        foreach (var one in packed)
        {
            (one.Entry with { Source = start, Roots = start + one.Source.Length }).Write(head);
            start += one.Source.Length + one.Nodes.Count;
        }

        return head;
    }

    private static byte[] Sealed(byte[] bytes)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, PreparedYaml.Magic);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), bytes.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(12), PreparedYaml.Sum(bytes.AsSpan(PreparedYaml.HeaderBytes)));
        return bytes;
    }

    private Packed? Document(ReadOnlyMemory<byte> text)
    {
        var result = YamlReader.Read(text.Span);
        // What a merge hides is counted by the parser and gone from the nodes.
        if (result.Error is not null || text.Span.IndexOf("<<"u8) >= 0 || !result.Roots.All(IsUnicode))
            return null;
        var nodes = new List<byte>();
        var depth = 0;
        foreach (var root in result.Roots)
            depth = Math.Max(depth, Node(root, nodes));
        var weight = 2 * result.Roots.Sum(r => r.Weight);
        var entry = new PreparedYaml.Entry(text.Length, PreparedYaml.Sum(text.Span), 0, 0, result.Roots.Count, depth, (int)Math.Min(weight, int.MaxValue));
        return new Packed(entry, text.ToArray(), nodes);
    }

    // Writes a node and what is below it; gives how deep that is.
    private int Node(DocumentNode node, List<byte> bytes)
    {
        bytes.Add((byte)(((int)node.Kind << 1) | (node.IsQuoted ? 1 : 0)));
        Varint.Write(bytes, node.Line);
        Varint.Write(bytes, node.Column);
        if (node.Kind is NodeKind.Scalar)
            Varint.Write(bytes, Index(node.Text));
        if (!node.IsList && !node.IsMap)
            return 0;
        var below = new List<byte>();
        var depth = 0;
        foreach (var child in node.IsMap ? node.Entries.SelectMany(e => new[] { e.Key, e.Value }) : node.Items)
            depth = Math.Max(depth, Node(child, below));
        Varint.Write(bytes, (int)node.Weight);
        Varint.Write(bytes, node.IsMap ? node.Entries.Count : node.Items.Count);
        Varint.Write(bytes, below.Count);
        bytes.AddRange(below);
        return depth + 1;
    }

    // Escapes can write half a character, which no bytes stand for.
    private static bool IsUnicode(DocumentNode root) =>
        root.All().All(n => IsWhole(n.Text) && n.Entries.All(e => e.Key.All().All(k => IsWhole(k.Text))));

    private static bool IsWhole(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar)
                return false;
        }

        return true;
    }

    private int Index(string text)
    {
        ref var index = ref CollectionsMarshal.GetValueRefOrAddDefault(_indexes, text, out var known);
        if (known)
            return index;
        index = _texts.Count;
        _texts.Add(Encoding.UTF8.GetBytes(text));
        return index;
    }

    private sealed record Packed(PreparedYaml.Entry Entry, byte[] Source, List<byte> Nodes);
}
