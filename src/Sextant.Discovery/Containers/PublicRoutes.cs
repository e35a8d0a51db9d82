using Sextant.Discovery.Configuration;
using Sextant.Map;

namespace Sextant.Discovery.Containers;

/// <summary>Records that the outside reaches a service, where a reverse proxy is told to serve it under a public name.</summary>
internal static class PublicRoutes
{
    /// <summary>Whether a reverse proxy serves a service under a public name.</summary>
    public static bool Has(ComposeService service) => Route(service) is not null;

    /// <summary>Records the route of a service, if it has one.</summary>
    /// <param name="file">The compose file.</param>
    /// <param name="service">The service.</param>
    /// <param name="entry">What is reached: the AI server that it runs, or its workload.</param>
    /// <param name="workload">Its workload.</param>
    public static void Record(InspectedFile file, ComposeService service, AssetId entry, AssetId workload)
    {
        if (Route(service) is not { } route)
            return;
        var evidence = file.At(route.Line, $"a reverse proxy serves {service.Name} as {route.Host}", Confidence.Likely);
        file.Asset(WellKnown.Internet, "Internet", evidence);
        foreach (var target in entry == workload ? [workload] : new[] { workload, entry })
        {
            file.Asset(target, service.Name, evidence, new Facets { { "exposure", "internet" }, { "hosts", [$"{route.Host}:443"] } });
            file.Relate(WellKnown.Internet, RelationKind.Reaches, target, $"A reverse proxy serves {service.Name} as {route.Host}.", evidence);
        }
    }

    private static (string Host, int Line)? Route(ComposeService service)
    {
        foreach (var (name, value, line) in service.Labels)
        {
            var host = name.StartsWith("traefik.http.routers.", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".rule", StringComparison.OrdinalIgnoreCase) ? Quoted(value)
                : name is "caddy" ? value.Split(' ', ',')[0] : "";
            if (IsPublic(host))
                return (host, line);
        }

        foreach (var (name, value, line) in service.Variables)
        {
            var host = value.Split(',')[0].Trim();
            if (name is "VIRTUAL_HOST" or "LETSENCRYPT_HOST" && IsPublic(host))
                return (host, line);
        }

        return null;
    }

    private static string Quoted(string rule)
    {
        var at = rule.IndexOf("Host(", StringComparison.Ordinal);
        var start = at < 0 ? -1 : rule.IndexOfAny(['`', '"', '\''], at);
        var end = start < 0 ? -1 : rule.IndexOf(rule[start], start + 1);
        return end < 0 ? "" : rule[(start + 1)..end];
    }

    private static bool IsPublic(string host) => ConnectionUrl.IsPublic(host) && !Interpolation.IsOpen(host) && !host.Contains('/', StringComparison.Ordinal);
}
