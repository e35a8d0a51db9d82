using Sextant.Discovery.Configuration;
using Sextant.Documents;

namespace Sextant.Discovery.Mcp;

/// <summary>A server as a client's configuration names it, whatever the client calls its keys.</summary>
internal sealed record McpEntry(string Name, DocumentNode Node)
{
    private const int MaxServers = 500;

    /// <summary>The command line; empty for a remote server.</summary>
    public IReadOnlyList<string> Command { get; private init; } = [];

    /// <summary>The address; empty for a local server.</summary>
    public string Url { get; private init; } = "";

    /// <summary>The servers of a map, or of a list whose items carry a name.</summary>
    public static IEnumerable<McpEntry> All(DocumentNode servers)
    {
        var named = servers.IsList
            ? servers.Items.Where(i => i.IsMap).Select(i => (Name: i["name"].TextOrNull ?? "server", Node: i))
            : servers.Entries.Where(e => e.Value.IsMap).Select(e => (Name: e.Key.Text, Node: e.Value));
        foreach (var (name, node) in named.Take(MaxServers))
        {
            var entry = Of(name, node);
            if (entry.Command.Count > 0 || entry.Url.Length > 0)
                yield return entry;
        }
    }

    /// <summary>How it is spoken to, as the facet <c>transport</c>.</summary>
    public string Transport
    {
        get
        {
            var type = (Node["type"].TextOrNull ?? Node["transport"].Text).ToLowerInvariant();
            if (Url.Length == 0)
                return "stdio";
            return type switch
            {
                "sse" => "sse",
                "ws" or "websocket" => "websocket",
                _ when Url.StartsWith("ws", StringComparison.OrdinalIgnoreCase) => "websocket",
                _ when type.Length == 0 && Url.AsSpan().TrimEnd('/').EndsWith("/sse", StringComparison.OrdinalIgnoreCase) => "sse",
                _ => "http",
            };
        }
    }

    /// <summary>Names of the variables it is given, with the node of each value.</summary>
    public IEnumerable<(string Name, DocumentNode Value)> Variables
    {
        get
        {
            foreach (var key in new[] { "env", "environment", "envs" })
            {
                foreach (var (name, value) in Node[key].Entries)
                    yield return (name.Text, value);
            }

            foreach (var key in new[] { "env_vars", "env_keys", "bearer_token_env_var" })
            {
                foreach (var name in Node[key].Texts)
                    yield return (name, Node[key]);
            }
        }
    }

    /// <summary>Headers that a remote server is sent, with the node of each value.</summary>
    public IEnumerable<(string Name, DocumentNode Value)> Headers
    {
        get
        {
            foreach (var node in new[] { Node["headers"], Node["http_headers"], Node["requestOptions"]["headers"] })
            {
                foreach (var (name, value) in node.Entries)
                    yield return (name.Text, value);
            }
        }
    }

    private static McpEntry Of(string name, DocumentNode node)
    {
        var url = (node["url"].TextOrNull ?? node["serverUrl"].TextOrNull ?? node["httpUrl"].TextOrNull ?? node["uri"].TextOrNull ?? "").Trim();
        var command = node["command"].IsMap ? node["command"]["path"] : node["command"].Exists ? node["command"] : node["cmd"];
        var arguments = node["command"].IsMap ? node["command"]["args"] : node["args"];
        List<string> words = [.. command.IsScalar && !arguments.IsList ? Split(command.Text) : command.Texts, .. arguments.IsScalar ? Split(arguments.Text) : arguments.Texts];
        return new McpEntry(Excerpt(name), node) { Command = words, Url = words.Count > 0 ? "" : url };
    }

    private static IEnumerable<string> Split(string text) => ShellWords.Split(text) is [var only, ..] ? only.Words : [];

    private static string Excerpt(string name) => Map.Excerpt.OneLine(name, 100);
}
