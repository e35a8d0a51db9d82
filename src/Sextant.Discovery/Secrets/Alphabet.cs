using System.Buffers;
using System.Collections.Frozen;

namespace Sextant.Discovery.Secrets;

/// <summary>The characters that a run of a key may hold, under the name by which the catalog calls them.</summary>
internal sealed class Alphabet
{
    private const string Digits = "0123456789";
    private const string Lower = "abcdefghijklmnopqrstuvwxyz";
    private const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private readonly SearchValues<byte> _bytes;

    private Alphabet(string name, string characters)
    {
        (Name, Characters) = (name, characters);
        _bytes = SearchValues.Create(System.Text.Encoding.ASCII.GetBytes(characters));
    }

    /// <summary>All alphabets by name.</summary>
    public static FrozenDictionary<string, Alphabet> All { get; } = new Alphabet[]
    {
        new("digit", Digits),
        new("hex", Digits + "abcdef"),
        new("upper-hex", Digits + "ABCDEF"),
        new("any-hex", Digits + "abcdefABCDEF"),
        new("letter", Lower + Upper),
        new("lower", Lower),
        new("lower-alnum", Digits + Lower),
        new("upper-alnum", Digits + Upper),
        new("alnum", Digits + Lower + Upper),
        new("base32", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"),
        new("lower-base32", "abcdefghijklmnopqrstuvwxyz234567"),
        new("base64", Digits + Lower + Upper + "+/"),
        new("base64url", Digits + Lower + Upper + "-_"),
        new("word", Digits + Lower + Upper + "_"),
        new("tilde", Digits + Lower + Upper + "-_~."),
        new("dotted", Digits + Lower + Upper + "-_=."),
        new("dashed", Digits + Lower + Upper + "-"),
        new("password", Digits + Lower + Upper + "-_~.!#%^&*+=?"),
        new("padding", "="),
    }.ToFrozenDictionary(a => a.Name, StringComparer.Ordinal);

    /// <summary>The name in the catalog.</summary>
    public string Name { get; }

    /// <summary>The characters.</summary>
    public string Characters { get; }

    /// <summary>Whether a byte is one of its characters.</summary>
    public bool Contains(byte b) => _bytes.Contains(b);

    /// <summary>How many bytes at the start are its characters.</summary>
    public int RunLength(ReadOnlySpan<byte> bytes) => bytes.IndexOfAnyExcept(_bytes) is >= 0 and var end ? end : bytes.Length;
}
