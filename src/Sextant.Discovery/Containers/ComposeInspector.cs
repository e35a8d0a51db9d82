using System.Collections.Concurrent;
using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Configuration;
using Sextant.Discovery.Reading;
using Sextant.Map;

namespace Sextant.Discovery.Containers;

/// <summary>
/// Reads compose files: the containers, the AI servers and databases that they run, how they are published, and what reaches
/// what by which address and credential.
/// </summary>
public sealed class ComposeInspector(InferenceServers servers, Databases databases, AiVariables variables) : IInspector
{
    private const int MaxServices = 500;
    private static readonly string[] AddressEndings = ["URL", "URI", "DSN", "CONNECTION", "CONNECTION_STRING"];
    private readonly ConcurrentDictionary<string, (AssetId Store, Evidence Evidence)?> _byVariable = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Name => "compose";

    /// <inheritdoc/>
    public IReadOnlyList<string> Triggers { get; } = ["services"];

    /// <inheritdoc/>
    public bool Wants(TreePath path)
    {
        if (!path.HasExtension(".yml", ".yaml"))
            return false;
        var name = path.FileName;
        return name.StartsWith("compose", StringComparison.OrdinalIgnoreCase) || name.StartsWith("docker-compose", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("podman-compose", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".compose.yml", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".compose.yaml", StringComparison.OrdinalIgnoreCase) || name.EndsWith("docker-compose.yml", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("docker-compose.yaml", StringComparison.OrdinalIgnoreCase);
    }

    /// <inheritdoc/>
    public void Inspect(FileContent file, TreeContext tree)
    {
        var read = new InspectedFile(Name, file, tree);
        var values = new ComposeVariables(read);
        var hosted = new HostedServices();
        var all = new List<(ComposeService Service, AssetId Workload, AssetId User)>();
        var recorder = new ServiceRecorder(read, servers, databases);
        foreach (var (name, node) in read.Document()["services"].Entries.Where(e => e.Value.IsMap).Take(MaxServices))
        {
            var service = ComposeService.Read(name.Text, node, values);
            var (seen, user) = recorder.Service(service);
            hosted.Add(seen);
            all.Add((service, seen.Workload, user));
        }

        var connections = new ConnectionRecorder(read, hosted, databases, variables, _byVariable);
        var pulls = new PullRecorder(read, hosted);
        foreach (var (service, workload, user) in all)
        {
            connections.Of(service, workload, user);
            pulls.Of(service);
        }
    }

    /// <inheritdoc/>
    public void Close(TreeContext tree)
    {
        // Code that knows a database only by its variable means this one, if all compose files agree on it.
        foreach (var (variable, seen) in _byVariable)
        {
            if (seen is { } only && Array.Exists(AddressEndings, variable.EndsWith))
                tree.Recorder.Record(new AssetObservation(only.Store, only.Evidence) { Aliases = [tree.Local(AssetKind.DataStore, "env", variable).Value] });
        }
    }
}
