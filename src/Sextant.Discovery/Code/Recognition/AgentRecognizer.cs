using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Resolution;
using Sextant.Map;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>Records agents with their models, prompts, tools, other agents, guardrails, and whether a person approves what they do.</summary>
internal sealed class AgentRecognizer(Recognizers all) : IRecognizer
{
    public RecognitionKind Kind => RecognitionKind.Agent;

    public void Recognize(Match match)
    {
        var id = all.Agents.IdOf(match);
        var name = all.Agents.NameOf(match);
        var evidence = Sightings.At(match, $"{match.Symbol} makes the agent {name}");
        var framework = match.Entry.Value("framework") is { } known ? [("framework", known)] : (ReadOnlySpan<(string, PropertyValue)>)[];
        all.Sightings.Defined(id, name, evidence, [("language", match.Place.Unit.Language), .. framework]);
        if (match.Entry.All("capabilities") is { Count: > 0 } capabilities)
            all.Reading.Tree.Recorder.Asset(id, name, evidence, ("capabilities", capabilities.ToArray()));
        if (all.Reading.Argument(match, "codeExecution") is { } execution && !all.Reading.IsFlag(execution, false))
            all.Reading.Tree.Recorder.Asset(id, name, Sightings.At(execution, "executes code", Confidence.Certain), ("capabilities", new[] { "executes-code" }));
        var parts = all.Agents.Parts(match).ToArray();
        Models(match, id, parts);
        Prompt(match, id, name);
        DeclaredPrompts(match, id, name);
        foreach (var part in parts.Prepend(match))
            Belongings(part, match, id, name);
        Handoffs(match, id, name, parts);
        if (all.Reading.Argument(match, "subagents") is { } described)
            all.SubAgents.Record(match, id, name, described);
        Guardrails(match, id, name);
        var held = Tools(match, parts);
        all.AgentTools.Record(match, id, name, held, Approval(match, parts));
    }

    private void Models(Match match, AssetId id, Match[] parts)
    {
        var provider = all.Reading.Text(all.Reading.Argument(match, "provider")) is { } given ? all.Reading.Catalog.Providers.OfPrefix(given) : null;
        provider ??= match.Entry.Value("provider") is { } slug ? all.Reading.Catalog.Providers.Find(slug) : null;
        var models = new List<ModelSeen>();
        if (all.Reading.Argument(match, "model") is { } argument)
        {
            models.AddRange(ModelsOf(argument, match.Entry.Value("naming") ?? "plain", provider));
            if (models.Count == 0 && !IsGiven(argument) && all.Models.Unresolved(argument, provider) is { } unresolved)
                models.Add(unresolved);
        }

        foreach (var part in parts)
        {
            if ((all.Reading.Argument(part, "model") ?? (part.Entry.Value("scope") == "file" ? CodeReading.Receiver(part) : null)) is { } model)
                models.AddRange(all.Models.Objects(model));
            if (all.Reading.Argument(part, "tools") is { } node && part.Entry.Value("scope") != "file" && all.Reading.Code.ScopeOf(node) is var (unit, function))
                models.AddRange(all.Walk.Matches(unit, function).Where(m => m.Match.Entry.Kind == RecognitionKind.Model).SelectMany(m => all.Models.Of(m.Match)));
        }

        foreach (var model in models.DistinctBy(m => m.Id))
        {
            all.ModelRecorder.Record(model);
            all.Sightings.Relate(id, RelationKind.Uses, model.Id, $"The agent thinks with {model.Name}.", Sightings.At(model.Place, $"model {model.Name}", model.Confidence));
        }
    }

    // An object that is made elsewhere and injected here: which model it calls is said there.
    private bool IsGiven(Located model) =>
        LanguageTraits.Of(model.Unit.Language).Builders && all.Reading.Code.SymbolOf(model) is { } symbol && symbol.EndsWith("()", StringComparison.Ordinal);

    private IReadOnlyList<ModelSeen> ModelsOf(Located argument, string naming, Provider? provider)
    {
        if (all.Models.Of(argument, naming, provider) is { Count: > 0 } direct)
            return direct;
        // An old configuration map holds the model inside: {"config_list": [{"model": …}]}.
        foreach (var value in all.Reading.Values(argument))
        {
            if (value.Expression is Expression.Mapping map)
                return [.. map.All().OfType<Expression.Mapping>().Select(m => m["model"]).OfType<Expression>().SelectMany(m => all.Models.Of(value.With(m), naming, provider))];
            if (value.Expression is Expression.Call { Arguments: var arguments })
                return [.. arguments.SelectMany(a => a.Value.All().OfType<Expression.Mapping>()).Select(m => m["model"]).OfType<Expression>().SelectMany(m => all.Models.Of(value.With(m), naming, provider))];
        }

        return [];
    }

