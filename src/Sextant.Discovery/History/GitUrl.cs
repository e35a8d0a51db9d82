using Sextant.Discovery.Reading;

namespace Sextant.Discovery.History;

/// <summary>Tells URLs that git clones from other targets.</summary>
internal static class GitUrl
{
    private static readonly string[] Schemes = ["https://", "http://", "ssh://", "git://", "file://", "git+ssh://"];

    /// <summary>Whether a target is a URL for git: by its scheme, or <c>user@host:path</c>.</summary>
    public static bool Is(string target) =>
        Array.Exists(Schemes, scheme => target.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) || RepositoryName.IsShort(target);
}
