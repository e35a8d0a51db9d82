using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Resolution;
using Sextant.Map;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>Says which tools a value means. Records nothing.</summary>
internal sealed class ToolReader(CodeReading reading, McpServers servers)
{
    private const int MaxDepth = 6;

    /// <summary>What the items of a list of tools are.</summary>
    public IEnumerable<Held> In(Located list) =>
        (LanguageTraits.Of(list.Unit.Language).ObjectLiterals ? Keyed(list, 0) : reading.Items(list).SelectMany(Of)).Distinct();

    // A map of tools names them by its keys, and may take in those of others: { search: tool(…), ...others }.
    private IEnumerable<Held> Keyed(Located list, int depth)
    {
        if (depth > MaxDepth)
            return [];
        return reading.Values(list).SelectMany(value => value.Expression switch
        {
            Expression.Mapping map when map["type"] is null && map["name"] is null =>
                map.Entries.SelectMany(e => e.Key switch
                {
                    null => Keyed(value.With(e.Value), depth + 1),
                    Expression.Text key => Entry(value.With(e.Value), key.Value),
                    _ => Of(value.With(e.Value)),
                }),
            Expression.Name or Expression.Member when reading.MatchAt(value, RecognitionKind.Tool) is null && reading.Code.SymbolOf(value) is null => [],
            Expression.Sequence or Expression.Operation { Operator: "+" } => reading.Items(value).SelectMany(Of),
            _ => ReferenceEquals(value.Expression, list.Expression) || value.Expression is not Expression.Name ? reading.Items(value).SelectMany(Of) : [],
        });
    }

    private IEnumerable<Held> Entry(Located value, string key)
    {
        foreach (var one in reading.Values(value))
        {
            if (one.Expression is Expression.Mapping server && (server["command"] ?? server["url"]) is not null)
            {
                foreach (var seen in servers.Described(one))
                    yield return new Held.Server(seen);
                continue;
            }

            if (one.Expression is Expression.Mapping described && (described["execute"] ?? described["description"] ?? described["inputSchema"] ?? described["parameters"]) is not null)
            {
                var function = described["execute"] is { } execute ? reading.Code.ScopeOf(one.With(execute)) : null;
                yield return new Held.Tool(
                    reading.Tree.Local(AssetKind.Tool, Sightings.Stem(one.Unit.Path), key), key, function?.Unit, function?.Scope, null, Sightings.At(one, $"{key} is in the map of tools"));
                continue;
            }

            foreach (var held in Of(one))
                yield return held;
        }
    }

    /// <summary>What one item of a list of tools is; empty if that is not known.</summary>
    public IEnumerable<Held> Of(Located item)
    {
        if (Defined(item) is { Unit: { } unit, Function: { } scope } function)
            return Declared(unit, scope) is { Count: > 0 } methods ? methods : [function];
        return reading.Values(item).SelectMany(v => Value(v, item));
    }

    /// <summary>The tool that a match defines.</summary>
    public Held.Tool Of(Match match)
    {
        if (match.Definition is { } scope)
            return Function(match.Place.Unit, scope, match);
        if (reading.Argument(match, "function") is { } given && (Handler(given) ?? Method(match, given)) is { } function)
            return Renamed(function, match);
        if (Described(match) is { } described)
            return Of(described) with { Match = match };
        if (Beside(match) is { } beside)
            return Renamed(beside, match);
        var name = Named(match) ?? ByBinding(match) ?? match.ShortName;
        var id = reading.Tree.Local(AssetKind.Tool, Sightings.Stem(match.Path), name);
        return new(id, name, null, null, match, Sightings.At(match, $"{match.Symbol} is a tool"));
    }

    /// <summary>The agent that a wrapper hands over to: its argument, or what it is called on.</summary>
    public IEnumerable<Match> Wrapped(Match handoff) =>
        (reading.Argument(handoff, "agent") ?? CodeReading.Receiver(handoff)) is { } agent ? Agents(agent) : [];

    /// <summary>The agents that a value is or wraps.</summary>
    public IEnumerable<Match> Agents(Located value)
    {
        foreach (var one in reading.Values(value))
        {
            if (reading.MatchAt(one, RecognitionKind.Agent) is { } agent)
                yield return agent;
            else if (reading.MatchAt(one, RecognitionKind.Handoff) is { } handoff)
            {
                foreach (var inner in Wrapped(handoff))
                    yield return inner;
            }
            else if (one.Expression is Expression.Call { Callee: Expression.Member { Id: var method, Target: var graph } }
                && (method is "compile" or "with_config" or "build" || LanguageTraits.Of(one.Unit.Language).Builders && IsFluent(one)))
            {
                foreach (var inner in Agents(one.With(graph)))
                    yield return inner;
            }
        }
    }

