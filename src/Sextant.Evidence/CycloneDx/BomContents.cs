using System.Collections.Frozen;
using Sextant.Map;

namespace Sextant.Evidence.CycloneDx;

/// <summary>Which assets are in the bill of materials, as what, and which of them need which.</summary>
internal sealed class BomContents
{
    private static readonly FrozenDictionary<AssetKind, string> TypeOf = new Dictionary<AssetKind, string>
    {
        [AssetKind.Model] = "machine-learning-model",
        [AssetKind.Dataset] = "data",
        [AssetKind.DataStore] = "data",
        [AssetKind.VectorStore] = "data",
        [AssetKind.Prompt] = "data",
        [AssetKind.Package] = "library",
        [AssetKind.Workload] = "container",
        [AssetKind.Notebook] = "file",
        [AssetKind.Agent] = "application",
        [AssetKind.Tool] = "application",
        [AssetKind.Skill] = "application",
        [AssetKind.Guardrail] = "application",
        [AssetKind.EvalSuite] = "application",
        [AssetKind.Pipeline] = "application",
        [AssetKind.Application] = "application",
        [AssetKind.Repository] = "application",
    }.ToFrozenDictionary();

    private static readonly FrozenSet<AssetKind> ServiceKinds = FrozenSet.Create(
        AssetKind.AiService, AssetKind.ModelEndpoint, AssetKind.ModelGateway, AssetKind.McpServer,
        AssetKind.ModelRegistry, AssetKind.ExperimentTracker);

    // Relations whose start does not work, or would not be what it is, without their end.
    private static readonly FrozenSet<RelationKind> Needs = FrozenSet.Create(
        RelationKind.Uses, RelationKind.Serves, RelationKind.Hosts, RelationKind.TrainedOn, RelationKind.FineTunedFrom,
        RelationKind.EvaluatedOn, RelationKind.ProducedBy, RelationKind.RetrievesFrom, RelationKind.EmbedsWith, RelationKind.Indexes,
        RelationKind.PromptedBy, RelationKind.GuardedBy, RelationKind.Calls, RelationKind.ProvidedBy, RelationKind.DelegatesTo,
        RelationKind.Reads, RelationKind.Writes, RelationKind.SendsTo, RelationKind.RunsOn, RelationKind.BuiltFrom, RelationKind.DependsOn);

    private BomContents(AssetMap map)
    {
        Map = map;
        Components = [.. map.Assets.Where(a => TypeOf.ContainsKey(a.Kind))];
        Services = [.. map.Assets.Where(a => ServiceKinds.Contains(a.Kind))];
    }

    public AssetMap Map { get; }

    /// <summary>Components, by id.</summary>
    public IReadOnlyList<Asset> Components { get; }

    /// <summary>Services, by id.</summary>
    public IReadOnlyList<Asset> Services { get; }

    public static BomContents Of(AssetMap map) => new(map);

    /// <summary>The component type of a kind.</summary>
    public static string ComponentType(AssetKind kind) => TypeOf[kind];

    /// <summary>Whether assets of a kind are components.</summary>
    public static bool IsComponent(AssetKind kind) => TypeOf.ContainsKey(kind);

    /// <summary>Whether assets of a kind are services.</summary>
    public static bool IsService(AssetKind kind) => ServiceKinds.Contains(kind);

    /// <summary>What an asset needs, by id, of what is in the bill.</summary>
    public IEnumerable<AssetId> DependenciesOf(Asset asset) => Map.Outgoing(asset)
        .Where(r => Needs.Contains(r.Kind) && (IsComponent(r.To.Kind) || IsService(r.To.Kind)))
        .Select(r => r.To.Id)
        .Where(id => id != asset.Id)
        .Distinct()
        .Order();
}
