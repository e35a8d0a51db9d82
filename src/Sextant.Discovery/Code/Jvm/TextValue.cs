using System.Globalization;
using System.Text;

namespace Sextant.Discovery.Code.Jvm;

/// <summary>What texts of source mean: escapes, text blocks.</summary>
internal static class TextValue
{
    /// <summary>The value of a text or character constant with its quotes.</summary>
    /// <param name="literal">As written; a quote that is missing at the end is forgiven.</param>
    /// <param name="kotlin">Whether three quotes keep everything as it is, instead of a text block of Java.</param>
    public static string Of(ReadOnlySpan<char> literal, bool kotlin)
    {
        if (literal.StartsWith("\"\"\"") && literal.Length >= 6)
            return kotlin ? literal[3..^3].ToString() : Block(literal[3..^3]);
        var quote = literal[0];
        var inner = literal.Length > 1 && literal[^1] == quote ? literal[1..^1] : literal[1..];
        return Unescaped(inner);
    }

    /// <summary>A text without its escapes.</summary>
    public static string Unescaped(ReadOnlySpan<char> text)
    {
        if (!text.Contains('\\'))
            return text.ToString();
        var value = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
                value.Append(text[i]);
            else
                i = Escape(text, i + 1, value);
        }

        return value.ToString();
    }

    private static int Escape(ReadOnlySpan<char> text, int at, StringBuilder value)
    {
        switch (text[at])
        {
            case 'u' when at + 4 < text.Length && ushort.TryParse(text.Slice(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                value.Append((char)code);
                return at + 4;
            case '\r':
                return at + 1 < text.Length && text[at + 1] == '\n' ? at + 1 : at;
            case '\n':
                return at;
            case var c:
                value.Append(c switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', 's' => ' ', '0' => '\0', _ => c });
                return at;
        }
    }

    private static string Block(ReadOnlySpan<char> block)
    {
        var start = block.IndexOf('\n');
        if (start < 0)
            return Unescaped(block);
        var lines = block[(start + 1)..].ToString().Replace("\r", "", StringComparison.Ordinal).Split('\n');
        var indent = int.MaxValue;
        for (var i = 0; i < lines.Length; i++)
        {
            if (i == lines.Length - 1 || lines[i].AsSpan().Trim().Length > 0)
                indent = Math.Min(indent, lines[i].Length - lines[i].AsSpan().TrimStart().Length);
        }

        return Unescaped(string.Join('\n', lines.Select(l => l.Length <= indent ? "" : l[indent..].TrimEnd())));
    }
}
