using System.Text;
using System.Xml;

namespace Sextant.Evidence.JUnit;

/// <summary>Text as XML 1.0 allows it.</summary>
internal static class XmlText
{
    /// <summary>The text without the characters that XML cannot hold (control characters, lone surrogates, U+FFFE and U+FFFF).</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value))
                clean.Append(rune);
        }

        return clean.ToString();
    }
}
