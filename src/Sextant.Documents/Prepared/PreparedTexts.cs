using System.Text;

namespace Sextant.Documents.Prepared;

/// <summary>The texts of prepared documents, each once; one becomes a string when it is first asked for.</summary>
internal sealed class PreparedTexts
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly int[] _starts;
    private readonly string?[] _texts;

    private PreparedTexts(ReadOnlyMemory<byte> bytes, int[] starts) => (_bytes, _starts, _texts) = (bytes, starts, new string?[starts.Length - 1]);

    public static PreparedTexts None { get; } = new(default, [0]);

    // Two threads may both make a text; either is right.
    public string this[int index] => _texts[index] ??= Encoding.UTF8.GetString(_bytes.Span[_starts[index].._starts[index + 1]]);

    public static PreparedTexts Read(ReadOnlyMemory<byte> bytes, ref int at)
    {
        var starts = new int[Varint.Read(bytes.Span, ref at) + 1];
        var length = 0;
        for (var i = 1; i < starts.Length; i++)
            starts[i] = length += Varint.Read(bytes.Span, ref at);
        var texts = new PreparedTexts(bytes.Slice(at, length), starts);
        at += length;
        return texts;
    }
}
