using Sextant.Discovery.Catalogs;
using Sextant.Map;

namespace Sextant.Discovery.Containers;

/// <summary>What a service of a compose file hosts, for the services that reach it by name.</summary>
/// <param name="Service">The service.</param>
/// <param name="Workload">Its workload.</param>
/// <param name="Server">The AI server that it runs; null if it runs none.</param>
/// <param name="ServerId">That server on the map.</param>
/// <param name="Database">The database that it runs; null if it runs none.</param>
internal sealed record HostedService(ComposeService Service, AssetId Workload, InferenceServer? Server, AssetId? ServerId, Database? Database);

/// <summary>The services of a compose file by the names that others reach them by.</summary>
internal sealed class HostedServices
{
    private readonly Dictionary<string, HostedService> _byHost = new(StringComparer.OrdinalIgnoreCase);

    public void Add(HostedService hosted)
    {
        foreach (var host in hosted.Service.HostNames)
            _byHost.TryAdd(host, hosted);
    }

    public HostedService? Find(string host) => _byHost.GetValueOrDefault(host);
}
