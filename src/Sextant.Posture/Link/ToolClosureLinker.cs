using Sextant.Map;

namespace Sextant.Posture.Link;

/// <summary>
/// What an agent can do is what its tools can do, and those of its MCP servers and of the agents that it hands work to. What a
/// person must approve first stays a capability, but gives the agent no access of its own.
/// </summary>
public sealed class ToolClosureLinker : IConcluder
{
    private static readonly (RelationKind Does, RelationKind May)[] Access =
    [
        (RelationKind.Reads, RelationKind.CanRead), (RelationKind.CanRead, RelationKind.CanRead), (RelationKind.RetrievesFrom, RelationKind.CanRead),
        (RelationKind.Writes, RelationKind.CanWrite), (RelationKind.CanWrite, RelationKind.CanWrite),
    ];

    /// <inheritdoc/>
    public string Name => "link:tools";

    /// <inheritdoc/>
    public void Conclude(AssetMap map, IRecorder recorder)
    {
        var deductions = new Deductions(Name, map, recorder);
        foreach (var agent in map.Assets.Where(a => a.Kind == AssetKind.Agent))
        {
            foreach (var serves in map.Outgoing(agent, RelationKind.Uses).Where(u => u.To.Kind == AssetKind.McpServer))
                CallsToolsOf(map, serves, deductions);
            foreach (var holds in map.Outgoing(agent).Where(IsHeld))
                Take(map, holds, deductions);
        }
    }

    private static bool IsHeld(Relation r) =>
        (r.Kind == RelationKind.Calls && r.To.Kind == AssetKind.Tool)
        || (r.Kind == RelationKind.Uses && r.To.Kind == AssetKind.McpServer)
        || (r.Kind == RelationKind.DelegatesTo && r.To.Kind == AssetKind.Agent);

    private static void CallsToolsOf(AssetMap map, Relation serves, Deductions deductions)
    {
        foreach (var provided in map.Incoming(serves.To, RelationKind.ProvidedBy).Where(p => p.From.Kind == AssetKind.Tool))
        {
            deductions.Relate(
                serves.From, RelationKind.Calls, provided.From, $"{serves.From.Name} uses {serves.To.Name}, which offers {provided.From.Name}.",
                Confidence.Likely, serves.Surest, provided.Surest);
        }
    }

    /// <summary>One step of the closure; delegation closes over the rounds in which linkers run.</summary>
    private static void Take(AssetMap map, Relation holds, Deductions deductions)
    {
        var (agent, tool) = (holds.From, holds.To);
        if (tool["capabilities"] is PropertyValue.Set capabilities)
            deductions.Facet(agent, "capabilities", capabilities, $"{tool.Name} can: {capabilities}.", Confidence.Likely, holds.Surest, tool.Surest);
        if (tool.Text("approval") == "required")
            return;
        foreach (var does in map.Outgoing(tool).Where(r => IsData(r.To)))
        {
            foreach (var (_, may) in Access.Where(a => a.Does == does.Kind))
                deductions.Relate(agent, may, does.To, $"{agent.Name} acts through {tool.Name}: {does.Because}", Confidence.Likely, holds.Surest, does.Surest);
        }
    }

    private static bool IsData(Asset asset) => asset.Kind is AssetKind.DataStore or AssetKind.Dataset or AssetKind.VectorStore;
}
