using System.Collections.Concurrent;
using Sextant.Discovery.Code.Resolution;
using Sextant.Map;

namespace Sextant.Discovery.Code.Recognition.Routes;

/// <summary>A route as its own code shows it.</summary>
/// <param name="Match">What was recognized.</param>
/// <param name="Methods">Its methods: <c>GET</c>, <c>POST</c>, <c>ANY</c>.</param>
/// <param name="Path">Its path, without those of what it is mounted in.</param>
/// <param name="Owner">The making of the application or router to which it belongs; null if that is not seen.</param>
/// <param name="IsAuthenticated">Whether its callers prove who they are.</param>
/// <param name="IsLimited">Whether the rate of its calls is limited.</param>
/// <param name="ReachesModel">Whether what handles it calls a model or an agent.</param>
internal sealed record RouteSeen(Match Match, IReadOnlyList<string> Methods, string Path, Located? Owner, bool IsAuthenticated, bool IsLimited, bool ReachesModel);

/// <summary>A router that is put into another, or a check that holds for all routes of one.</summary>
internal sealed record RouteRule(Located Owner, Located? Child, string Prefix, bool IsAuthenticated, bool IsLimited);

/// <summary>
/// Collects the routes of a tree and concludes, when all files are read, under which paths and protections they stand: routers are
/// mounted, and checks are declared, in other files than the routes. Safe to use from several threads.
/// </summary>
internal sealed class RouteLedger(Recognizers all)
{
    private const int MaxDepth = 5;
    private const int MaxRoutes = 2_000;

    /// <summary>Routes that everybody may call: they say how the program is, or are how one proves who one is.</summary>
    private static readonly string[] Open =
    [
        "", "health", "healthz", "healthcheck", "health_check", "ready", "readyz", "readiness", "live", "livez", "liveness", "ping", "metrics", "docs", "redoc", "openapi.json",
        "favicon.ico", "robots.txt", "login", "logout", "token", "signup", "sign-up", "register", "auth", "callback", "version", "status",
    ];

    private readonly ConcurrentBag<RouteSeen> _routes = [];
    private readonly ConcurrentBag<RouteRule> _rules = [];
    private readonly ConcurrentDictionary<string, bool> _withAi = new(StringComparer.Ordinal);

    public void Add(RouteSeen route) => _routes.Add(route);

    public void Add(RouteRule rule) => _rules.Add(rule);

    /// <summary>Notes that the application of a file has AI: the routes of others do not matter here.</summary>
    public void NoteAi(string path) => _withAi[Applications.FolderOf(all.Reading.Tree.Files, path)] = true;

    /// <summary>Records the routes of each application and what protects them.</summary>
    public void Conclude()
    {
        var rules = _rules.ToLookup(r => (object?)r.Owner.Expression, ReferenceEqualityComparer.Instance);
        var mounts = _rules.Where(r => r.Child is not null).OrderBy(r => r.Owner.Unit.Path, StringComparer.Ordinal).ThenBy(r => r.Prefix, StringComparer.Ordinal)
            .ToLookup(r => (object?)r.Child?.Expression, ReferenceEqualityComparer.Instance);
        var routes = _routes.OrderBy(r => r.Match.Path, StringComparer.Ordinal).ThenBy(r => r.Match.Line).ThenBy(r => r.Path, StringComparer.Ordinal).Take(MaxRoutes);
        foreach (var application in routes.GroupBy(r => Applications.FolderOf(all.Reading.Tree.Files, r.Match.Path), StringComparer.Ordinal))
        {
            if (!_withAi.ContainsKey(application.Key) && !application.Any(r => r.ReachesModel))
                continue;
            var seen = application.SelectMany(r => Placed(r, rules, mounts)).ToArray();
            foreach (var (route, paths) in seen)
                Record(route, paths);
            Summarize(seen);
        }
    }

