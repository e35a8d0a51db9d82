using Sextant.Discovery.Configuration;

namespace Sextant.Discovery.Containers;

/// <summary>A stage of a Dockerfile, with what it inherits from the stages it is built on.</summary>
internal sealed class DockerStage
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public required string Name { get; init; }

    /// <summary>The image it starts from in the end, after other stages.</summary>
    public required ImageReference Base { get; init; }

    public required int Line { get; init; }

    public List<(string Name, string Value, int Line)> Variables { get; } = [];

    public List<string> Ports { get; } = [];

    public List<DockerInstruction> Runs { get; } = [];

    public (string Text, int Line)? User { get; private set; }

    public DockerInstruction? Entrypoint { get; private set; }

    public DockerInstruction? Command { get; private set; }

    /// <summary>What the container starts: entry point and command.</summary>
    public IReadOnlyList<string> Start
    {
        get
        {
            IReadOnlyList<string> words = [.. Entrypoint?.Words ?? [], .. Command?.Words ?? []];
            return words is [var shell, "-c" or "-lc", var script, ..] && shell[(shell.LastIndexOf('/') + 1)..] is "sh" or "bash" && ShellWords.Split(script) is [.., var last] ? last.Words : words;
        }
    }

    /// <summary>The stages of a file, in order.</summary>
    public static IReadOnlyList<DockerStage> Read(IReadOnlyList<DockerInstruction> instructions)
    {
        var stages = new List<DockerStage>();
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var instruction in instructions)
        {
            if (instruction.Name == "FROM")
                stages.Add(From(instruction, stages, arguments));
            else if (stages.Count > 0)
                stages[^1].Take(instruction);
            else if (instruction.Name == "ARG")
                Argument(arguments, instruction.Text);
        }

        return stages;
    }

    /// <summary>The value of a variable; null if it is not set.</summary>
    public string? Variable(string name) => Variables.FindLast(v => v.Name == name) is { Name: not null } found ? found.Value : null;

    private static DockerStage From(DockerInstruction instruction, List<DockerStage> stages, Dictionary<string, string> arguments)
    {
        var words = instruction.Text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Where(w => !w.StartsWith("--", StringComparison.Ordinal)).ToArray();
        var source = Interpolation.Fill(words.Length > 0 ? words[0] : "", arguments.GetValueOrDefault);
        var name = words is [_, var word, var given, ..] && word.Equals("AS", StringComparison.OrdinalIgnoreCase) ? given : "";
        var parent = stages.FindLast(s => s.Name.Length > 0 && s.Name.Equals(source, StringComparison.OrdinalIgnoreCase));
        var stage = new DockerStage { Name = name, Base = parent?.Base ?? ImageReference.Parse(source), Line = instruction.Line };
        foreach (var (key, value) in arguments)
            stage._values[key] = value;
        if (parent is not null)
            stage.Inherit(parent);
        return stage;
    }

    private void Inherit(DockerStage parent)
    {
        (User, Entrypoint, Command) = (parent.User, parent.Entrypoint, parent.Command);
        Variables.AddRange(parent.Variables);
        Ports.AddRange(parent.Ports);
        Runs.AddRange(parent.Runs);
        foreach (var (key, value) in parent._values)
            _values[key] = value;
    }

    private void Take(DockerInstruction instruction)
    {
        switch (instruction.Name)
        {
            case "ARG":
                Argument(_values, instruction.Text);
                break;
            case "ENV":
                Environment(instruction);
                break;
            case "EXPOSE":
                Ports.AddRange(Fill(instruction.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(100).Select(p => p.Split('/')[0]));
                break;
            case "USER":
                User = (Fill(instruction.Text).Trim(), instruction.Line);
                break;
            case "ENTRYPOINT":
                Entrypoint = instruction with { Text = Fill(instruction.Text) };
                Command = null;
                break;
            case "CMD":
                Command = instruction with { Text = Fill(instruction.Text) };
                break;
            case "RUN" or "ADD":
                Runs.Add(instruction with { Text = Fill(instruction.Text) });
                break;
        }
    }

    private string Fill(string text) => Interpolation.Fill(text, _values.GetValueOrDefault);

    private static void Argument(Dictionary<string, string> values, string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals > 0)
            values[text[..equals].Trim()] = text[(equals + 1)..].Trim().Trim('"', '\'');
    }

    private void Environment(DockerInstruction instruction)
    {
        var words = ShellWords.Split(Fill(instruction.Text)).SelectMany(c => c.Words).ToArray();
        if (words.Length >= 2 && !words[0].Contains('=', StringComparison.Ordinal))
            words = [$"{words[0]}={string.Join(' ', words[1..])}"];
        foreach (var word in words.Take(1000))
        {
            var equals = word.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
                continue;
            Variables.Add((word[..equals], word[(equals + 1)..], instruction.Line));
            _values[word[..equals]] = word[(equals + 1)..];
        }
    }
}
