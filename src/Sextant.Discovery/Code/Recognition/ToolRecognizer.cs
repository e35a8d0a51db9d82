using Sextant.Discovery.Catalogs;
using Sextant.Map;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>Records tools that are declared, with the agent or server that the declaration names.</summary>
internal sealed class ToolRecognizer(Recognizers all) : IRecognizer
{
    public RecognitionKind Kind => RecognitionKind.Tool;

    public void Recognize(Match match)
    {
        if (all.Tools.Objects(match) is not null)
        {
            Gathered(match);
            return;
        }

        var tool = all.Tools.Of(match);
        if (all.Tools.IsPartOfAnother(match) || all.Tools.IsNameless(match))
            return;
        var owner = all.Reading.Argument(match, "server") ?? (match.Entry.Value("owner") is "receiver" or "server" ? AgentReader.OwnerOfDecorator(match) : null);
        var server = owner is { } of ? all.Mcp.In(of) : null;
        if (match.Entry.Value("owner") == "receiver" && match.Entry.Form != RecognitionForm.Call && server is null && (owner is not { } held || !all.Tools.Agents(held).Any()))
            return;
        all.ToolRecorder.Record(tool);
        if (server is not null)
            all.Sightings.Relate(tool.Id, RelationKind.ProvidedBy, server.Id, $"{server.Name} offers {tool.Name}.", tool.Evidence);
        Retrieves(match, tool);
    }

    // A call that gathers the tools of a class may say which server offers them.
    private void Gathered(Match match)
    {
        var server = all.Reading.Argument(match, "server") is { } on ? all.Configured.Of(on, RecognitionKind.McpServer).Select(all.Mcp.Seen).FirstOrDefault() : null;
        foreach (var tool in all.Tools.Given(match).OfType<Held.Tool>())
        {
            all.ToolRecorder.Record(tool);
            if (server is not null)
                all.Sightings.Relate(tool.Id, RelationKind.ProvidedBy, server.Id, $"{server.Name} offers {tool.Name}.", tool.Evidence);
        }
    }

    private void Retrieves(Match match, Held.Tool tool)
    {
        if (all.Reading.Argument(match, "store") is not { } store)
            return;
        foreach (var seen in all.VectorStores.In(store))
            all.Sightings.Relate(tool.Id, RelationKind.RetrievesFrom, seen.Id, $"{tool.Name} searches {seen.Name}.", tool.Evidence);
    }
}
