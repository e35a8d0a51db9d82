using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Configuration;

namespace Sextant.Discovery.Mcp;

/// <summary>The widest path that a server may touch: the facet <c>rootPath</c>.</summary>
internal static class McpRoots
{
    /// <summary>The widest of a container's mounts, or of the arguments of a server that takes roots; null if none is known.</summary>
    public static string? Widest(LaunchedServer server, KnownMcpServer? known)
    {
        var roots = server.Mounts.Where(IsPath);
        if (known is { TakesRoots: true } && server.Ecosystem != "docker")
            roots = roots.Concat(server.Arguments.Where(IsPath));
        return roots.Select(Redaction.HomePath).OrderBy(Depth).ThenBy(r => r, StringComparer.Ordinal).FirstOrDefault();
    }

    private static bool IsPath(string text) =>
        text.Length is > 0 and < 500 && !text.StartsWith('-') && (text[0] is '/' or '~' or '.' or '$' || (text.Length > 1 && text[1] == ':'));

    private static int Depth(string path) => path switch
    {
        "/" or "C:\\" or "C:/" or "c:\\" => 0,
        "~" or "~/" or "$HOME" or "${HOME}" or "${env:HOME}" or "${userHome}" => 1,
        _ when path[0] is '.' || path.StartsWith("${workspaceFolder", StringComparison.Ordinal) => 10 + path.AsSpan().Count('/'),
        _ => 1 + path.TrimEnd('/', '\\').AsSpan().CountAny('/', '\\'),
    };
}
