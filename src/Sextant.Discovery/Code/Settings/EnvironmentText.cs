namespace Sextant.Discovery.Code.Settings;

/// <summary>Reads files of <c>NAME=value</c> lines: <c>.env</c>, and <c>.properties</c>, where a colon may stand for the equals sign.</summary>
internal static class EnvironmentText
{
    private const int MaxLines = 5000;

    /// <summary>Names and texts with their lines, as written, quotes and comments taken off.</summary>
    public static IEnumerable<(string Name, string Text, int Line)> Read(string text, bool isProperties)
    {
        var number = 0;
        foreach (var line in text.Split('\n', MaxLines + 1))
        {
            if (++number > MaxLines)
                yield break;
            if (Entry(line.AsSpan().Trim(), isProperties) is var (name, value))
                yield return (name, value, number);
        }
    }

    private static (string Name, string Text)? Entry(ReadOnlySpan<char> line, bool isProperties)
    {
        if (line.StartsWith("export ", StringComparison.Ordinal))
            line = line[7..].TrimStart();
        var mark = isProperties ? line.IndexOfAny('=', ':') : line.IndexOf('=');
        if (mark <= 0 || line[0] is '#' or '!' or ';')
            return null;
        var name = line[..mark].TrimEnd();
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '.' or '-' or '[' or ']'))
                return null;
        }

        return (name.ToString(), Value(line[(mark + 1)..].Trim(), isProperties));
    }

    private static string Value(ReadOnlySpan<char> value, bool isProperties)
    {
        if (isProperties || value.IsEmpty)
            return value.ToString();
        if (value[0] is '"' or '\'' && value[1..].IndexOf(value[0]) is >= 0 and var close)
            return value[1..(close + 1)].ToString();
        var comment = value.IndexOf(" #");
        return (comment < 0 ? value : value[..comment]).TrimEnd().ToString();
    }
}