    private void Prompt(Match match, AssetId id, string name)
    {
        if (all.Reading.Argument(match, "instructions") is not { } instructions)
            return;
        var value = all.Reading.MatchAt(all.Reading.Values(instructions).FirstOrDefault(instructions), RecognitionKind.Prompt) is { } template
            && all.Prompts.TextOf(template) is { } text ? text : instructions;
        if (all.PromptReader.Record(value, name) is { } prompt)
            all.Sightings.Relate(id, RelationKind.PromptedBy, prompt, $"{name} is instructed by it.", Sightings.At(instructions, "its instructions"));
    }

    /// <summary>What an agent searches, and what a part of it says: its own instructions are read already.</summary>
    private void Belongings(Match part, Match match, AssetId id, string name)
    {
        if (part != match && all.Reading.Argument(part, "instructions") is { } said && all.PromptReader.Record(said, name) is { } prompt)
            all.Sightings.Relate(id, RelationKind.PromptedBy, prompt, $"{name} is instructed by it.", Sightings.At(part, "its instructions"));
        if (all.Reading.Argument(part, "store") is not { } held)
            return;
        foreach (var store in all.Reading.Items(held).SelectMany(all.VectorStores.In).DistinctBy(s => s.Id))
            all.Sightings.Relate(id, RelationKind.RetrievesFrom, store.Id, $"{name} searches {store.Name}.", Sightings.At(part, $"searches {store.Name}"));
    }

    // An interface whose methods are answered by a model holds the prompts itself.
    private void DeclaredPrompts(Match match, AssetId id, string name)
    {
        var declared = all.Reading.Argument(match, "interface") is { } type ? all.Reading.Code.ScopeOf(type)
            : match.Definition is { } scope ? (match.Place.Unit, scope) : null;
        if (declared is not var (unit, holder))
            return;
        foreach (var prompt in all.Reading.IndexOf(unit).Matches.Where(m => m.Entry.Kind == RecognitionKind.Prompt && m.Definition is { } of && (of == holder || of.Parent == holder.Number)))
        {
            if (all.Prompts.Record(prompt) is { } seen)
                all.Sightings.Relate(id, RelationKind.PromptedBy, seen, $"{name} is instructed by it.", Sightings.At(prompt, "its instructions"));
        }
    }

    private void Handoffs(Match match, AssetId id, string name, Match[] parts)
    {
        var others = all.Agents.Handoffs(match).Concat(parts.Where(p => p.Entry.Value("scope") != "file")
            .Select(p => all.Reading.Argument(p, "tools")).OfType<Located>().SelectMany(all.Tools.Agents));
        foreach (var other in others.Where(o => o != match).Distinct())
            all.Sightings.Relate(id, RelationKind.DelegatesTo, all.Agents.IdOf(other), $"{name} may hand work to {all.Agents.NameOf(other)}.", Sightings.At(match, "hands work over"));
    }

    private void Guardrails(Match match, AssetId id, string name)
    {
        if (all.Reading.Argument(match, "guardrails") is not { } list)
            return;
        foreach (var (guardrail, label) in all.Reading.Items(list).SelectMany(all.Guardrails.Of))
            all.Sightings.Relate(id, RelationKind.GuardedBy, guardrail, $"{label} checks what goes into or comes out of {name}.", Sightings.At(list, label));
    }

    private List<Held> Tools(Match match, Match[] parts)
    {
        var held = new List<Held>();
        foreach (var list in new[] { all.Reading.Argument(match, "tools"), all.Reading.Argument(match, "servers") }.OfType<Located>())
            held.AddRange(all.Tools.In(list));
        foreach (var part in parts.Where(p => p.Entry.Value("scope") is "file" or "request" || p.Entry.Arguments.ContainsKey("agent")))
        {
            if (all.Reading.Argument(part, "tools") is { } list)
                held.AddRange(all.Tools.In(list));
        }

        foreach (var list in match.Entry.Arguments.ContainsKey("tools") ? new[] { all.Reading.Argument(match, "tools") }.OfType<Located>() : [])
            held.AddRange(all.Configured.Of(list, RecognitionKind.Tool).SelectMany(all.Tools.Given));
        held.AddRange(all.Agents.Decorated(match).Select(all.Tools.Of));
        return held;
    }

    private Approvals Approval(Match match, Match[] parts)
    {
        var said = new[] { all.Reading.Argument(match, "approval") }.Concat(parts.Select(p => all.Reading.Argument(p, "approval"))).OfType<Located>()
            .Select(a => Approvals.Of(all.Reading, a)).ToArray();
        var human = all.Reading.Text(all.Reading.Argument(match, "humanInput"));
        return new Approvals(Array.Exists(said, s => s.All) || human == "ALWAYS", said.SelectMany(s => s.Tools).ToHashSet(StringComparer.Ordinal));
    }
}
