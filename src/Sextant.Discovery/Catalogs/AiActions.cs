using Sextant.Documents;

namespace Sextant.Discovery.Catalogs;

/// <summary>A step of a CI pipeline that runs an AI agent or calls a model.</summary>
public sealed record AiAction
{
    /// <summary>The action, as <c>owner/repository</c> (or with a path below), in lower case; empty for a command.</summary>
    public string Action { get; init; } = "";

    /// <summary>The command; empty for an action.</summary>
    public string Command { get; init; } = "";

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The slug of the agent it runs.</summary>
    public string Framework { get; init; } = "";

    /// <summary>Whose model it calls, if it is always the same.</summary>
    public string Provider { get; init; } = "";

    /// <summary>Whether it decides and acts; otherwise it only asks a model.</summary>
    public bool IsAgent { get; init; }

    /// <summary>Whether it reads the text of the event that started the pipeline by itself.</summary>
    public bool ReadsEvent { get; init; }

    /// <summary>What it can do when nothing restricts it.</summary>
    public IReadOnlyList<string> Capabilities { get; init; } = [];

    /// <summary>Inputs that the model reads.</summary>
    public IReadOnlyList<string> Prompts { get; init; } = [];

    /// <summary>Inputs that say what it may do.</summary>
    public IReadOnlyList<string> Tools { get; init; } = [];

    /// <summary>Inputs that name the model.</summary>
    public IReadOnlyList<string> Models { get; init; } = [];

    /// <summary>Arguments one of which a command must have to run unattended.</summary>
    public IReadOnlyList<string> When { get; init; } = [];

    /// <summary>Arguments that switch its approvals off.</summary>
    public IReadOnlyList<string> Skip { get; init; } = [];
}

/// <summary>The catalog of AI actions and agent commands (<c>catalog/ai-actions.yaml</c>).</summary>
public sealed class AiActions
{
    private const string Source = "ai-actions.yaml";
    private readonly AiAction[] _actions;
    private readonly AiAction[] _commands;

    private AiActions(AiAction[] actions, AiAction[] commands) => (_actions, _commands) = (actions, commands);

    /// <summary>Reads the catalog.</summary>
    /// <exception cref="InvalidDataException">The file is wrong; the message names the line.</exception>
    public static AiActions Read(ReadOnlySpan<byte> yaml, PreparedYaml? prepared = null)
    {
        var root = CatalogYaml.Root(yaml, Source, prepared);
        return new AiActions(
            [.. CatalogYaml.Entries(root, Source, "actions").Items.Select(e => One(e) with { Action = CatalogYaml.Required(e, "action", Source) })],
            [.. CatalogYaml.Entries(root, Source, "commands").Items.Select(e => One(e) with { Command = CatalogYaml.Required(e, "command", Source), IsAgent = true })]);
    }

    /// <summary>The action that <c>uses:</c> names, without its version; null if it is not known to be AI.</summary>
    public AiAction? ByAction(string name) =>
        Array.Find(_actions, a => name.Equals(a.Action, StringComparison.OrdinalIgnoreCase) || name.StartsWith($"{a.Action}/", StringComparison.OrdinalIgnoreCase));

    /// <summary>The agent that a command line runs unattended; null if none is known.</summary>
    public AiAction? ByCommand(IReadOnlyList<string> words) =>
        Array.Find(_commands, c => words[0][(words[0].LastIndexOf('/') + 1)..] == c.Command && words.Any(w => c.When.Contains(w, StringComparer.Ordinal)));

    private static AiAction One(DocumentNode e) => new()
    {
        Name = CatalogYaml.Required(e, "name", Source),
        Framework = e["framework"].Text,
        Provider = e["provider"].Text,
        IsAgent = e["agent"].Flag == true,
        ReadsEvent = e["readsEvent"].Flag == true,
        Capabilities = [.. e["capabilities"].Texts],
        Prompts = [.. e["prompts"].Texts],
        Tools = [.. e["tools"].Texts],
        Models = [.. e["models"].Texts],
        When = [.. e["when"].Texts],
        Skip = [.. e["skip"].Texts],
    };
}
