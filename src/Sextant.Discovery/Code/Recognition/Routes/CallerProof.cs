using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Resolution;

namespace Sextant.Discovery.Code.Recognition.Routes;

/// <summary>
/// Says whether code makes callers prove who they are, or limits how often they call: by what is injected, by decorators, by refusing
/// with 401 or 403.
/// </summary>
internal sealed class CallerProof(CodeReading reading)
{
    private const int MaxDepth = 4;

    private static readonly string[] Words =
        ["login_required", "auth", "jwt", "token_required", "verify_token", "permission", "api_key", "apikey", "current_user", "require_user", "require_login", "protected", "requires_", "check_token", "verify_key", "verify_user", "bearer"];

    private static readonly string[] NoProof = ["oauth_callback", "author", "allow_any", "allowany", "authoring", "unauthenticated", "noauth", "no_auth"];
    // Names that programs give annotated types by which who calls is injected, often from another file.
    private static readonly string[] InjectedUsers = ["CurrentUser", "CurrentActiveUser", "CurrentSuperuser", "AuthDep", "UserDep", "TokenDep", "ApiKeyDep", "AuthenticatedUser", "AuthUser"];

    private static readonly string[] Limits = ["limit", "limits", "rate_limit", "ratelimit", "ratelimiter", "rate_limiter", "throttle", "shared_limit", "throttled"];
    private static readonly string[] Refusals = ["401", "403"];
    private static readonly string[] RefusalNames = ["HTTP_401_UNAUTHORIZED", "HTTP_403_FORBIDDEN", "UNAUTHORIZED", "FORBIDDEN", "PermissionDenied", "NotAuthenticated", "HTTPUnauthorized", "HTTPForbidden", "Unauthorized"];

    /// <summary>Whether a function that handles requests makes callers prove who they are.</summary>
    public bool Asks(CodeUnit unit, Scope handler) => Asks(unit, handler, 0);

    /// <summary>Whether the rate of calls of a function that handles requests is limited.</summary>
    public bool Limit(CodeUnit unit, Scope handler) =>
        handler.Decorators.Any(d => Limits.Contains(NameOf(d).ToLowerInvariant(), StringComparer.Ordinal)) || Injected(unit, handler).Any(IsLimit);

    /// <summary>Whether what a framework is told to run before a request proves who calls.</summary>
    public bool Proves(Located check) => Proves(check, 0);

    /// <summary>Whether what a framework is told to run before a request limits the rate.</summary>
    public bool IsLimit(Located check) => reading.Values(Injection(check) ?? check).Any(v => NameOf(v.Expression).ToLowerInvariant() is var name
        && (name.Contains("limit", StringComparison.Ordinal) || name.Contains("throttl", StringComparison.Ordinal) || name.Contains("slowapi", StringComparison.Ordinal)));

    /// <summary>Whether a name says that something proves who calls.</summary>
    public static bool Says(string name)
    {
        var lower = name.ToLowerInvariant();
        return Array.Exists(Words, w => lower.Contains(w, StringComparison.Ordinal)) && !Array.Exists(NoProof, w => lower.Contains(w, StringComparison.Ordinal));
    }

    private bool Asks(CodeUnit unit, Scope handler, int depth) =>
        depth < MaxDepth && (handler.Decorators.Any(d => Says(NameOf(d))) || Injected(unit, handler).Any(i => Proves(i, depth + 1)) || Refuses(unit, handler)
            || handler.Bases.Any(b => Says(NameOf(b))) || handler.Parameters.Any(p => p.Type is { } type && Array.Exists(InjectedUsers, u => NameOf(type).Contains(u, StringComparison.OrdinalIgnoreCase)))
            || (handler.Kind == ScopeKind.Class && reading.IndexOf(unit).Assigned(handler.Number, "permission_classes").Any(p => p.All().Any(e => e is Expression.Name { Id: "IsAuthenticated" or "IsAdminUser" or "HasAPIKey" }))));

    private bool Proves(Located check, int depth)
    {
        if (depth > MaxDepth)
            return false;
        var given = Injection(check) ?? check;
        if (Says(NameOf(given.Expression)) || reading.Code.SymbolOf(given) is { } symbol && (symbol.StartsWith("fastapi.security.", StringComparison.Ordinal) || Says(symbol[(symbol.LastIndexOf('.') + 1)..])))
            return true;
        if (reading.Code.ScopeOf(given) is var (unit, scope) && Asks(unit, scope, depth + 1))
            return true;
        // An object that is called: what its class does when called, or on each request.
        return given.Expression is Expression.Call made && reading.Code.ScopeOf(given.With(made.Callee)) is var (from, type) && type.Kind == ScopeKind.Class && Asks(from, type, depth + 1);
    }

    // fastapi.Depends(x), fastapi.Security(x): what x is.
    private static Located? Injection(Located value) =>
        value.Expression is Expression.Call { Arguments: [{ Value: var inner }, ..] } call && NameOf(call) is "Depends" or "Security" or "Provide" ? value.With(inner) : null;

    private IEnumerable<Located> Injected(CodeUnit unit, Scope handler)
    {
        foreach (var parameter in handler.Parameters)
        {
            if (parameter.Default is Expression.Call injected)
                yield return new Located(unit, handler.Parent, injected);
            if (parameter.Type is not { } type)
                continue;
            foreach (var annotated in Annotations(type))
                yield return new Located(unit, handler.Parent, annotated);
            // A name for an annotated type: CurrentUser = Annotated[User, Depends(get_current_user)].
            foreach (var annotated in type is Expression.Name alias ? reading.IndexOf(unit).Assigned(0, alias.Id).SelectMany(Annotations) : [])
                yield return new Located(unit, 0, annotated);
        }

        foreach (var decorator in handler.Decorators.OfType<Expression.Call>())
        {
            if (decorator.Argument("dependencies") is Expression.Sequence { Items: var dependencies })
            {
                foreach (var dependency in dependencies)
                    yield return new Located(unit, handler.Parent, dependency);
            }
        }
    }

    private static IEnumerable<Expression.Call> Annotations(Expression type) =>
        type is Expression.Element { Index: Expression.Sequence { Items: var items } } ? items.OfType<Expression.Call>() : [];

    private bool Refuses(CodeUnit unit, Scope scope) =>
        reading.IndexOf(unit).Within(scope.Number).SelectMany(s => s.Expressions).SelectMany(e => e.All()).Any(IsRefusal);

    private static bool IsRefusal(Expression expression) => expression switch
    {
        Expression.Call call => call.Arguments.Any(a => a.Value is Expression.Number { Value: var code } && Refusals.Contains(code, StringComparer.Ordinal)) || RefusalNames.Contains(NameOf(call.Callee), StringComparer.Ordinal),
        Expression.Member member => RefusalNames.Contains(member.Id, StringComparer.Ordinal),
        _ => false,
    };

    /// <summary>The last name of an expression.</summary>
    public static string NameOf(Expression expression) => expression switch
    {
        Expression.Name name => name.Id,
        Expression.Member { Target: Expression.Name { Id: var owner }, Id: var id } => id is "required" or "authenticate" ? $"{owner}_{id}" : id,
        Expression.Member member => member.Id,
        Expression.Call call => NameOf(call.Callee),
        _ => "",
    };
}
