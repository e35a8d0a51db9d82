using Sextant.Discovery.Configuration;
using Sextant.Discovery.Reading;
using Sextant.Map;

namespace Sextant.Discovery;

/// <summary>
/// Ids of what is known by a network name. A public name means the same to all; any other (<c>llm</c>, <c>localhost</c>,
/// <c>10.0.0.5</c>) means something only within the application or compose file that names it.
/// </summary>
internal static class NetworkIds
{
    /// <summary>An endpoint known only by its address: <c>model-endpoint:url/host:port</c>, or that within an application.</summary>
    public static AssetId Endpoint(TreeContext tree, string file, string host, string address) => ConnectionUrl.IsPublic(host)
        ? AssetId.Of(AssetKind.ModelEndpoint, "url", address)
        : Applications.Scoped(tree, file, AssetKind.ModelEndpoint, "url", address);

    /// <summary>A database: <c>data-store:engine/host/database</c>, or that within an application.</summary>
    public static AssetId Database(TreeContext tree, string file, string engine, string host, string database) => ConnectionUrl.IsPublic(host)
        ? AssetId.Of(AssetKind.DataStore, engine, host, database)
        : Applications.Scoped(tree, file, AssetKind.DataStore, engine, host, database);

    /// <summary>What a variable holds the address of, of which only the variable is known.</summary>
    public static AssetId ByVariable(TreeContext tree, string file, string variable) => Applications.Scoped(tree, file, AssetKind.DataStore, "env", variable);
}
