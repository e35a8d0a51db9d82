using System.Collections.Frozen;
using Sextant.Documents;

namespace Sextant.Discovery.Catalogs;

/// <summary>What is known of a published MCP server.</summary>
/// <param name="Vendor">Who publishes it.</param>
/// <param name="Capabilities">What its tools can do when nothing restricts them, in the map's words.</param>
/// <param name="TakesRoots">Whether its arguments are the paths that it may touch.</param>
/// <param name="IsBridge">Whether it stands in front of another server, which is the one that matters.</param>
/// <param name="Malicious">Whether it is known to do harm.</param>
public sealed record KnownMcpServer(string Vendor, IReadOnlyList<string> Capabilities, bool TakesRoots, bool IsBridge, bool Malicious);

/// <summary>The catalog of MCP servers (<c>catalog/mcp-servers.yaml</c>).</summary>
public sealed class McpServerCatalog
{
    private readonly FrozenDictionary<(string, string), KnownMcpServer> _servers;

    private McpServerCatalog(Dictionary<(string, string), KnownMcpServer> servers) => _servers = servers.ToFrozenDictionary();

    /// <summary>Reads the catalog.</summary>
    /// <exception cref="InvalidDataException">The file is wrong; the message names the line.</exception>
    public static McpServerCatalog Read(ReadOnlySpan<byte> yaml, PreparedYaml? prepared = null)
    {
        const string source = "mcp-servers.yaml";
        var servers = new Dictionary<(string, string), KnownMcpServer>();
        foreach (var entry in CatalogYaml.Entries(yaml, source, "servers", prepared).Items)
        {
            var known = new KnownMcpServer(
                entry["vendor"].Text, [.. entry["capabilities"].Texts], entry["roots"].Flag == true, entry["bridge"].Flag == true, entry["malicious"].Flag == true);
            servers[(CatalogYaml.Required(entry, "ecosystem", source), CatalogYaml.Required(entry, "name", source).ToLowerInvariant())] = known;
        }

        return new McpServerCatalog(servers);
    }

    /// <summary>A server by ecosystem (<c>npm</c>, <c>pypi</c>, <c>docker</c>, <c>binary</c>) and name; for <c>url</c>, host and path.</summary>
    public KnownMcpServer? Find(string ecosystem, string name)
    {
        var key = AiPackages.Normalise(ecosystem, name);
        if (_servers.TryGetValue((ecosystem, key), out var known) || ecosystem != "url")
            return known;
        // Paths vary between transports (/mcp, /sse); the host is who answers.
        var host = key.Split('/')[0];
        return _servers.FirstOrDefault(s => s.Key.Item1 == "url" && s.Key.Item2.Split('/')[0] == host).Value;
    }
}
