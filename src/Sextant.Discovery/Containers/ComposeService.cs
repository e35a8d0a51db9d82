using Sextant.Discovery.Configuration;
using Sextant.Documents;

namespace Sextant.Discovery.Containers;

/// <summary>A service of a compose file, with variables filled in.</summary>
internal sealed record ComposeService(string Name, DocumentNode Node)
{
    private const int MaxVariables = 2000;

    public ImageReference? Image { get; private init; }

    /// <summary>The folder that it is built from; null if it is not built here.</summary>
    public string? BuildContext { get; private init; }

    /// <summary>Entry point and command, as words.</summary>
    public IReadOnlyList<string> Command { get; private init; } = [];

    /// <summary>The commands that it runs: those of a shell text, or the one command.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Commands { get; private init; } = [];

    /// <summary>Whether its entry point is a shell text in place of what the image starts.</summary>
    public bool ReplacesEntrypoint { get; private init; }

    /// <summary>Variables with their values and places; an unknown value is empty.</summary>
    public IReadOnlyList<(string Name, string Value, int Line)> Variables { get; private init; } = [];

    public IReadOnlyList<PublishedPort> Ports { get; private init; } = [];

    public IReadOnlyList<(string Name, string Value, int Line)> Labels { get; private init; } = [];

    /// <summary>Names by which other services reach it.</summary>
    public IReadOnlyList<string> HostNames { get; private init; } = [];

    /// <summary>The value of a variable; null if it is not set.</summary>
    public string? Variable(string name)
    {
        foreach (var variable in Variables)
        {
            if (variable.Name == name)
                return variable.Value;
        }

        return null;
    }

    /// <summary>What gives it more rights than its work needs; null if nothing does.</summary>
    public string? Privileged
    {
        get
        {
            if (Node["privileged"].Flag == true)
                return "privileged: true";
            if (Node["user"].TextOrNull?.Split(':')[0] is "root" or "0")
                return "user: root";
            if (Node["pid"].Text == "host")
                return "pid: host";
            if (Node["cap_add"].Texts.FirstOrDefault(c => c is "ALL" or "SYS_ADMIN") is { } capability)
                return $"cap_add: {capability}";
            return Node["volumes"].Items.Any(v => v.Text.StartsWith("/var/run/docker.sock", StringComparison.Ordinal) || v["source"].Text == "/var/run/docker.sock")
                ? "the Docker socket is mounted"
                : null;
        }
    }

    public static ComposeService Read(string name, DocumentNode node, ComposeVariables values)
    {
        var build = node["build"];
        var image = values.Fill(node["image"].Text);
        var script = Script(node["entrypoint"], node["command"], values);
        return new ComposeService(name, node)
        {
            Image = image.Length > 0 ? ImageReference.Parse(image) : null,
            BuildContext = build.IsScalar ? build.Text : build.IsMap ? build["context"].TextOrNull ?? "." : null,
            Commands = script is not null ? [.. ShellWords.Split(script).Select(c => c.Words)] : [[.. Words(node["entrypoint"], values), .. Words(node["command"], values)]],
            ReplacesEntrypoint = script is not null && node["entrypoint"].Exists,
            Command = [.. Words(node["entrypoint"], values), .. Words(node["command"], values)],
            Variables = [.. values.OfFiles(node["env_file"]), .. Pairs(node["environment"], values)],
            Ports = [.. node["ports"].Items.Select(p => PublishedPort.Read(p, values.Fill)).OfType<PublishedPort>().Take(100)],
            Labels = [.. Pairs(node["labels"], values), .. Pairs(node["deploy"]["labels"], values)],
            HostNames = [.. new[] { name, node["container_name"].Text, node["hostname"].Text }
                .Concat(node["networks"].Entries.SelectMany(n => n.Value["aliases"].Texts))
                .Where(h => h.Length > 0 && !h.Contains('$', StringComparison.Ordinal)).Select(h => h.ToLowerInvariant()).Distinct(StringComparer.Ordinal)],
        };
    }

    // sh -c "…": the text is what runs, wherever the shell stands.
    private static string? Script(DocumentNode entrypoint, DocumentNode command, ComposeVariables values)
    {
        string[] words = [.. (entrypoint.IsScalar ? ShellWords.Split(entrypoint.Text).SelectMany(c => c.Words) : entrypoint.Texts), .. command.IsScalar && entrypoint.Exists ? [command.Text] : command.IsScalar ? ShellWords.Split(command.Text).SelectMany(c => c.Words) : command.Texts];
        return words is [var shell, "-c" or "-lc" or "-ec", var script, ..] && shell[(shell.LastIndexOf('/') + 1)..] is "sh" or "bash" or "ash" ? values.Fill(script) : null;
    }

    private static IEnumerable<string> Words(DocumentNode node, ComposeVariables values)
    {
        var words = node.IsScalar ? ShellWords.Split(node.Text).SelectMany(c => c.Words) : node.Texts;
        var list = words.Select(values.Fill).ToArray();
        // sh -c "…": the text is what runs.
        if (list is [var shell, "-c" or "-lc", var script, ..] && shell[(shell.LastIndexOf('/') + 1)..] is "sh" or "bash")
            return ShellWords.Split(script).SelectMany(c => c.Words);
        return list;
    }

    private static IEnumerable<(string Name, string Value, int Line)> Pairs(DocumentNode node, ComposeVariables values)
    {
        // A variable that is set to nothing is not set.
        foreach (var (name, value) in node.Entries.Where(e => !(e.Value.IsScalar && e.Value.Text.Length == 0)).Take(MaxVariables))
            yield return (name.Text, value.IsScalar ? values.Fill(value.Text) : values.Lookup(name.Text) ?? "", name.Line);
        foreach (var item in node.Items.Take(MaxVariables))
        {
            var equals = item.Text.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && equals == item.Text.Length - 1)
                continue;
            if (equals > 0)
                yield return (item.Text[..equals].Trim(), values.Fill(item.Text[(equals + 1)..]), item.Line);
            else if (item.Text.Length > 0)
                yield return (item.Text.Trim(), values.Lookup(item.Text.Trim()) ?? "", item.Line);
        }
    }
}
