using System.Globalization;
using System.Text;

namespace Sextant.Discovery.Code.Python;

/// <summary>The value of a text constant: what its escapes stand for (Python reference, 2.4.1).</summary>
internal static class TextConstant
{
    /// <summary>The value of a whole constant with its prefix and quotes.</summary>
    public static string Of(ReadOnlySpan<char> token)
    {
        var quoteAt = token.IndexOfAny('"', '\'');
        var raw = token[..quoteAt].ContainsAny('r', 'R');
        var quote = token[quoteAt];
        var body = token[quoteAt..];
        var width = body.Length >= 6 && body[1] == quote && body[2] == quote ? 3 : 1;
        return Unescape(body[width..^width], raw);
    }

    /// <summary>The value of a piece of a template: its escapes, and doubled braces as one.</summary>
    public static string OfPiece(ReadOnlySpan<char> piece, bool raw)
    {
        var text = Unescape(piece, raw);
        return text.AsSpan().ContainsAny('{', '}')
            ? text.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal)
            : text;
    }

    private static string Unescape(ReadOnlySpan<char> text, bool raw)
    {
        if (raw || !text.Contains('\\'))
            return text.ToString();
        var value = new StringBuilder(text.Length);
        while (text.IndexOf('\\') is >= 0 and var at && at + 1 < text.Length)
        {
            value.Append(text[..at]);
            text = text[(at + AppendEscaped(value, text[at..]))..];
        }

        return Repaired(value.Append(text));
    }

    /// <summary>Appends what an escape stands for; the number of characters it takes.</summary>
    private static int AppendEscaped(StringBuilder value, ReadOnlySpan<char> escape)
    {
        switch (escape[1])
        {
            case '\n':
                return 2;
            case '\r':
                return escape.Length > 2 && escape[2] == '\n' ? 3 : 2;
            case 'x':
                return AppendCode(value, escape, 2);
            case 'u':
                return AppendCode(value, escape, 4);
            case 'U':
                return AppendCode(value, escape, 8);
            case >= '0' and <= '7':
                return AppendOctal(value, escape);
            default:
                return AppendSimple(value, escape[1]);
        }
    }

    private static int AppendSimple(StringBuilder value, char escaped)
    {
        var at = "\\'\"abfnrtv".IndexOf(escaped, StringComparison.Ordinal);
        if (at < 0)
            value.Append('\\').Append(escaped);
        else
            value.Append("\\'\"\a\b\f\n\r\t\v"[at]);
        return 2;
    }

    private static int AppendCode(StringBuilder value, ReadOnlySpan<char> escape, int digits)
    {
        if (escape.Length < 2 + digits
            || !uint.TryParse(escape.Slice(2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            || code > 0x10FFFF)
        {
            value.Append(escape[..2]);
            return 2;
        }

        if (code > 0xFFFF)
            value.Append(new Rune(code).ToString());
        else
            value.Append((char)code);
        return 2 + digits;
    }

    private static int AppendOctal(StringBuilder value, ReadOnlySpan<char> escape)
    {
        var (code, at) = (0, 1);
        for (; at < escape.Length && at < 4 && escape[at] is >= '0' and <= '7'; at++)
            code = (code * 8) + escape[at] - '0';
        value.Append((char)code);
        return at;
    }

    /// <summary>The text, with U+FFFD for halves of surrogate pairs, which no output could carry.</summary>
    private static string Repaired(StringBuilder value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (!char.IsSurrogate(value[i]))
                continue;
            if (char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
                i++;
            else
                value[i] = '\uFFFD';
        }

        return value.ToString();
    }
}
