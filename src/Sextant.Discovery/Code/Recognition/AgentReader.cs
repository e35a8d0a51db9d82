using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Resolution;
using Sextant.Map;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>Names agents, and finds what belongs to one beyond its own arguments. Records nothing.</summary>
internal sealed class AgentReader(CodeReading reading, ToolReader tools, BodyWalk walk)
{
    private const int MaxName = 100;

    /// <summary>Spaces from which on a name is a sentence.</summary>
    private const int LongestName = 8;

    /// <summary>The id of an agent.</summary>
    public AssetId IdOf(Match agent) => Declared(agent) is { } declared ? IdOf(declared)
        : reading.Tree.Local(AssetKind.Agent, Sightings.Stem(agent.Path), NameOf(agent));

    /// <summary>The name of an agent: what it is called, the variable or function that holds it, its class.</summary>
    public string NameOf(Match agent)
    {
        if (Declared(agent) is { } declared)
            return NameOf(declared);
        if (Given(agent) is { } name && (!IsSentence(name) || agent.Binding.Length == 0))
            return Excerpt.OneLine(name, MaxName);
        var function = Function(agent);
        if (agent.Binding.Length > 0 && (function is null or { Name.Length: 0 } || function.Name == agent.Binding || !IsShared(agent)))
            return agent.Binding;
        if (function is { Name: "main", Parent: > 0 })
            return agent.Place.Unit.Scopes[function.Parent].Name;
        return function is { Name.Length: > 0 } ? function.Name : agent.ShortName;
    }

    /// <summary>The agent that the interface declares of which this is the making; null if it declares none.</summary>
    private Match? Declared(Match agent) => reading.Argument(agent, "interface") is { } type && reading.Code.ScopeOf(type) is var (unit, holder)
        ? reading.IndexOf(unit).Matches.Find(m => m is { Entry: { Kind: RecognitionKind.Agent, Form: RecognitionForm.Decorator }, Definition: { } of } && (of == holder || of.Parent == holder.Number))
        : null;

    /// <summary>The function with a name around an agent, or the outermost without.</summary>
    private Scope? Function(Match agent)
    {
        var index = reading.IndexOf(agent.Place.Unit);
        var function = index.Around(agent.Place.Scope, ScopeKind.Function);
        while (function is { Name.Length: 0, Parent: >= 0 } && index.Around(function.Parent, ScopeKind.Function) is { } around)
            function = around;
        return function;
    }

    private string? Given(Match agent) =>
        reading.Text(reading.Argument(agent, "name"))?.Trim() is { Length: > 0 and <= MaxName } name && !name.Contains("{}", StringComparison.Ordinal) ? name : null;

    // A role may be a whole instruction: "You are a helpful assistant that answers questions."
    private static bool IsSentence(string name) =>
        name.EndsWith('.') || name.StartsWith("You are ", StringComparison.OrdinalIgnoreCase) || name.Count(' ') >= LongestName;

    // Functions of one file often call each their agent the same: agent = create_agent(…).
    private bool IsShared(Match agent) => reading.IndexOf(agent.Place.Unit).Matches.Exists(m =>
        m.Entry.Kind == RecognitionKind.Agent && m.Binding == agent.Binding && m.Place.Scope != agent.Place.Scope && Given(m) is null);

    /// <summary>The agents to which an agent hands work.</summary>
    public IReadOnlyList<Match> Handoffs(Match agent)
    {
        if (reading.Argument(agent, "handoffs") is not { } list)
            return [];
        var named = reading.Items(list).SelectMany(tools.Agents).Distinct().ToArray();
        return named.Length > 0 ? named : InClass(agent, list);
    }

    /// <summary>The parts that other calls add to an agent: those made for it by name or called on it, and for a graph those of its file.</summary>
    public IEnumerable<Match> Parts(Match agent)
    {
        var collects = agent.Entry.Value("collects") == "file";
        foreach (var part in reading.IndexOf(agent.Place.Unit).Matches.Where(m => m.Entry.Kind == RecognitionKind.AgentPart))
        {
            if (part.Entry.Value("scope") == "file" ? collects : Owner(part) is { } owner && tools.Agents(owner).Contains(agent))
                yield return part;
            else
                continue;
            foreach (var elsewhere in Elsewhere(part, agent))
                yield return elsewhere;
        }
    }

    // A node of a graph may be made, or do its work, in another file.
    private IEnumerable<Match> Elsewhere(Match part, Match agent)
    {
        if (agent.Entry.Value("collects") != "file" || part.Entry.Value("scope") == "file" || reading.Argument(part, "tools") is not { } node)
            return [];
        var made = reading.Values(node).SelectMany(v => reading.MatchesAt(v, RecognitionKind.AgentPart));
        var done = reading.Code.ScopeOf(node) is var (unit, function) ? walk.Matches(unit, function).Select(m => m.Match) : [];
        return made.Concat(done).Where(m => m.Entry.Kind == RecognitionKind.AgentPart && m.Entry.Value("scope") == "file" && m.Path != agent.Path);
    }

    /// <summary>The tools that decorators add to an agent: <c>@agent.tool</c>.</summary>
    public IEnumerable<Match> Decorated(Match agent) =>
        reading.IndexOf(agent.Place.Unit).Matches.Where(m => m.Entry.Kind == RecognitionKind.Tool && m.Entry.Value("owner") == "receiver"
            && OwnerOfDecorator(m) is { } owner && tools.Agents(owner).Contains(agent));

    /// <summary>The object whose method decorates a function.</summary>
    public static Located? OwnerOfDecorator(Match match)
    {
        var callee = match.Call?.Callee ?? match.Place.Expression;
        return callee is Expression.Member member ? match.Place.With(member.Target) : null;
    }

    private Located? Owner(Match part) => reading.Argument(part, "agent") ?? CodeReading.Receiver(part);

    // A crew class gives all agents that its methods make.
    private Match[] InClass(Match agent, Located list)
    {
        if (list.Expression is not Expression.Member { Id: "agents" } || reading.IndexOf(agent.Place.Unit).Around(agent.Place.Scope, ScopeKind.Class) is not { } type)
            return [];
        var index = reading.IndexOf(agent.Place.Unit);
        return [.. index.Matches.Where(m => m.Entry.Kind == RecognitionKind.Agent && m != agent && index.Around(m.Place.Scope, ScopeKind.Class) == type)];
    }
}
