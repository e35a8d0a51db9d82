using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using Sextant.Documents.Prepared;

namespace Sextant.Documents;

/// <summary>
/// YAML that was parsed when Sextant was built, so that a start only reads what it asks for. A text is found by what it says, byte
/// for byte: one that was changed since is simply parsed.
/// </summary>
public sealed class PreparedYaml
{
    internal const ulong Magic = 0x3130_5845_5453_4450; // "PDSTEX01", and the version of the format with it
    internal const int HeaderBytes = 16;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly Dictionary<(int Length, uint Sum), Entry[]> _entries;
    private readonly PreparedTexts _texts;

    private PreparedYaml(ReadOnlyMemory<byte> bytes, PreparedTexts texts, Entry[] entries)
    {
        (_bytes, _texts) = (bytes, texts);
        _entries = entries.GroupBy(e => (e.Length, e.Sum)).ToDictionary(g => g.Key, g => g.ToArray());
    }

    /// <summary>Nothing is prepared: every text is parsed.</summary>
    public static PreparedYaml None { get; } = new(default, PreparedTexts.None, []);

    /// <summary>How many different texts are prepared.</summary>
    public int Count => _entries.Count;

    /// <summary>Parses texts and packs what they hold. Texts with mistakes are left out.</summary>
    public static byte[] Pack(IEnumerable<ReadOnlyMemory<byte>> texts) => PreparedWriter.Pack(texts);

    /// <summary>What <see cref="Pack"/> gave; <see cref="None"/> if it is damaged or of another version.</summary>
    public static PreparedYaml Open(ReadOnlyMemory<byte> packed)
    {
        var bytes = packed.Span;
        if (bytes.Length < HeaderBytes || BinaryPrimitives.ReadUInt64LittleEndian(bytes) != Magic)
            return None;
        var (length, sum) = (BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]), BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..]));
        if (length != bytes.Length || sum != Sum(bytes[HeaderBytes..]))
            return None;
        var at = HeaderBytes;
        var texts = PreparedTexts.Read(packed, ref at);
        var entries = new Entry[Varint.Read(bytes, ref at)];
        for (var i = 0; i < entries.Length; i++)
            entries[i] = Entry.Read(bytes, ref at);
        return new PreparedYaml(packed, texts, entries);
    }

    /// <summary>Reads a UTF-8 text as <see cref="YamlReader"/> does. Never throws for what the text holds.</summary>
    public DocumentResult Read(ReadOnlySpan<byte> utf8, DocumentLimits? limits = null) =>
        Find(utf8, limits ?? DocumentLimits.Default) ?? YamlReader.Read(utf8, limits);

    /// <summary>What was prepared of a text; null if nothing was, or if it may be larger than the limits allow.</summary>
    public DocumentResult? Find(ReadOnlySpan<byte> utf8, DocumentLimits limits)
    {
        if (_entries.Count == 0 || utf8.Length > limits.MaxBytes || !_entries.TryGetValue((utf8.Length, Sum(utf8)), out var candidates))
            return null;
        foreach (var entry in candidates)
        {
            if (entry.Depth <= limits.MaxDepth && entry.Weight <= limits.MaxNodes && _bytes.Span.Slice(entry.Source, entry.Length).SequenceEqual(utf8))
                return new DocumentResult(new PreparedNodes(_bytes, _texts).Items(entry.Roots, entry.RootCount), null);
        }

        return null;
    }

    /// <summary>CRC-32C, for which processors have an instruction.</summary>
    internal static uint Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(bytes))
            sum = BitOperations.Crc32C(sum, word);
        foreach (var rest in bytes[(bytes.Length & ~7)..])
            sum = BitOperations.Crc32C(sum, rest);
        return sum;
    }

    /// <summary>A prepared text.</summary>
    /// <param name="Length">Its bytes.</param>
    /// <param name="Sum">Their sum.</param>
    /// <param name="Source">Where they stand.</param>
    /// <param name="Roots">Where its documents stand.</param>
    /// <param name="RootCount">How many documents it holds.</param>
    /// <param name="Depth">How deep they are nested.</param>
    /// <param name="Weight">How many nodes the parser counts in it, at most: an alias twice.</param>
    internal readonly record struct Entry(int Length, uint Sum, int Source, int Roots, int RootCount, int Depth, int Weight)
    {
        public static Entry Read(ReadOnlySpan<byte> bytes, ref int at) => new(
            Varint.Read(bytes, ref at), (uint)Varint.Read(bytes, ref at), Varint.Read(bytes, ref at), Varint.Read(bytes, ref at),
            Varint.Read(bytes, ref at), Varint.Read(bytes, ref at), Varint.Read(bytes, ref at));

        public void Write(List<byte> bytes)
        {
            foreach (var value in (ReadOnlySpan<int>)[Length, (int)Sum, Source, Roots, RootCount, Depth, Weight])
                Varint.Write(bytes, value);
        }
    }
}