    /// <summary>Whether another call of the file makes a tool of this description.</summary>
    public bool IsPartOfAnother(Match match) => !match.Entry.Arguments.ContainsKey("function") && match.Definition is null
        && reading.IndexOf(match.Place.Unit).Matches.Exists(m => m.Entry.Kind == RecognitionKind.Tool && m != match && m.Entry.Arguments.ContainsKey("function") && Described(m) == match);

    /// <summary>Whether a call hands on a tool that is described elsewhere: it has neither a name nor a function with one.</summary>
    public bool IsNameless(Match match) => match.Entry.Value("owner") is "server" or "named" && Named(match) is null
        && (reading.Argument(match, "function") is not { } given || Handler(given) is not { Name.Length: > 0 });

    /// <summary>The description that a call is given in the place of a name.</summary>
    private Match? Described(Match match) => reading.Argument(match, "name") is { Expression: not Expression.Text } named
        ? reading.Values(named).Select(v => reading.MatchAt(v, RecognitionKind.Tool)).FirstOrDefault(m => m is not null && m != match)
        : null;

    // A description that is passed on stands beside the function that it is of.
    private Held.Tool? Beside(Match match) => reading.IndexOf(match.Place.Unit).Around(match.Place.Expression) is { } call
        ? call.Arguments.Where(a => a.Value is Expression.Function or Expression.Name).Select(a => Handler(match.Place.With(a.Value))).FirstOrDefault(t => t?.Function?.Kind == ScopeKind.Function)
        : null;

    /// <summary>The function that a value is, or that it wraps.</summary>
    private Held.Tool? Handler(Located given)
    {
        if (Defined(given) is { } named)
            return named;
        foreach (var value in reading.Values(given))
        {
            if (Defined(value) is { } function)
                return function;
            if (value.Expression is Expression.Call { Arguments: [{ Value: var wrapped }, ..] } && Defined(value.With(wrapped)) is { } inner)
                return inner;
        }

        return null;
    }

    // A request is put together by calls on the agent: client.prompt().system("…").tools(x).
    private bool IsFluent(Located call) => reading.Code.SymbolOf(call) is { } symbol && symbol.EndsWith(')') && reading.Catalog.Knows(call.Unit.Language, symbol[..symbol.IndexOf('(', StringComparison.Ordinal)]);

    private IEnumerable<Held> Value(Located value, Located item)
    {
        if (reading.MatchAt(value, RecognitionKind.Tool) is { } tool)
            return Given(tool);
        if (Agents(value).ToArray() is { Length: > 0 } agents)
            return agents.Select(a => new Held.Agent(a));
        if (reading.MatchAt(value, RecognitionKind.McpClient) is { } client)
            return servers.Connected(client).Select(s => new Held.Server(s));
        return value.Expression switch
        {
            Expression.Mapping map => Described(value, map),
            Expression.Text text => ByName(value, text.Value),
            Expression.Call call => Called(value, call),
            Expression.Name or Expression.Member => BySymbol(value, item),
            _ => [],
        };
    }

    private IEnumerable<Held> Called(Located value, Expression.Call call)
    {
        if (reading.Code.ScopeOf(value.With(call.Callee)) is var (unit, scope) && scope is { Kind: ScopeKind.Class })
            return Declared(unit, scope) is { Count: > 0 } methods ? methods : [Function(unit, scope, BaseMatch(unit, scope))];
        if (call.Arguments is [.., { Value: Expression.Function { Scope: var block } }] && Registered(value, block) is { Count: > 0 } registered)
            return registered;
        if (call.Callee is Expression.Member method)
        {
            foreach (var receiver in reading.Values(value.With(method.Target)))
            {
                if (Holder(receiver) is var (holderUnit, holder) && Declared(holderUnit, holder) is { Count: > 0 } own)
                    return own;
                if (reading.MatchAt(receiver, RecognitionKind.McpClient) is { } client)
                    return servers.Connected(client).Select(s => new Held.Server(s));
                if (reading.MatchAt(receiver, RecognitionKind.Tool) is { } toolkit)
                    return [Of(toolkit)];
            }
        }

        return reading.Code.SymbolOf(value.With(call.Callee)) is { } symbol && !symbol.StartsWith('~') ? Foreign(value, symbol) : [];
    }

