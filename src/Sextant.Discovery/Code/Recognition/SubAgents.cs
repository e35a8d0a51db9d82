using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Resolution;
using Sextant.Map;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>Records agents that are described by maps in the list of another: <c>subagents=[{"name": "critic", "tools": […]}]</c>.</summary>
internal sealed class SubAgents(Recognizers all)
{
    private const int MaxAgents = 50;
    private const int MaxName = 100;

    /// <summary>Records the agents of a list, and that the agent hands work to them.</summary>
    public void Record(Match agent, AssetId id, string name, Located list)
    {
        foreach (var item in all.Reading.Items(list).Take(MaxAgents))
        {
            foreach (var value in all.Reading.Values(item))
            {
                var other = value.Expression is Expression.Mapping map ? Described(agent, value, map) : all.Tools.Agents(value).Where(a => a != agent).Select(all.Agents.IdOf).FirstOrDefault();
                if (other != default)
                    all.Sightings.Relate(id, RelationKind.DelegatesTo, other, $"{name} may hand work to it.", Sightings.At(value, "hands work over"));
            }
        }
    }

    private AssetId Described(Match agent, Located at, Expression.Mapping map)
    {
        if (map["name"] is not { } named || all.Reading.Text(at.With(named)) is not { Length: > 0 and <= MaxName } name)
            return default;
        var evidence = Sightings.At(at, $"describes the agent {name}");
        var id = all.Reading.Tree.Local(AssetKind.Agent, Sightings.Stem(at.Unit.Path), name);
        all.Sightings.Defined(id, name, evidence, ("language", at.Unit.Language), ("framework", agent.Entry.Value("framework") ?? "unknown"));
        if ((map["prompt"] ?? map["system_prompt"] ?? map["instructions"]) is { } prompt && all.PromptReader.Record(at.With(prompt), name) is { } text)
            all.Sightings.Relate(id, RelationKind.PromptedBy, text, $"{name} is instructed by it.", evidence);
        foreach (var model in map["model"] is { } given ? all.Models.Of(at.With(given), agent.Entry.Value("naming") ?? "plain", null) : [])
        {
            all.ModelRecorder.Record(model);
            all.Sightings.Relate(id, RelationKind.Uses, model.Id, $"The agent thinks with {model.Name}.", evidence);
        }

        foreach (var tool in map["tools"] is { } tools ? all.Tools.In(at.With(tools)).OfType<Held.Tool>().DistinctBy(t => t.Id) : [])
        {
            all.ToolRecorder.Record(tool);
            all.Sightings.Relate(id, RelationKind.Calls, tool.Id, $"{name} may call {tool.Name}.", evidence);
        }

        return id;
    }
}
