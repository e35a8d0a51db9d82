using System.Collections.Frozen;
using Sextant.Documents;

namespace Sextant.Discovery.Catalogs;

/// <summary>An assistant or editor whose configuration names MCP servers.</summary>
/// <param name="Slug">Its slug, the last part of the agent's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Provider">Who makes it; empty if unknown.</param>
/// <param name="Files">How paths of its files end.</param>
/// <param name="Folders">Folders whose files are its.</param>
/// <param name="Servers">Where the servers stand in the file, as dotted keys.</param>
public sealed record McpClient(
    string Slug, string Name, string Provider, IReadOnlyList<string> Files, IReadOnlyList<string> Folders, IReadOnlyList<string> Servers)
{
    /// <summary>Where its rules stand for what runs without a question, as dotted keys.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>What each tool that such a rule may name can do.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Tools { get; init; } = FrozenDictionary<string, IReadOnlyList<string>>.Empty;

    /// <summary>Settings by meaning: <c>autoApprove</c>, <c>humanApproval</c>, <c>privileged</c>, <c>unasked</c>; each is <c>path=value</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Settings { get; init; } = FrozenDictionary<string, IReadOnlyList<string>>.Empty;

    /// <summary>The autonomy without any such setting; empty if not documented.</summary>
    public string Unset { get; init; } = "";
}

/// <summary>The catalog of MCP clients (<c>catalog/mcp-clients.yaml</c>).</summary>
public sealed class McpClients
{
    private readonly McpClient[] _clients;

    private McpClients(McpClient[] clients) => _clients = clients;

    /// <summary>Reads the catalog.</summary>
    /// <exception cref="InvalidDataException">The file is wrong; the message names the line.</exception>
    public static McpClients Read(ReadOnlySpan<byte> yaml, PreparedYaml? prepared = null)
    {
        const string source = "mcp-clients.yaml";
        return new McpClients([.. CatalogYaml.Entries(yaml, source, "clients", prepared).Items.Select(e => new McpClient(
            CatalogYaml.Required(e, "client", source), CatalogYaml.Required(e, "name", source), e["provider"].Text,
            [.. e["files"].Texts], [.. e["folders"].Texts], [.. e["servers"].Texts])
        {
            Allowed = [.. e["allowed"].Texts],
            Tools = Lists(e["tools"]),
            Settings = Lists(e["settings"]),
            Unset = e["unset"].Text,
        })]);
    }

    private static FrozenDictionary<string, IReadOnlyList<string>> Lists(DocumentNode map) =>
        map.Entries.ToFrozenDictionary(p => p.Key.Text, p => (IReadOnlyList<string>)[.. p.Value.Texts], StringComparer.Ordinal);

    /// <summary>The client whose file this is, the one with the longest match; null if it is none's. Allocates nothing.</summary>
    public McpClient? Of(string path)
    {
        McpClient? best = null;
        var length = 0;
        foreach (var client in _clients)
        {
            foreach (var file in client.Files)
            {
                if (file.Length > length && EndsWith(path, file))
                    (best, length) = (client, file.Length);
            }

            foreach (var folder in client.Folders)
            {
                if (folder.Length > length && InFolder(path, folder))
                    (best, length) = (client, folder.Length);
            }
        }

        return best;
    }

    /// <summary>The folder of the project that a client's file configures; empty at the root.</summary>
    public static string ProjectOf(McpClient client, string path)
    {
        foreach (var folder in client.Folders)
        {
            if (InFolder(path, folder))
                return path[..path.IndexOf(folder, StringComparison.Ordinal)].TrimEnd('/');
        }

        var file = client.Files.Where(f => EndsWith(path, f)).MaxBy(f => f.Length) ?? "";
        var project = path[..^file.Length];
        var slash = project.LastIndexOf('/');
        return slash < 0 ? "" : project[..slash];
    }

    // A pattern that begins with a dot and has no folder also ends other names (team.code-workspace).
    private static bool EndsWith(string path, string file) =>
        path.EndsWith(file, StringComparison.OrdinalIgnoreCase)
        && (path.Length == file.Length || path[path.Length - file.Length - 1] == '/' || file == ".code-workspace");

    private static bool InFolder(string path, string folder)
    {
        var at = path.IndexOf(folder, StringComparison.Ordinal);
        return at == 0 || (at > 0 && path[at - 1] == '/');
    }
}
