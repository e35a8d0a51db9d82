using System.Buffers;

namespace Sextant.Discovery.Secrets;

/// <summary>Whether a key may begin or end at a place: a key that is only a piece of a longer run is none.</summary>
internal static class Boundary
{
    /// <summary>Base64 characters in a row that make it data and not an address or a sentence.</summary>
    private const int DataRun = 32;

    private static readonly SearchValues<byte> Base64 =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8);

    /// <summary>Whether a key with a fixed beginning may begin here.</summary>
    public static bool Before(ReadOnlySpan<byte> bytes, int start)
    {
        if (start == 0)
            return true;
        var previous = bytes[start - 1];
        if (IsWord(previous))
            return IsEscape(bytes[..start]);
        return previous is not ((byte)'+' or (byte)'/') || !EndsInData(bytes[..start]);
    }

    /// <summary>Whether a key may end here; <paramref name="last"/> is the alphabet of its end.</summary>
    public static bool After(ReadOnlySpan<byte> bytes, int end, Alphabet? last)
    {
        if (end >= bytes.Length)
            return true;
        var next = bytes[end];
        if (IsWord(next) || last?.Contains(next) == true)
            return false;
        if (next == '-')
            return end + 1 >= bytes.Length || !IsWord(bytes[end + 1]);
        return next is not ((byte)'+' or (byte)'/') || !BeginsWithData(bytes[end..]);
    }

    /// <summary>Whether a value without a fixed beginning may begin here: it must stand alone.</summary>
    public static bool BeforeValue(ReadOnlySpan<byte> bytes, int start) =>
        start == 0 || (!IsValue(bytes[start - 1]) && bytes[start - 1] is not ((byte)'@' or (byte)'#' or (byte)'~' or (byte)'$' or (byte)'%')) || IsEscape(bytes[..start]);

    /// <summary>Whether a value without a fixed beginning may end here.</summary>
    public static bool AfterValue(ReadOnlySpan<byte> bytes, int end)
    {
        if (end >= bytes.Length)
            return true;
        if (bytes[end] == '.')
            return end + 1 >= bytes.Length || !IsWord(bytes[end + 1]);
        return !IsValue(bytes[end]) && bytes[end] is not ((byte)'=' or (byte)'(' or (byte)'[' or (byte)'~' or (byte)'@' or (byte)'%');
    }

    /// <summary>A letter, digit or underscore of ASCII.</summary>
    public static bool IsWord(byte b) => char.IsAsciiLetterOrDigit((char)b) || b == '_';

    /// <summary>A character that joins values into one: of words, paths and base64.</summary>
    public static bool IsValue(byte b) => IsWord(b) || b is (byte)'-' or (byte)'+' or (byte)'/' or (byte)'.';

    // What stands before may be an escape whose last character is a letter or digit: \n, %3D, \u0022, \x22.
    private static bool IsEscape(ReadOnlySpan<byte> before)
    {
        if (before is [.., (byte)'\\', (byte)'n' or (byte)'t' or (byte)'r'])
            return true;
        if (before is [.., (byte)'%', var a, var b])
            return IsHex(a) && IsHex(b);
        if (before is [.., (byte)'\\', (byte)'x', var c, var d])
            return IsHex(c) && IsHex(d);
        return before is [.., (byte)'\\', (byte)'u', (byte)'0', (byte)'0', var e, var f] && IsHex(e) && IsHex(f);
    }

    private static bool IsHex(byte b) => char.IsAsciiHexDigit((char)b);

    private static bool EndsInData(ReadOnlySpan<byte> before)
    {
        var tail = before[Math.Max(0, before.Length - DataRun)..];
        return tail.Length == DataRun && !tail.ContainsAnyExcept(Base64);
    }

    private static bool BeginsWithData(ReadOnlySpan<byte> after) => after.Length >= DataRun && !after[..DataRun].ContainsAnyExcept(Base64);
}
