using Sextant.Discovery;
using Sextant.Discovery.Manifests;
using Sextant.Discovery.Mcp;
using Sextant.Discovery.Secrets;

namespace Sextant.Cli.Scanning;

/// <summary>The one place where inspectors are registered.</summary>
internal static class Inspectors
{
    /// <summary>New inspectors for one target.</summary>
    public static IReadOnlyList<IInspector> For(Installation installation, FingerprintKey key, IgnoreComments comments)
    {
        var packages = installation.Packages.Value;
        var finder = new SecretFinder(installation.Keys.Value);
        return
        [
            new CargoInspector(packages),
            new CondaInspector(packages),
            new GoModInspector(packages),
            new MavenInspector(packages),
            new NugetInspector(packages),
            new PackageJsonInspector(packages),
            new PyprojectInspector(packages),
            new RequirementsInspector(packages),
            new SetupInspector(packages),
            new McpConfigurationInspector(installation.McpClients.Value, installation.McpServers.Value, installation.Variables.Value),
            new SecretInspector(finder, key),
            new EnvironmentFileInspector(finder),
            new IgnoreCommentInspector(comments),
        ];
    }
}
