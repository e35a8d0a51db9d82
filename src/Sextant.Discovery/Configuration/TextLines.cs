namespace Sextant.Discovery.Configuration;

/// <summary>The lines of a text, without their ends, one at a time.</summary>
internal static class TextLines
{
    public static IEnumerable<string> Of(string text)
    {
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0)
                end = text.Length;
            var last = end > start && text[end - 1] == '\r' ? end - 1 : end;
            yield return text[start..last];
            start = end + 1;
        }
    }
}
