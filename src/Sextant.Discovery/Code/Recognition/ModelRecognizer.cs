using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Resolution;
using Sextant.Map;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>Records models, and the agents that are written as a loop over a provider's own SDK.</summary>
internal sealed class ModelRecognizer(Recognizers all) : IRecognizer
{
    private static readonly string[] DispatchMembers = ["tool_calls", "function_call", "toolUse", "tool_use", "function_calls", "toolCalls", "ToolCalls", "FunctionCalls", "FunctionCallContent", "ToolUseContent"];
    private static readonly string[] DispatchTexts = ["tool_use", "function_call", "tool_calls", "toolUse"];

    public RecognitionKind Kind => RecognitionKind.Model;

    public void Recognize(Match match)
    {
        var models = all.Models.Of(match);
        foreach (var model in models)
            all.ModelRecorder.Record(model);
        if (models.Count == 0)
        {
            foreach (var service in all.Services.Of(match))
                all.ModelRecorder.Record(service, match, Sightings.At(match, $"{match.Symbol} calls it", Confidence.Likely));
        }

        var loop = Loop(match);
        if (loop is not null)
            RecordLoop(match, models, loop.Value);
        else if (System(match) is { } prompt)
            all.PromptReader.Record(prompt, $"{Holder(match)} system");
    }

    private Located? System(Match match)
    {
        if (all.Reading.Argument(match, "instructions") is { } instructions)
            return instructions;
        return all.Reading.Argument(match, "messages") is { } messages ? all.PromptReader.SystemMessage(messages) : null;
    }

    // A call with tools is an agent only if the file acts on what the model asks for.
    private Located? Loop(Match match)
    {
        if (all.Reading.Argument(match, "tools") is not { } tools || !all.Tools.In(tools).Any())
            return null;
        // Some libraries call the tools themselves.
        if (match.Entry.Value("loop") == "true")
            return tools;
        var index = all.Reading.IndexOf(match.Place.Unit);
        var dispatches = index.Unit.Statements.SelectMany(s => s.Expressions).SelectMany(e => e.All()).Any(e =>
            (e is Expression.Member member && DispatchMembers.Contains(member.Id, StringComparer.Ordinal))
            || (e is Expression.Text text && DispatchTexts.Contains(text.Value, StringComparer.Ordinal)));
        return dispatches ? tools : null;
    }

    private void RecordLoop(Match match, IReadOnlyList<ModelSeen> models, Located tools)
    {
        var name = Holder(match);
        var id = all.Reading.Tree.Local(AssetKind.Agent, Sightings.Stem(match.Path), name);
        var evidence = Sightings.At(match, $"{match.Symbol} is given tools, and what it asks for is called", Confidence.Likely);
        all.Sightings.Defined(id, name, evidence, ("language", match.Place.Unit.Language), ("framework", match.Entry.Value("framework") ?? SymbolPath.Library(match.Symbol)));
        foreach (var model in models)
            all.Sightings.Relate(id, RelationKind.Uses, model.Id, $"The loop calls {model.Name}.", evidence);
        if (System(match) is { } prompt && all.PromptReader.Record(prompt, name) is { } instructed)
            all.Sightings.Relate(id, RelationKind.PromptedBy, instructed, $"{name} is instructed by it.", evidence);
        all.AgentTools.Record(match, id, name, [.. all.Tools.In(tools)], Approvals.None);
    }

    private string Holder(Match match)
    {
        var index = all.Reading.IndexOf(match.Place.Unit);
        var function = index.Around(match.Place.Scope, ScopeKind.Function);
        // A function within another is called after a property (execute, onFinish), which says nothing.
        while (function is { IsValue: true } && index.Around(function.Parent, ScopeKind.Function) is { Name.Length: > 0 } outer)
            function = outer;
        if (function is { Name.Length: > 0 })
            return function.Name;
        var stem = Sightings.Stem(match.Path);
        return stem[(stem.LastIndexOf('/') + 1)..];
    }
}
