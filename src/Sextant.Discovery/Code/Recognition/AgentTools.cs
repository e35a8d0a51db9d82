using Sextant.Discovery.Catalogs;
using Sextant.Map;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>Records what an agent holds, and whether a person approves it.</summary>
internal sealed class AgentTools(Recognizers all)
{
    /// <summary>Records the tools, servers and agents that an agent holds.</summary>
    public void Record(Match agent, AssetId id, string name, IReadOnlyList<Held> held, Approvals approvals)
    {
        var evidence = Sightings.At(agent, $"{name} holds it");
        foreach (var other in held.OfType<Held.Agent>().Where(h => h.Match != agent).DistinctBy(h => h.Match))
            all.Sightings.Relate(id, RelationKind.DelegatesTo, all.Agents.IdOf(other.Match), $"{name} may call {all.Agents.NameOf(other.Match)} as a tool.", evidence);
        foreach (var server in held.OfType<Held.Server>().DistinctBy(h => h.Seen.Id))
        {
            all.Mcp.Record(server.Seen, evidence);
            all.Sightings.Relate(id, RelationKind.Uses, server.Seen.Id, $"{name} may call the tools of {server.Seen.Name}.", evidence);
        }

        var tools = held.OfType<Held.Tool>().DistinctBy(h => h.Id).ToArray();
        foreach (var tool in tools)
            Hold(id, name, tool, approvals, evidence);
        Autonomy(agent, id, name, tools, approvals, [.. held.Where(h => h is not Held.Tool)]);
    }

    private void Hold(AssetId id, string name, Held.Tool tool, Approvals approvals, Evidence evidence)
    {
        all.ToolRecorder.Record(tool);
        all.Sightings.Relate(id, RelationKind.Calls, tool.Id, $"{name} may call {tool.Name}.", evidence);
        Retrieves(id, name, tool);
        if (all.ToolRecorder.Approval(tool) is not null)
            return;
        var required = approvals.Requires(tool.Name);
        all.Reading.Tree.Recorder.Asset(
            tool.Id, tool.Name, evidence with { Confidence = required ? Confidence.Certain : Confidence.Likely }, ("approval", required ? "required" : "none"));
    }

    // What a tool searches, its agent retrieves from.
    private void Retrieves(AssetId id, string name, Held.Tool tool)
    {
        if (tool is not { Unit: { } unit, Function: { } scope })
            return;
        foreach (var search in all.Walk.Matches(unit, scope).Select(m => m.Match).Where(m => m.Entry.Kind == RecognitionKind.Retrieval && !m.Entry.Arguments.ContainsKey("documents")))
        {
            foreach (var store in CodeReading.Receiver(search) is { } held ? all.VectorStores.In(held) : [])
                all.Sightings.Relate(id, RelationKind.RetrievesFrom, store.Id, $"{tool.Name} searches {store.Name} for {name}.", Sightings.At(search, $"{search.Symbol} searches {store.Name}"));
        }
    }

    // Frameworks run tools without asking unless told otherwise.
    private void Autonomy(Match agent, AssetId id, string name, Held.Tool[] tools, Approvals approvals, Held[] others)
    {
        var human = all.Reading.Text(all.Reading.Argument(agent, "humanInput"));
        if (tools.Length == 0 && others.Length == 0 && human is null && all.Reading.Argument(agent, "approval") is null)
            return;
        var approved = tools.All(t => (all.ToolRecorder.Approval(t) ?? (approvals.Requires(t.Name) ? "required" : "none")) == "required")
            && others.OfType<Held.Server>().All(s => !IsLeftAlone(s)) && (tools.Length > 0 || approvals.All || others.OfType<Held.Server>().Any(IsAsked));
        var said = human is not null || approved;
        all.Reading.Tree.Recorder.Asset(
            id, name, Sightings.At(agent, approved ? "a person approves its actions" : "nobody approves its actions", said ? Confidence.Certain : Confidence.Likely),
            ("autonomy", approved || human == "ALWAYS" ? "human-approval" : "auto-approve"));
    }

    private bool IsAsked(Held.Server server) => Said(server) == "required";

    private bool IsLeftAlone(Held.Server server) => Said(server) == "none";

    private string? Said(Held.Server server) =>
        all.Reading.Argument(server.Seen.Match, "approval") is { } said ? Approvals.IsRequired(all.Reading, said) : null;
}
