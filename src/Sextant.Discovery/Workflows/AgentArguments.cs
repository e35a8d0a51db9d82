using Sextant.Discovery.Configuration;

namespace Sextant.Discovery.Workflows;

/// <summary>Reads what an AI action is told it may do: a list of tools, or the arguments of its command line.</summary>
internal static class AgentArguments
{
    private const int MaxTools = 200;

    /// <summary>The tools, one by one: <c>Bash(git diff:*)</c>, <c>Edit</c>.</summary>
    public static IEnumerable<string> Tools(string text)
    {
        var words = ShellWords.Split(text.Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)).SelectMany(c => c.Words).ToArray();
        var isList = words.Length > 0 && !words[0].StartsWith('-');
        var listed = isList ? text : After(text, "--allowedTools") ?? After(text, "--allowed-tools");
        return listed is null ? words.Length > 0 ? [Redaction.Command(words)] : [] : Split(listed).Take(MaxTools).Select(t => Redaction.Command([t]));
    }

    /// <summary>The model that the arguments name; null if they name none.</summary>
    public static string? Model(string text)
    {
        var model = After(text, "--model")?.Split([' ', '\n', '\t', '"', '\''], StringSplitOptions.RemoveEmptyEntries) is [var first, ..] ? first : null;
        return model is { Length: < 100 } && !Interpolation.IsOpen(model) ? model : null;
    }

    // What follows an argument, up to the next one.
    private static string? After(string text, string argument)
    {
        var at = text.IndexOf(argument, StringComparison.Ordinal);
        if (at < 0)
            return null;
        var rest = text[(at + argument.Length)..].TrimStart('=', ' ');
        var next = rest.IndexOf(" --", StringComparison.Ordinal);
        var line = rest.IndexOf("\n--", StringComparison.Ordinal);
        var end = next < 0 ? line : line < 0 ? next : Math.Min(next, line);
        return (end < 0 ? rest : rest[..end]).Trim().Trim('"', '\'');
    }

    // Commas and line ends part tools, but not those within parentheses.
    private static IEnumerable<string> Split(string text)
    {
        var (start, depth) = (0, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] == '(')
                depth++;
            else if (i < text.Length && text[i] == ')')
                depth--;
            else if (i == text.Length || (depth <= 0 && text[i] is ',' or '\n'))
            {
                var tool = text[start..i].Trim().Trim('"', '\'');
                if (tool.Length > 0)
                    yield return tool;
                start = i + 1;
            }
        }
    }
}