    private (CodeUnit Unit, Scope Scope)? Holder(Located value) =>
        reading.Code.ClassOf(value) ?? (value.Expression is Expression.Call made && reading.Code.ScopeOf(value.With(made.Callee)) is var (unit, scope) && scope.Kind == ScopeKind.Class ? (unit, scope) : null);

    // A registry whose block names its tools: ToolRegistry { tool(X); tools(y.asTools()) }.
    private List<Held> Registered(Located value, int block) =>
        [.. reading.IndexOf(value.Unit).In(block).SelectMany(s => s.Expressions).OfType<Expression.Call>()
            .Where(c => c.Callee is Expression.Name { Id: "tool" or "tools" }).SelectMany(c => c.Arguments).SelectMany(a => In(new Located(value.Unit, block, a.Value))).Distinct()];

    private IEnumerable<Held> BySymbol(Located value, Located item)
    {
        if (reading.Code.ClassOf(value) is var (unit, scope))
            return Declared(unit, scope) is { Count: > 0 } methods ? methods : BaseMatch(unit, scope) is { } known ? [Function(unit, scope, known)] : [];
        if (reading.Code.SymbolOf(value) is not { } symbol || symbol.StartsWith('~'))
            return [];
        var entry = reading.Catalog.Find(value.Unit.Language, RecognitionForm.Name, symbol).FirstOrDefault(e => e.Kind == RecognitionKind.Tool);
        return entry is null ? Foreign(value, symbol) : [Of(new Match(entry, item, null, "", symbol))];
    }

    private static bool IsHolder(string symbol) =>
        symbol.EndsWith("Provider", StringComparison.Ordinal) || symbol.EndsWith("Registry", StringComparison.Ordinal) || symbol.EndsWith("Toolset", StringComparison.Ordinal)
        || symbol.EndsWith("List", StringComparison.Ordinal);

    private static bool IsType(string symbol) => symbol[(symbol.LastIndexOf('.') + 1)..] is [>= 'A' and <= 'Z', ..];

    // What another library offers in the place of a tool is a tool; its name is all that is known of it.
    private IEnumerable<Held> Foreign(Located value, string symbol)
    {
        // An object that is made elsewhere and injected, or that provides tools, does not tell which.
        if (LanguageTraits.Of(value.Unit.Language).Builders && (value.Expression is not Expression.Call || IsHolder(symbol) || !IsType(symbol)))
            return [];
        var parts = symbol.Replace("()", "", StringComparison.Ordinal).Split('.');
        var name = parts.Length > 2 && char.IsUpper(parts[^2].FirstOrDefault()) && !char.IsUpper(parts[^1].FirstOrDefault()) ? parts[^2] : parts[^1];
        return ByName(value, name);
    }

    private IEnumerable<Held> ByName(Located value, string name)
    {
        if (name.Length is 0 or > 120)
            return [];
        return [new Held.Tool(reading.Tree.Local(AssetKind.Tool, Sightings.Stem(value.Unit.Path), name), name, null, null, null, Sightings.At(value, $"{name} is in the list of tools", Confidence.Likely))];
    }

    private IEnumerable<Held> Described(Located value, Expression.Mapping map)
    {
        var type = reading.Text(map["type"] is { } t ? value.With(t) : null) ?? "";
        var inner = map["function"] is Expression.Mapping function ? function : map;
        if (inner["name"] is { } named && reading.Text(value.With(named)) is { } name)
        {
            var scope = value.Unit.Scopes.FirstOrDefault(s => s.Kind == ScopeKind.Function && s.Name == name);
            return scope is null ? ByName(value, name) : [Function(value.Unit, scope, null)];
        }

        if (type == "mcp" && map["server_url"] is { } url && reading.Text(value.With(url)) is { } address && WebAddress.TryParse(address, out var web))
        {
            var id = AssetId.Of(AssetKind.McpServer, "url", web.Host);
            return [new Held.Server(new McpServerSeen(id, web.Host, "http", new Match(reading.Catalog.Recognitions[0], value, null, "", type), "", ""))];
        }

        var entry = reading.Catalog.Find(value.Unit.Language, RecognitionForm.Name, $"hosted.{type}").FirstOrDefault();
        return entry is null ? [] : [Of(new Match(entry, value, null, "", $"hosted.{type}"))];
    }

