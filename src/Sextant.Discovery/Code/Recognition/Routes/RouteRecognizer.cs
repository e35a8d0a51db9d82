using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Resolution;

namespace Sextant.Discovery.Code.Recognition.Routes;

/// <summary>Reads what an application exposes: its routes with what handles and protects them.</summary>
internal sealed class RouteRecognizer(Recognizers all) : IRecognizer
{
    private const int MaxPath = 200;
    private const int MaxTable = 200;

    private readonly CallerProof _proof = new(all.Reading);
    private readonly ModelReach _reach = new(all);

    public RecognitionKind Kind => RecognitionKind.Route;

    public void Recognize(Match match)
    {
        switch (match.Entry.Value("does") ?? "route")
        {
            case "mount":
                Mount(match);
                break;
            case "guard":
                Guard(match);
                break;
            case "ui":
                Interface(match);
                break;
            default:
                Route(match);
                break;
        }
    }

    /// <summary>The path that an application or router puts before those of its routes.</summary>
    public string Prefix(Located owner) => owner.Expression is Expression.Call call && (call.Argument("prefix") ?? call.Argument("url_prefix")) is { } prefix
        ? PathText(owner.With(prefix)) ?? "" : "";

    /// <summary>Whether an application or router is made with checks for all of its routes.</summary>
    public bool IsAuthenticated(Located owner) => owner.Expression is Expression.Call call && new[] { call.Argument("dependencies"), call.Argument("middleware") }
        .OfType<Expression>().SelectMany(d => all.Reading.Items(owner.With(d))).Any(_proof.Proves);

    private void Route(Match match)
    {
        if (all.Reading.Argument(match, "table") is { } table)
        {
            foreach (var row in all.Reading.Items(table).Take(MaxTable))
            {
                if (row.Expression is Expression.Sequence { Items: [var path, var handler, ..] })
                    Add(match, ["ANY"], PathText(row.With(path)), row.With(handler));
            }

            return;
        }

        var given = all.Reading.Argument(match, "path") is { } argument ? PathText(argument) : match.Entry.Value("path");
        if (match.Entry.Value("path") == "name" && match.Definition is { } named)
            given = "/" + named.Name;
        Add(match, Methods(match), given, all.Reading.Argument(match, "handler"));
    }

    private void Add(Match match, IReadOnlyList<string> methods, string? path, Located? handler)
    {
        if (path is null)
            return;
        var handled = match.Definition is { } own ? (match.Place.Unit, own) : handler is { } named ? Handler(named) : null;
        var (unit, scope) = handled ?? (match.Place.Unit, null);
        var isAuthenticated = (scope is not null && _proof.Asks(unit, scope)) || Checks(match).Any(_proof.Proves);
        var isLimited = (scope is not null && _proof.Limit(unit, scope)) || Checks(match).Any(_proof.IsLimit);
        var reaches = match.Entry.Value("model") == "true" || (scope is not null && _reach.From(unit, scope));
        all.RouteLedger.Add(new RouteSeen(match, methods, path.StartsWith('/') ? path : "/" + path, Owner(CodeReading.Receiver(match)), isAuthenticated, isLimited, reaches));
    }

    // A function, a class, an object of a class, Class.as_view().
    private (CodeUnit Unit, Scope? Scope)? Handler(Located value)
    {
        if (all.Reading.Code.ScopeOf(value) is var (unit, scope))
            return (unit, scope);
        foreach (var one in all.Reading.Values(value))
        {
            if (one.Expression is not Expression.Call call)
                continue;
            var target = call.Callee is Expression.Member { Id: "as_view" or "as_asgi", Target: var type } ? type : call.Callee;
            if (all.Reading.Code.ScopeOf(one.With(target)) is var (from, made))
                return (from, made);
        }

        return null;
    }

    private string[] Methods(Match match)
    {
        if (all.Reading.Argument(match, "methods") is { } argument)
        {
            var named = all.Reading.Items(argument).SelectMany(i => all.Reading.Texts(i)).Select(t => t.Text.ToUpperInvariant()).Where(t => t.Length is > 0 and < 12).Distinct().Order(StringComparer.Ordinal).ToArray();
            if (named.Length > 0)
                return named;
        }

        var name = match.ShortName.StartsWith("add_", StringComparison.Ordinal) ? match.ShortName[4..] : match.ShortName;
        return [match.Entry.Value("method") is { } given and not "name" ? given : name.ToUpperInvariant()];
    }

    private IEnumerable<Located> Checks(Match match) => all.Reading.Argument(match, "checks") is { } checks ? all.Reading.Items(checks) : [];

    // The making of the application, router or blueprint that a value is.
    private Located? Owner(Located? value)
    {
        if (value is not { } known)
            return null;
        foreach (var one in all.Reading.Values(known))
        {
            if (one.Expression is Expression.Call)
                return one;
        }

        return null;
    }

    private void Mount(Match match)
    {
        if (Owner(CodeReading.Receiver(match)) is not { } owner || all.Reading.Argument(match, "child") is not { } given || Owner(given) is not { } child)
            return;
        var prefix = all.Reading.Argument(match, "prefix") is { } argument ? PathText(argument) ?? "" : "";
        all.RouteLedger.Add(new RouteRule(owner, child, prefix, Checks(match).Any(_proof.Proves), Checks(match).Any(_proof.IsLimit)));
    }

    private void Guard(Match match)
    {
        var owner = Owner(all.Reading.Argument(match, "owner") ?? CodeReading.Receiver(match));
        if (owner is not { } at)
            return;
        var check = all.Reading.Argument(match, "handler");
        var isAuthenticated = match.Definition is { } scope ? _proof.Asks(match.Place.Unit, scope) : check is { } given && _proof.Proves(given);
        var isLimited = match.Entry.Value("limits") == "true" || (match.Definition is null && check is { } limit && _proof.IsLimit(limit));
        if (isAuthenticated || isLimited)
            all.RouteLedger.Add(new RouteRule(at, null, "", isAuthenticated, isLimited));
    }

    private void Interface(Match match)
    {
        var index = all.Reading.IndexOf(match.Place.Unit);
        var reaches = index.Matches.Exists(m => m.Entry.Kind is RecognitionKind.Model or RecognitionKind.Agent) || _reach.From(match.Place.Unit, match.Definition ?? match.Place.Unit.Scopes[0])
            || all.Reading.Argument(match, "handler") is { } handler && Handler(handler) is ({ } unit, { } scope) && _reach.From(unit, scope);
        var isAuthenticated = all.Reading.Argument(match, "checks") is not null || index.Matches.Exists(m => m.Entry.Kind == RecognitionKind.Route && m.Entry.Value("does") == "login");
        all.RouteLedger.Add(new RouteSeen(match, ["UI"], "/", null, isAuthenticated, false, reaches));
    }

    private string? PathText(Located value) =>
        all.Reading.Texts(value) is [var text] && text.Text.Length <= MaxPath && !text.Text.Any(char.IsControl) ? text.Text.TrimStart('^').TrimEnd('$') : null;
}
