using System.Text;

namespace Sextant.Discovery.Reading;

/// <summary>What reading a file gave.</summary>
/// <param name="Bytes">The bytes; text of UTF-16 is UTF-8 here. Valid until the reader reads the next file.</param>
/// <param name="IsBinary">Whether it is no text; then <paramref name="Bytes"/> may be only its beginning.</param>
/// <param name="IsCut">Whether the file is longer than was asked for.</param>
internal readonly record struct FileBytes(ReadOnlyMemory<byte> Bytes, bool IsBinary, bool IsCut)
{
    /// <summary>Bytes at the beginning of a file that tell whether it is text.</summary>
    public const int HeadLength = 8192;

    /// <summary>Whether bytes that begin so are no text: a NUL, without the mark of UTF-16.</summary>
    public static bool LooksBinary(ReadOnlySpan<byte> bytes) => !IsUtf16(bytes) && bytes[..Math.Min(bytes.Length, HeadLength)].Contains((byte)0);

    /// <summary>A file's bytes as they are offered.</summary>
    public static FileBytes Of(ReadOnlyMemory<byte> bytes, bool isCut)
    {
        if (!IsUtf16(bytes.Span))
            return new FileBytes(bytes, LooksBinary(bytes.Span), isCut);
        var encoding = bytes.Span[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
        return new FileBytes(Encoding.Convert(encoding, Encoding.UTF8, bytes[2..].ToArray()), IsBinary: false, isCut);
    }

    private static bool IsUtf16(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);
}
