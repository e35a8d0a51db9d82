using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Configuration;
using Sextant.Documents;
using Sextant.Map;

namespace Sextant.Discovery.Mcp;

/// <summary>Records the assistant that a configuration file belongs to, and what it may do without a question.</summary>
internal sealed class AssistantRecorder(InspectedFile file, McpClient client, string project)
{
    private const int MaxHooks = 100;
    private readonly AssetId _agent = file.Tree.Local(AssetKind.Agent, project, client.Slug);
    private bool _recorded;

    /// <summary>Records what the file's settings say of approval and permissions.</summary>
    public void Settings(DocumentNode root)
    {
        var any = Meaning(root, "autoApprove", "autonomy", "auto-approve");
        if (!any)
            any = Meaning(root, "humanApproval", "autonomy", "human-approval");
        if (!any && client.Unset.Length > 0 && root.Entries.Count > 0)
            Record(file.At(root, $"{client.Name} asks for nothing unless a setting says so", Confidence.Likely), new Facets { { "autonomy", client.Unset } });
        if (Setting(root, "privileged") is { } privileged)
            Record(file.At(privileged.Node, $"{client.Name} runs without a sandbox: {privileged.Text}"), new Facets { { "privileged", true } });
        if (Setting(root, "unasked") is { } unasked)
            Record(file.At(unasked.Node, $"servers of the repository are started without a question: {unasked.Text}"), new Facets { { "approval", "none" } });
        Allowed(root);
    }

    /// <summary>Records that the assistant uses a server.</summary>
    public void Uses(McpEntry entry, AssetId server)
    {
        var evidence = file.At(entry.Node, $"{client.Name} uses {entry.Name}");
        Record(evidence, []);
        file.Relate(_agent, RelationKind.Uses, server, $"{file.Path} lets {client.Name} start {entry.Name}.", evidence);
    }

    /// <summary>Records a tool of a server that the assistant may call without a question.</summary>
    public void CallsUnasked(DocumentNode tool, AssetId server, string serverName)
    {
        var evidence = file.At(tool, $"{serverName}: {tool.Text} runs without a question");
        var id = file.Tree.Local(AssetKind.Tool, project, client.Slug, serverName, tool.Text);
        file.Asset(id, tool.Text, evidence, new Facets { { "approval", "none" } });
        file.Relate(id, RelationKind.ProvidedBy, server, $"{tool.Text} is a tool of {serverName}.", evidence);
        file.Relate(_agent, RelationKind.Calls, id, $"{client.Name} may call {tool.Text} without a question.", evidence);
    }

    /// <summary>Records the commands that an event of the assistant runs.</summary>
    public void Hook(string name, DocumentNode steps)
    {
        var commands = steps.All().Select(n => n["command"]).Where(c => c.IsScalar && c.Text.Length > 0).Take(MaxHooks);
        foreach (var command in commands)
        {
            var words = ShellWords.Split(command.Text).SelectMany(c => c.Words);
            var evidence = file.At(command, $"a command runs on {name}");
            Record(evidence, []);
            var id = file.Tree.Local(AssetKind.Tool, file.Path, "hook", name);
            file.Asset(id, $"hook {name}", evidence, new Facets { { "command", Redaction.Command(words) }, { "capabilities", ["executes-code"] }, { "approval", "none" } });
            file.Relate(_agent, RelationKind.Calls, id, $"{client.Name} runs a command on {name} without a question.", evidence);
        }
    }

    private void Allowed(DocumentNode root)
    {
        foreach (var path in client.Allowed)
        {
            var list = DottedKey.At(root, path);
            if (list.Items.Count == 0)
                continue;
            var rules = list.Texts.Take(MaxHooks * 5).ToArray();
            Record(file.At(list, $"{client.Name} may use {rules.Length} kinds of tools without a question"), new Facets { { "permissions", rules.Select(r => Redaction.Command([r])) } });
            var capabilities = rules.SelectMany(r => client.Tools.GetValueOrDefault(r.Split('(')[0]) ?? []);
            Record(file.At(list, "what the allowed tools can do", Confidence.Likely), new Facets { { "capabilities", capabilities } });
        }
    }

    private bool Meaning(DocumentNode root, string meaning, string facet, string value)
    {
        if (Setting(root, meaning) is not { } found)
            return false;
        Record(file.At(found.Node, found.Text), new Facets { { facet, value } });
        return true;
    }

    private (DocumentNode Node, string Text)? Setting(DocumentNode root, string meaning)
    {
        foreach (var setting in client.Settings.GetValueOrDefault(meaning) ?? [])
        {
            if (DottedKey.Matching(root, setting) is { } node)
                return (node, setting);
        }

        return null;
    }

    private void Record(Evidence evidence, Facets facets)
    {
        if (!_recorded)
        {
            _recorded = true;
            facets.Add("framework", client.Slug);
            facets.Add("provider", client.Provider);
            file.Relate(_agent, RelationKind.DefinedIn, file.Application, $"{client.Name} is configured in this repository.", evidence);
        }

        file.Asset(_agent, client.Name, evidence, facets);
    }
}
