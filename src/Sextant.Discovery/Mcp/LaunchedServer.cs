using Sextant.Discovery.Manifests;

namespace Sextant.Discovery.Mcp;

/// <summary>What a command line starts as an MCP server, after all wrappers are taken off.</summary>
internal sealed record LaunchedServer
{
    /// <summary><c>npm</c>, <c>pypi</c>, <c>docker</c>, <c>git</c>, <c>url</c>, <c>file</c> or <c>binary</c>.</summary>
    public required string Ecosystem { get; init; }

    /// <summary>The package, image, repository, address, path or command.</summary>
    public required string Name { get; init; }

    /// <summary>How firmly it is fixed; null where that means nothing.</summary>
    public Pin? Pin { get; init; }

    /// <summary>The server's own arguments.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Names of variables that wrappers pass to it.</summary>
    public IReadOnlyList<string> Variables { get; init; } = [];

    /// <summary>Paths of the host that a container may touch.</summary>
    public IReadOnlyList<string> Mounts { get; init; } = [];

    /// <summary>The folder that a wrapper changes to; empty if none.</summary>
    public string Directory { get; init; } = "";

    /// <summary>Whether it is a container with the host's rights.</summary>
    public bool Privileged { get; init; }
}
