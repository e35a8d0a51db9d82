using Sextant.Discovery;
using Sextant.Discovery.Code.Jvm.Settings;
using Sextant.Discovery.Code.Recognition;
using Sextant.Discovery.Containers;
using Sextant.Discovery.Flows;
using Sextant.Discovery.Manifests;
using Sextant.Discovery.Mcp;
using Sextant.Discovery.Notebooks;
using Sextant.Discovery.Policies;
using Sextant.Discovery.Registration;
using Sextant.Discovery.Secrets;
using Sextant.Discovery.Secrets.Verification;
using Sextant.Discovery.Workflows;

namespace Sextant.Cli.Scanning;

/// <summary>The one place where inspectors and front ends are registered.</summary>
internal static class Inspectors
{
    /// <summary>New inspectors for one target: all, or those of these names.</summary>
    public static IReadOnlyList<IInspector> For(Installation installation, FingerprintKey key, ScanNotes notes, KeyVerifier? verifier, IReadOnlyCollection<string> only) =>
        only.Count == 0 ? For(installation, key, notes, verifier) : [.. For(installation, key, notes, verifier).Where(i => only.Contains(i.Name))];

    private static IReadOnlyList<IInspector> For(Installation installation, FingerprintKey key, ScanNotes notes, KeyVerifier? verifier)
    {
        var packages = installation.Packages.Value;
        var variables = installation.Variables.Value;
        var servers = installation.Servers.Value;
        var finder = new SecretFinder(installation.Keys.Value);
        return
        [
            new CodeInspector(installation.Code.Value),
            new ApplicationSettingsInspector(() => installation.Code.Value),
            new NotebookOutputInspector(),
            new ModelFileInspector(),
            new CargoInspector(packages),
            new CondaInspector(packages),
            new GoModInspector(packages),
            new MavenInspector(packages),
            new NugetInspector(packages),
            new PackageJsonInspector(packages),
            new PyprojectInspector(packages),
            new RequirementsInspector(packages),
            new SetupInspector(packages),
            new ComposeInspector(servers, installation.Databases.Value, variables),
            new DockerfileInspector(servers, variables, packages),
            new GitHubWorkflowInspector(installation.Actions.Value, variables, packages),
            new AwsPolicyInspector(),
            new FlowInspector(installation.FlowNodes.Value),
            new McpConfigurationInspector(installation.McpClients.Value, installation.McpServers.Value, variables),
            new SecretInspector(finder, key, verifier),
            new EnvironmentFileInspector(finder),
            new CodeownersInspector(),
            new RegistrationInspector(notes.Register),
            new IgnoreCommentInspector(notes.Comments),
        ];
    }
}