    // The route with all that its owners add, under each path at which they are mounted.
    private IEnumerable<(RouteSeen Route, IReadOnlyList<string> Texts)> Placed(RouteSeen route, ILookup<object?, RouteRule> rules, ILookup<object?, RouteRule> mounts)
    {
        var (paths, isAuthenticated, isLimited) = (new List<string> { route.Path }, route.IsAuthenticated, route.IsLimited);
        var owner = route.Owner;
        for (var depth = 0; depth < MaxDepth && owner is { } at; depth++)
        {
            paths = [.. paths.Select(p => Joined(all.Routes.Prefix(at), p))];
            foreach (var rule in rules[at.Expression].Where(r => r.Child is null))
                (isAuthenticated, isLimited) = (isAuthenticated || rule.IsAuthenticated, isLimited || rule.IsLimited);
            var into = mounts[at.Expression].Take(4).ToArray();
            isAuthenticated |= all.Routes.IsAuthenticated(at) || (into.Length > 0 && into.All(m => m.IsAuthenticated));
            if (into.Length > 0)
                paths = [.. into.SelectMany(m => paths.Select(p => Joined(m.Prefix, p))).Distinct()];
            owner = into.Length > 0 && !ReferenceEquals(into[0].Owner.Expression, at.Expression) ? into[0].Owner : null;
        }

        yield return (route with { IsAuthenticated = isAuthenticated, IsLimited = isLimited }, [.. paths.SelectMany(p => route.Methods.Select(m => $"{m} {p}"))]);
    }

    private void Record(RouteSeen route, IReadOnlyList<string> texts)
    {
        var protection = route.IsAuthenticated ? "callers prove who they are" : "no authentication is seen";
        var evidence = Sightings.At(route.Match, $"{texts[0]} is exposed{(route.ReachesModel ? " and reaches a model" : "")}; {protection}", Confidence.Likely);
        if (!Sightings.Counts(evidence))
            return;
        var application = all.Sightings.Application(evidence);
        var properties = new List<KeyValuePair<string, PropertyValue>> { new("routes", texts.ToArray()) };
        if (route.ReachesModel)
            properties.Add(new("modelRoutes", texts.ToArray()));
        if (route is { ReachesModel: true, IsAuthenticated: false })
            properties.Add(new("openModelRoutes", texts.ToArray()));
        all.Reading.Tree.Recorder.Record(new AssetObservation(application, evidence) { Properties = properties });
    }

    private void Summarize(IReadOnlyList<(RouteSeen Route, IReadOnlyList<string> Texts)> seen)
    {
        var counted = seen.Where(r => Sightings.Counts(Sightings.At(r.Route.Match, "")) && (r.Route.ReachesModel || !r.Texts.All(IsOpen))).Select(r => r.Route).ToArray();
        if (counted.Length == 0)
            return;
        var authenticated = counted.Count(r => r.IsAuthenticated);
        var word = authenticated == counted.Length ? "required" : authenticated == 0 ? "none" : "mixed";
        var first = Array.Find(counted, r => !r.IsAuthenticated) ?? counted[0];
        var evidence = Sightings.At(first.Match, $"{authenticated} of {counted.Length} routes are seen to ask callers who they are", Confidence.Likely);
        var dear = counted.Any(r => r.ReachesModel) ? counted.Where(r => r.ReachesModel) : counted;
        all.Reading.Tree.Recorder.Record(new AssetObservation(all.Sightings.Application(evidence), evidence)
        {
            Properties = [new("routeAuthentication", word), new("rateLimited", dear.All(r => r.IsLimited))],
        });
    }

    private static bool IsOpen(string text) => Open.Contains(text.TrimEnd('/')[(text.TrimEnd('/').LastIndexOfAny(['/', ' ']) + 1)..].ToLowerInvariant(), StringComparer.Ordinal);

    private static string Joined(string prefix, string path)
    {
        if (prefix.Length == 0)
            return path;
        var joined = $"{prefix.TrimEnd('/')}/{path.TrimStart('/')}";
        return joined.Length > 1 ? joined.TrimEnd('/') : joined;
    }
}
