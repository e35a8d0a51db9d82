using System.Globalization;
using System.Text;

namespace Sextant.Discovery.Code.Go;

/// <summary>The value of a text as it is written in Go.</summary>
internal static class GoText
{
    /// <summary>The value of a text with its quotes.</summary>
    public static string Value(ReadOnlySpan<char> written)
    {
        if (written.Length < 2)
            return "";
        var quote = written[0];
        var inner = written[^1] == quote ? written[1..^1] : written[1..];
        if (quote == '`')
            return inner.Contains('\r') ? inner.ToString().Replace("\r", "", StringComparison.Ordinal) : inner.ToString();
        return inner.Contains('\\') ? Unescaped(inner) : inner.ToString();
    }

    private static string Unescaped(ReadOnlySpan<char> text)
    {
        var value = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                value.Append(text[i]);
                continue;
            }

            i++;
            switch (text[i])
            {
                case 'n': value.Append('\n'); break;
                case 't': value.Append('\t'); break;
                case 'r': value.Append('\r'); break;
                case 'a': value.Append('\a'); break;
                case 'b': value.Append('\b'); break;
                case 'f': value.Append('\f'); break;
                case 'v': value.Append('\v'); break;
                case 'x': i += Coded(value, text[(i + 1)..], 2, 16); break;
                case 'u': i += Coded(value, text[(i + 1)..], 4, 16); break;
                case 'U': i += Coded(value, text[(i + 1)..], 8, 16); break;
                case >= '0' and <= '7': i += Coded(value, text[i..], 3, 8) - 1; break;
                default: value.Append(text[i]); break;
            }
        }

        return value.ToString();
    }

    /// <summary>Adds a character that is written as digits; how many characters it takes.</summary>
    private static int Coded(StringBuilder value, ReadOnlySpan<char> text, int length, int radix)
    {
        length = Math.Min(length, text.Length);
        var code = 0;
        for (var i = 0; i < length; i++)
        {
            if (!int.TryParse(text.Slice(i, 1), radix == 16 ? NumberStyles.HexNumber : NumberStyles.None, CultureInfo.InvariantCulture, out var digit))
            {
                length = i;
                break;
            }

            code = unchecked(code * radix + digit);
        }

        value.Append(Rune.IsValid(code) ? new Rune(code).ToString() : "\uFFFD");
        return Math.Max(length, radix == 8 ? 1 : 0);
    }
}
