using Sextant.Discovery.Catalogs;
using Sextant.Map;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>Records tools that are declared, with the agent or server that the declaration names.</summary>
internal sealed class ToolRecognizer(Recognizers all) : IRecognizer
{
    public RecognitionKind Kind => RecognitionKind.Tool;

    public void Recognize(Match match)
    {
        var tool = all.Tools.Of(match);
        var owner = match.Entry.Value("owner") == "receiver" ? AgentReader.OwnerOfDecorator(match) : null;
        var server = owner is { } of ? all.Mcp.In(of) : null;
        if (match.Entry.Value("owner") == "receiver" && match.Entry.Form != RecognitionForm.Call && server is null && (owner is not { } held || !all.Tools.Agents(held).Any()))
            return;
        all.ToolRecorder.Record(tool);
        if (server is not null)
            all.Sightings.Relate(tool.Id, RelationKind.ProvidedBy, server.Id, $"{server.Name} offers {tool.Name}.", tool.Evidence);
        Retrieves(match, tool);
    }

    private void Retrieves(Match match, Held.Tool tool)
    {
        if (all.Reading.Argument(match, "store") is not { } store)
            return;
        foreach (var seen in all.VectorStores.In(store))
            all.Sightings.Relate(tool.Id, RelationKind.RetrievesFrom, seen.Id, $"{tool.Name} searches {seen.Name}.", tool.Evidence);
    }
}
