namespace Sextant.Documents.Prepared;

/// <summary>Whole numbers of 32 bits in one to five bytes, small ones in one.</summary>
internal static class Varint
{
    public static void Write(List<byte> bytes, int value)
    {
        var rest = (uint)value;
        for (; rest >= 0x80; rest >>= 7)
            bytes.Add((byte)(rest | 0x80));
        bytes.Add((byte)rest);
    }

    public static int Read(ReadOnlySpan<byte> bytes, ref int at)
    {
        var value = 0u;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[at++];
            value |= (uint)(next & 0x7F) << shift;
            if (next < 0x80)
                return (int)value;
        }
    }
}