    private Held.Tool? Defined(Located item)
    {
        if (item.Expression is not (Expression.Name or Expression.Member or Expression.Function) || reading.Code.ScopeOf(item) is not ({ } unit, { } scope))
            return null;
        var match = reading.IndexOf(unit).Matches.Find(m => m.Definition == scope && m.Entry.Kind == RecognitionKind.Tool);
        return Function(unit, scope, match);
    }

    private Match? BaseMatch(CodeUnit unit, Scope type) => reading.IndexOf(unit).Matches.Find(m => m.Definition == type && m.Entry.Kind == RecognitionKind.Tool);

    /// <summary>What a call gives to whom it is made on: the tools that it gathers, or the one that it is.</summary>
    public IEnumerable<Held> Given(Match match) => Objects(match) is not { } objects ? [Of(match)]
        : match.Entry.Arguments.ContainsKey("approval") ? In(objects).Select(h => h is Held.Tool tool ? tool with { Match = match } : h) : In(objects);

    /// <summary>The list of objects whose tools a call gathers; null if it is a tool itself.</summary>
    public Located? Objects(Match match) => reading.Argument(match, "objects");

    /// <summary>The methods of a class that are declared as tools.</summary>
    private List<Held.Tool> Declared(CodeUnit unit, Scope type) => type.Kind != ScopeKind.Class ? []
        : [.. reading.IndexOf(unit).Matches.Where(m => m.Entry.Kind == RecognitionKind.Tool && m.Definition is { } method && method.Parent == type.Number).Select(Of)];

    // A method named by a text, of the class or object beside it.
    private Held.Tool? Method(Match match, Located name)
    {
        if (reading.Argument(match, "type") is not { } type || reading.Text(name) is not { } text || (reading.Code.ScopeOf(type) ?? reading.Code.ClassOf(type)) is not var (unit, owner))
            return null;
        var method = reading.IndexOf(unit).ScopesIn(owner.Number).FirstOrDefault(s => s.Kind == ScopeKind.Function && s.Name == text);
        return method is null ? null : Function(unit, method, null);
    }

    private Held.Tool Function(CodeUnit unit, Scope scope, Match? match)
    {
        var name = (match is null ? null : Named(match)) ?? scope.Name;
        var id = reading.Tree.Local(AssetKind.Tool, Sightings.Stem(unit.Path), name);
        var evidence = Sightings.At(unit.Language, unit.Path, scope.NameLine, match is null ? $"{scope.Name} is given to an agent" : $"{scope.Name} is a tool by {match.Symbol}", Confidence.Certain);
        return new(id, name, unit, scope, match, evidence);
    }

    // A tool that is described is known by where that is; its function may be anywhere.
    private Held.Tool Renamed(Held.Tool function, Match match)
    {
        var path = Described(match)?.Path ?? (function.Name.Length == 0 ? match.Path : function.Unit?.Path);
        var name = Named(match) ?? ByBinding(match) ?? (function.Name.Length == 0 ? match.ShortName : function.Name);
        return path is not null && (name != function.Name || path != function.Unit?.Path)
            ? function with
            {
                Id = reading.Tree.Local(AssetKind.Tool, Sightings.Stem(path), name),
                Name = name,
                Match = match,
                Evidence = path == function.Unit?.Path ? EvidenceOf(function, match) : Sightings.At(match, $"{match.Symbol} makes the tool {name}"),
            }
            : function with { Match = match };
    }

    // Where a tool is an object, what holds it gives its name, not the function in it.
    private static string? ByBinding(Match match) =>
        match.Binding.Length > 0 && LanguageTraits.Of(match.Place.Unit.Language).ObjectLiterals ? match.Binding : null;

    private static Evidence EvidenceOf(Held.Tool function, Match match) =>
        function.Function is { IsValue: true } ? Sightings.At(match, $"{match.Symbol} is a tool") : function.Evidence;

    private string? Named(Match match)
    {
        if (Described(match) is { } described)
            return Named(described);
        var name = reading.Text(reading.Argument(match, "name"));
        return name is { Length: > 0 and <= 120 } && !name.Contains("{}", StringComparison.Ordinal) && !name.Contains('\n', StringComparison.Ordinal) ? name : null;
    }
}
