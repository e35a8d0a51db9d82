using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Configuration;
using Sextant.Discovery.Reading;
using Sextant.Documents;
using Sextant.Map;

namespace Sextant.Discovery.Mcp;

/// <summary>
/// Reads the files in which assistants and editors name their MCP servers: the assistant as an agent, the servers it uses,
/// what each may touch and with which credentials, and what runs without a question.
/// </summary>
public sealed class McpConfigurationInspector(McpClients clients, McpServerCatalog servers, AiVariables variables) : IInspector
{
    private const int MaxTools = 200;

    /// <inheritdoc/>
    public string Name => "mcp-configuration";

    /// <inheritdoc/>
    public IReadOnlyList<string> Triggers => [];

    /// <inheritdoc/>
    public bool Wants(TreePath path) => path.HasExtension(".json", ".jsonc", ".toml", ".yaml", ".yml", ".code-workspace") && clients.Of(path.Value) is not null;

    /// <inheritdoc/>
    public void Inspect(FileContent file, TreeContext tree)
    {
        if (clients.Of(file.Path.Value) is not { } client)
            return;
        var read = new InspectedFile(Name, file, tree);
        var root = read.Document();
        var project = McpClients.ProjectOf(client, read.Path);
        var assistant = new AssistantRecorder(read, client, project);
        assistant.Settings(root);
        var recorder = new McpServerRecorder(read, project, servers, variables);
        foreach (var entry in Entries(client, root))
        {
            if (recorder.Server(entry) is { } server)
                Connect(read, assistant, entry, server);
        }

        Hooks(assistant, root);
    }

    private static IEnumerable<McpEntry> Entries(McpClient client, DocumentNode root)
    {
        foreach (var key in client.Servers)
        {
            if (DottedKey.At(root, key) is { Entries.Count: > 0 } or { Items.Count: > 0 })
                return McpEntry.All(DottedKey.At(root, key));
        }

        return [];
    }

    private static void Connect(InspectedFile file, AssistantRecorder assistant, McpEntry entry, AssetId server)
    {
        if (entry.Node["disabled"].Flag == true || entry.Node["enabled"].Flag == false)
        {
            file.Asset(server, entry.Name, file.At(entry.Node, $"{entry.Name} is configured and switched off"));
            return;
        }

        assistant.Uses(entry, server);
        foreach (var tool in McpServerRecorder.AutoApproved(entry.Node).Where(t => t.Text != "*").Take(MaxTools))
            assistant.CallsUnasked(tool, server, entry.Name);
    }

    private static void Hooks(AssistantRecorder assistant, DocumentNode root)
    {
        foreach (var (hook, steps) in root["hooks"].Entries)
            assistant.Hook(hook.Text, steps);
    }
}
