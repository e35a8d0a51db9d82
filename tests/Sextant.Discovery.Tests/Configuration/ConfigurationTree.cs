using System.Text;
using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Code.Jvm.Settings;
using Sextant.Discovery.Containers;
using Sextant.Discovery.Flows;
using Sextant.Discovery.Manifests;
using Sextant.Discovery.Mcp;
using Sextant.Discovery.Notebooks;
using Sextant.Discovery.Policies;
using Sextant.Discovery.Reading;
using Sextant.Discovery.Registration;
using Sextant.Discovery.Workflows;
using Sextant.Map;

namespace Sextant.Discovery.Tests.Configuration;

/// <summary>A tree of files in memory, that inspectors of configuration read into a map.</summary>
internal sealed class ConfigurationTree : IFileSource
{
    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Paths => [.. _files.Keys];

    public bool Exists(string path) => _files.ContainsKey(path);

    public byte[]? Read(string path) => _files.GetValueOrDefault(path);

    public ConfigurationTree With(string path, string text) => With(path, Encoding.UTF8.GetBytes(text));

    public ConfigurationTree With(string path, byte[] bytes)
    {
        _files[path] = bytes;
        return this;
    }

    /// <summary>Offers every file to every inspector that wants it, and builds the map.</summary>
    public AssetMap Map(params IInspector[] inspectors)
    {
        var builder = new MapBuilder();
        var tree = new TreeContext("acme/app", this, builder);
        foreach (var inspector in inspectors.Length > 0 ? inspectors : All())
        {
            foreach (var (path, bytes) in _files)
            {
                if (inspector.Wants(new TreePath(path)))
                    inspector.Inspect(new FileContent(new TreePath(path), bytes), tree);
            }

            inspector.Close(tree);
        }

        return builder.Build();
    }

    /// <summary>All inspectors of configuration, with the catalogs of the repository.</summary>
    public static IInspector[] All() =>
    [
        new RequirementsInspector(Catalog.Packages), new PyprojectInspector(Catalog.Packages), new SetupInspector(Catalog.Packages), new CondaInspector(Catalog.Packages),
        new PackageJsonInspector(Catalog.Packages), new NugetInspector(Catalog.Packages), new GoModInspector(Catalog.Packages), new CargoInspector(Catalog.Packages),
        new MavenInspector(Catalog.Packages), new McpConfigurationInspector(Catalog.Clients, Catalog.McpServers, Catalog.Variables),
        new ComposeInspector(Catalog.Servers, Catalog.Databases, Catalog.Variables), new DockerfileInspector(Catalog.Servers, Catalog.Variables, Catalog.Packages),
        new GitHubWorkflowInspector(Catalog.Actions, Catalog.Variables, Catalog.Packages), new AwsPolicyInspector(), new RegistrationInspector(new Register()), new CodeownersInspector(),
        new FlowInspector(Catalog.FlowNodes), new ApplicationSettingsInspector(() => Catalog.Code), new NotebookOutputInspector(),
    ];
}

/// <summary>The catalogs of the repository.</summary>
internal static class Catalog
{
    public static AiPackages Packages { get; } = AiPackages.Read(
        Directory.GetFiles(Path.Combine(Folder, "packages")).Select(f => (Path.GetFileName(f), (ReadOnlyMemory<byte>)File.ReadAllBytes(f))));

    public static McpServerCatalog McpServers { get; } = McpServerCatalog.Read(Bytes("mcp-servers.yaml"));

    public static McpClients Clients { get; } = McpClients.Read(Bytes("mcp-clients.yaml"));

    public static AiVariables Variables { get; } = AiVariables.Read(Bytes("credential-variables.yaml"));

    public static InferenceServers Servers { get; } = InferenceServers.Read(Bytes("inference-servers.yaml"));

    public static Databases Databases { get; } = Databases.Read(Bytes("databases.yaml"));

    public static FlowNodeCatalog FlowNodes { get; } = FlowNodeCatalog.Read(Bytes("flow-nodes.yaml"));

    public static Discovery.Catalogs.Catalog Code { get; } = Discovery.Catalogs.Catalog.Load(Path.Combine(Folder, "code"));

    public static AiActions Actions { get; } = AiActions.Read(Bytes("ai-actions.yaml"));

    private static string Folder
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!Directory.Exists(Path.Combine(folder, "catalog")))
                folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("catalog");
            return Path.Combine(folder, "catalog");
        }
    }

    private static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name));
}

/// <summary>Maps as texts that tests compare.</summary>
internal static class MapTexts
{
    /// <summary>Ids of a kind.</summary>
    public static string[] Ids(this AssetMap map, AssetKind kind) => [.. map.Assets.Where(a => a.Kind == kind).Select(a => a.Id.Value)];

    /// <summary>All relations of a kind, as <c>from > to</c>.</summary>
    public static string[] Relations(this AssetMap map, RelationKind kind) => [.. map.Relations.Where(r => r.Kind == kind).Select(r => $"{r.From.Id} > {r.To.Id}")];

    /// <summary>A facet of an asset, as text; null if it is absent.</summary>
    public static string? Facet(this AssetMap map, string id, string facet) =>
        AssetId.TryParse(id, out var parsed) && map.Find(parsed) is { } asset ? asset[facet]?.ToString() : throw new InvalidOperationException($"{id} is not on the map: {string.Join(" ", map.Assets)}");

    /// <summary>All that a map says, for the search of what it must not say.</summary>
    public static string Everything(this AssetMap map) => string.Join('\n', map.Assets.SelectMany(a =>
        a.Evidence.Select(e => e.ToString()).Concat(a.Properties.Select(p => $"{p.Name}={p.Value}")).Append(a.Id.Value).Append(a.Name)).Concat(map.Relations.Select(r => r.Because)).Concat(map.Gaps.Select(g => g.ToString())));
}
