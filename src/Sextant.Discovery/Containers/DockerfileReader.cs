using System.Text;
using Sextant.Discovery.Configuration;

namespace Sextant.Discovery.Containers;

/// <summary>An instruction of a Dockerfile.</summary>
/// <param name="Name">In upper case.</param>
/// <param name="Text">What follows it, with continued lines joined and heredocs appended.</param>
/// <param name="Line">The line it starts at, from 1.</param>
internal sealed record DockerInstruction(string Name, string Text, int Line)
{
    /// <summary>The words of an exec form (<c>["a", "b"]</c>), or of the shell form's first command.</summary>
    public IReadOnlyList<string> Words
    {
        get
        {
            var text = Text.Trim();
            if (text.StartsWith('[') && Documents.JsonReader.Read(text) is { Error: null } exec)
                return [.. exec.Root.Texts];
            return ShellWords.Split(text) is [var first, ..] ? first.Words : [];
        }
    }
}

/// <summary>Reads a Dockerfile into instructions: comments, continued lines, heredocs, another escape character. Bounded; runs nothing.</summary>
internal static class DockerfileReader
{
    private const int MaxInstructions = 2000;
    private const int MaxInstruction = 128 * 1024;

    public static IReadOnlyList<DockerInstruction> Read(string text)
    {
        var instructions = new List<DockerInstruction>();
        var lines = TextLines.Of(text).Take(100_000).ToArray();
        var escape = lines.Length > 0 && lines[0].Replace(" ", "", StringComparison.Ordinal).StartsWith("#escape=`", StringComparison.OrdinalIgnoreCase) ? '`' : '\\';
        for (var i = 0; i < lines.Length && instructions.Count < MaxInstructions; i++)
        {
            var start = i;
            var joined = Join(lines, ref i, escape);
            var space = joined.AsSpan().IndexOfAny(' ', '\t');
            if (space <= 0)
                continue;
            var body = joined[(space + 1)..].Trim();
            var name = joined[..space].ToUpperInvariant();
            if (name is "RUN" or "COPY" or "ADD")
                body = Heredoc(lines, ref i, body);
            instructions.Add(new DockerInstruction(name, body, start + 1));
        }

        return instructions;
    }

    private static string Join(string[] lines, ref int i, char escape)
    {
        var first = lines[i].Trim();
        if (first.Length == 0 || first[0] == '#')
            return "";
        var joined = new StringBuilder();
        for (; i < lines.Length && joined.Length < MaxInstruction; i++)
        {
            var line = lines[i].TrimEnd();
            if (joined.Length > 0 && (line.AsSpan().Trim().Length == 0 || line.TrimStart().StartsWith('#')))
                continue;
            if (!line.EndsWith(escape))
                return joined.Append(line.TrimStart()).ToString();
            joined.Append(line.AsSpan(0, line.Length - 1).TrimStart()).Append(' ');
        }

        i--;
        return joined.ToString();
    }

    private static string Heredoc(string[] lines, ref int i, string body)
    {
        var mark = body.IndexOf("<<", StringComparison.Ordinal);
        if (mark < 0 || mark + 2 >= body.Length)
            return body;
        var word = body[(mark + 2)..].TrimStart('-').Split([' ', '>', '|'], 2)[0].Trim('"', '\'');
        if (word.Length is 0 or > 50 || !char.IsAsciiLetter(word[0]))
            return body;
        var document = new StringBuilder();
        for (var at = i + 1; at < lines.Length && document.Length < MaxInstruction; at++)
        {
            if (lines[at].Trim() != word)
            {
                document.Append(lines[at]).Append('\n');
                continue;
            }

            i = at;
            return document.ToString();
        }

        return body;
    }
}
