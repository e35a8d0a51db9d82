using System.Net;
using Sextant.Discovery.Configuration;
using Sextant.Map;

namespace Sextant.Discovery.Mcp;

/// <summary>What a server is on the map.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Ecosystem">Where the catalog looks for it.</param>
/// <param name="CatalogName">By what name.</param>
/// <param name="Shown">How sentences name it.</param>
/// <param name="LocalPath">The file of the repository that it is; null if it is none.</param>
internal sealed record McpIdentity(AssetId Id, string Ecosystem, string CatalogName, string Shown, string? LocalPath)
{
    public static bool IsLoopback(string host) =>
        host is "localhost" or "host.docker.internal" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    public static McpIdentity Of(LaunchedServer server, McpEntry entry, InspectedFile file, string project) => server.Ecosystem switch
    {
        "npm" or "pypi" or "docker" => Published(server.Ecosystem, server.Name),
        "git" => new(AssetId.Of(AssetKind.McpServer, "git", server.Name.ToLowerInvariant()), "git", server.Name, server.Name, null),
        "url" => Remote(server.Name, entry, file, project),
        "module" => Module(server, entry, file, project),
        "file" => Local(server, server.Name, entry, file, project) ?? Unresolved(server.Name, entry, file, project),
        _ => Binary(server, entry, file, project),
    };

    private static McpIdentity Published(string ecosystem, string name) =>
        new(AssetId.Of(AssetKind.McpServer, ecosystem, name), ecosystem, name, $"{name} from {ecosystem}", null);

    private static McpIdentity Remote(string address, McpEntry entry, InspectedFile file, string project)
    {
        if (!ConnectionUrl.TryParse(address, out var url) || url.Host.Length == 0 || Interpolation.IsOpen(url.Host))
            return Unresolved("an address that is decided at run time", entry, file, project);
        var host = url.Port > 0 ? $"{url.Host}:{url.Port}" : url.Host;
        var id = ConnectionUrl.IsPublic(url.Host) ? AssetId.Of(AssetKind.McpServer, "url", url.Host) : file.Tree.Local(AssetKind.McpServer, "url", host);
        return new(id, "url", $"{host}/{url.Path}".TrimEnd('/'), host, null);
    }

    // A module of the repository if there is such a file; otherwise a published package that is run by its module.
    private static McpIdentity Module(LaunchedServer server, McpEntry entry, InspectedFile file, string project)
    {
        var path = server.Name.Replace('.', '/');
        foreach (var candidate in new[] { $"{path}.py", $"{path}/__main__.py", $"src/{path}.py", $"src/{path}/__main__.py", $"{path}/server.py" })
        {
            if (Local(server, candidate, entry, file, project) is { } local)
                return local;
        }

        var top = server.Name.Split('.')[0];
        return Published("pypi", Catalogs.AiPackages.Normalise("pypi", top));
    }

    private static McpIdentity? Local(LaunchedServer server, string path, McpEntry entry, InspectedFile file, string project)
    {
        var relative = InProject(path);
        var folder = InProject(server.Directory.Length > 0 ? server.Directory : entry.Node["cwd"].Text);
        foreach (var start in new[] { RelativePath.Resolve(project, folder) ?? project, project, "" })
        {
            if (RelativePath.Resolve(start, relative) is { Length: > 0 } resolved && file.Tree.Files.Exists(resolved))
                return new(file.Tree.Local(AssetKind.McpServer, resolved), "file", resolved, resolved, resolved);
        }

        return null;
    }

    private static McpIdentity Binary(LaunchedServer server, McpEntry entry, InspectedFile file, string project)
    {
        var name = server.Name[(server.Name.LastIndexOfAny(['/', '\\']) + 1)..];
        var withArguments = string.Join(' ', server.Arguments.Take(2).Prepend(name));
        if (Local(server, server.Name, entry, file, project) is { } local)
            return local;
        var own = Unresolved(name, entry, file, project);
        return own with { Ecosystem = "binary", CatalogName = server.Arguments.Count > 0 && server.Arguments[0] == "mcp" ? withArguments : $"{name} {(server.Arguments.Count > 0 ? server.Arguments[0] : "")}" };
    }

    private static McpIdentity Unresolved(string shown, McpEntry entry, InspectedFile file, string project) =>
        new(file.Tree.Local(AssetKind.McpServer, project, entry.Name), "", entry.Name, Excerpt.OneLine(Redaction.HomePath(shown), 120), null);

    private static string InProject(string path)
    {
        foreach (var root in new[] { "${workspaceFolder}/", "${workspaceRoot}/", "${CLAUDE_PROJECT_DIR}/", "${CLAUDE_PLUGIN_ROOT}/", "$CLAUDE_PROJECT_DIR/", "${CLAUDE_PROJECT_DIR:-.}/", "${PWD}/", "$PWD/", "${extensionPath}/", "${extensionPath}${/}" })
        {
            if (path.StartsWith(root, StringComparison.Ordinal))
                return path[root.Length..];
        }

        return path is "${workspaceFolder}" or "${CLAUDE_PROJECT_DIR}" ? "." : path;
    }
}
