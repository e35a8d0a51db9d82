namespace Sextant.Discovery.Mcp;

/// <summary>Finds the variables that a setting's value refers to: <c>${NAME}</c>, <c>${env:NAME}</c>, <c>{env:NAME}</c>, <c>$NAME</c>, <c>${input:id}</c>.</summary>
internal static class VariableReferences
{
    public static IEnumerable<string> In(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var braced = text[i] == '{' && (i > 0 && text[i - 1] == '$' || text.AsSpan(i).StartsWith("{env:"));
            if (!braced && !(text[i] == '$' && i + 1 < text.Length && (char.IsAsciiLetter(text[i + 1]) || text[i + 1] == '_')))
                continue;
            var start = i + 1;
            foreach (var prefix in new[] { "env:", "input:", "secrets." })
            {
                if (text.AsSpan(start).StartsWith(prefix))
                    start += prefix.Length;
            }

            var end = start;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '-' or '.'))
                end++;
            if (end > start)
                yield return text[start..end].TrimEnd('-', '.');
            i = end;
        }
    }
}
