using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Code.Facts;
using Sextant.Map;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>Records tools: what they can do by what their code calls, and the data stores that they touch.</summary>
internal sealed class ToolRecorder(CodeReading reading, Capabilities capabilities, BodyWalk walk, DataStoreRecorder stores, Sightings sightings)
{
    /// <summary>Records a tool.</summary>
    public AssetId Record(Held.Tool tool)
    {
        sightings.Defined(tool.Id, tool.Name, tool.Evidence);
        if (tool.Match is { } match && Framework(match) is { } framework)
            reading.Tree.Recorder.Asset(tool.Id, tool.Name, tool.Evidence, ("framework", framework));
        var declared = tool.Match?.Entry.All("capabilities") ?? [];
        if (declared.Count > 0)
            reading.Tree.Recorder.Asset(tool.Id, tool.Name, tool.Evidence, ("capabilities", declared.ToArray()));
        var inferred = declared.Count > 0;
        if (tool is { Unit: { } unit, Function: { } function })
            inferred |= Body(tool, unit, function);
        if (!inferred)
            Guess(tool);
        if (Approval(tool) is { } approval)
            reading.Tree.Recorder.Asset(tool.Id, tool.Name, tool.Evidence, ("approval", approval));
        return tool.Id;
    }

    /// <summary>What the tool itself says of approval: <c>required</c>, <c>none</c>, or null if it says nothing.</summary>
    public string? Approval(Held.Tool tool)
    {
        if (tool.Match is { } match && reading.Argument(match, "approval") is { } said)
            return Approvals.IsRequired(reading, said);
        return tool is { Unit: { } unit, Function: { } function } && walk.Matches(unit, function).Exists(m => m.Match.Entry.Kind == RecognitionKind.Approval) ? "required" : null;
    }

    private bool Body(Held.Tool tool, CodeUnit unit, Scope function)
    {
        var (effects, touched) = capabilities.Of(unit, function);
        foreach (var effect in effects)
            reading.Tree.Recorder.Asset(tool.Id, tool.Name, effect.Evidence, ("capabilities", new[] { effect.Capability }));
        foreach (var (store, writes, evidence) in touched)
        {
            stores.Record(store, evidence);
            sightings.Relate(tool.Id, writes ? RelationKind.Writes : RelationKind.Reads, store.Id, $"{tool.Name} {(writes ? "writes" : "reads")} {store.Name}.", evidence);
        }

        return effects.Count > 0;
    }

    // A name is a hint only where the code says nothing.
    private void Guess(Held.Tool tool)
    {
        var hints = capabilities.OfName(tool.Name).ToArray();
        if (hints.Length > 0)
            reading.Tree.Recorder.Asset(tool.Id, tool.Name, tool.Evidence with { Confidence = Confidence.Possible }, ("capabilities", hints));
    }

    private static string? Framework(Match match) => match.Entry.Value("framework");
}
