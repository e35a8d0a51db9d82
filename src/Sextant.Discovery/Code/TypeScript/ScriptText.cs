using System.Globalization;
using System.Text;

namespace Sextant.Discovery.Code.TypeScript;

/// <summary>The value of a text constant: what its escapes stand for (ECMAScript, 12.9.4).</summary>
internal static class ScriptText
{
    /// <summary>The value of characters between quotes.</summary>
    public static string Unescaped(ReadOnlySpan<char> text)
    {
        if (!text.Contains('\\'))
            return text.ToString();
        var value = new StringBuilder(text.Length);
        while (text.IndexOf('\\') is >= 0 and var at && at + 1 < text.Length)
        {
            value.Append(text[..at]);
            text = text[(at + AppendEscaped(value, text[at..]))..];
        }

        return value.Append(text).ToString();
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
            case 'u' when escape.Length > 2 && escape[2] == '{':
                return AppendBraced(value, escape);
            case 'u':
                return AppendCode(value, escape, 4);
            default:
                value.Append(escape[1] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', 'v' => '\v', '0' => '\0', var c => c });
                return 2;
        }
    }

    private static int AppendCode(StringBuilder value, ReadOnlySpan<char> escape, int digits)
    {
        if (escape.Length < 2 + digits || !ushort.TryParse(escape.Slice(2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            return 2;
        value.Append((char)code);
        return 2 + digits;
    }

    private static int AppendBraced(StringBuilder value, ReadOnlySpan<char> escape)
    {
        var end = escape.IndexOf('}');
        if (end < 0 || !uint.TryParse(escape[3..end], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) || !Rune.IsValid(code))
            return 2;
        value.Append(new Rune(code).ToString());
        return end + 1;
    }
}
