using System.Globalization;
using System.Text;

namespace Sextant.Discovery.Code.CSharp;

/// <summary>What a constant text says: escapes resolved, the indentation of raw texts removed.</summary>
internal static class TextConstant
{
    /// <summary>The style of a text or of the beginning of a template, from its first characters.</summary>
    public static (TextStyle Style, int Prefix) StyleOf(ReadOnlySpan<char> text)
    {
        var (dollars, verbatim, at) = (0, false, 0);
        for (; at < text.Length && text[at] is '$' or '@'; at++)
        {
            dollars += text[at] == '$' ? 1 : 0;
            verbatim |= text[at] == '@';
        }

        var quotes = 0;
        while (at + quotes < text.Length && text[at + quotes] == '"')
            quotes++;
        var raw = quotes >= 3 && !verbatim ? quotes : 0;
        return (new TextStyle(dollars, raw, verbatim), at + Math.Max(1, raw));
    }

    /// <summary>The value of a whole text as written.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        var (style, prefix) = StyleOf(text);
        var inner = text[Math.Min(prefix, text.Length)..];
        if (style.RawQuotes > 0)
        {
            var end = inner.EndsWith("\"\"\"") ? inner.Length - Math.Min(style.RawQuotes, inner.Length) : inner.Length;
            return Raw([inner[..end].ToString()])[0];
        }

        if (inner.EndsWith("\""))
            inner = inner[..^1];
        return Piece(inner, style);
    }

    /// <summary>The value of a part of a text that is not raw.</summary>
    public static string Piece(ReadOnlySpan<char> piece, TextStyle style)
    {
        var text = piece.ToString();
        if (style.IsVerbatim)
            text = text.Replace("\"\"", "\"", StringComparison.Ordinal);
        else if (text.Contains('\\', StringComparison.Ordinal))
            text = Unescaped(text);
        return style.Dollars > 0 ? text.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal) : text;
    }

    /// <summary>The parts of a raw text around its holes, without the indentation of the closing quotes.</summary>
    public static string[] Raw(IReadOnlyList<string> parts)
    {
        var last = parts[^1];
        var end = last.LastIndexOf('\n');
        if (end < 0 || !string.IsNullOrWhiteSpace(last[end..]))
            return [.. parts];
        var indentation = last[(end + 1)..];
        var lines = parts.Select(p => indentation.Length == 0 ? p : p.Replace("\n" + indentation, "\n", StringComparison.Ordinal)).ToArray();
        lines[^1] = lines[^1].LastIndexOf('\n') is >= 0 and var cut ? lines[^1][..cut].TrimEnd('\r') : lines[^1];
        var first = lines[0].IndexOf('\n', StringComparison.Ordinal);
        if (first >= 0 && string.IsNullOrWhiteSpace(lines[0][..first]))
            lines[0] = lines[0][(first + 1)..];
        else if (string.IsNullOrWhiteSpace(lines[0]))
            lines[0] = "";
        return lines;
    }

    private static string Unescaped(string text)
    {
        var value = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
                value.Append(text[i]);
            else
                i += Escape(text, i + 1, value);
        }

        return value.ToString();
    }

    /// <summary>Appends what the escape at a position means; how many characters it has.</summary>
    private static int Escape(string text, int at, StringBuilder value)
    {
        switch (text[at])
        {
            case 'x' or 'u' or 'U':
                return Code(text, at, value);
            case var c:
                value.Append(c switch { 'n' => '\n', 'r' => '\r', 't' => '\t', '0' => '\0', 'a' => '\a', 'b' => '\b', 'f' => '\f', 'v' => '\v', 'e' => '\u001b', _ => c });
                return 1;
        }
    }

    private static int Code(string text, int at, StringBuilder value)
    {
        var most = text[at] == 'U' ? 8 : 4;
        var length = 0;
        while (length < most && at + 1 + length < text.Length && char.IsAsciiHexDigit(text[at + 1 + length]))
            length++;
        if (!int.TryParse(text.AsSpan(at + 1, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) || !Rune.IsValid(code))
            value.Append(length > 0 && code is >= 0xD800 and <= 0xDFFF ? (char)code : '\uFFFD');
        else
            value.Append(char.ConvertFromUtf32(code));
        return length + 1;
    }
}
