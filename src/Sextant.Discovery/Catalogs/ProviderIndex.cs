using System.Collections.Frozen;

namespace Sextant.Discovery.Catalogs;

/// <summary>Finds a provider by slug, host, prefix of a framework string, or beginning of a model's name.</summary>
public sealed class ProviderIndex
{
    private readonly FrozenDictionary<string, Provider> _bySlug;
    private readonly FrozenDictionary<string, Provider> _byHost;
    private readonly (string Suffix, Provider Provider)[] _bySuffix;
    private readonly FrozenDictionary<string, Provider> _byPrefix;
    private readonly (string Start, Provider Provider)[] _byModel;

    internal ProviderIndex(IReadOnlyList<Provider> providers)
    {
        All = providers;
        _bySlug = providers.ToFrozenDictionary(p => p.Slug, StringComparer.Ordinal);
        var hosts = providers.SelectMany(p => p.Hosts.Select(h => (Host: h, Provider: p))).ToArray();
        _byHost = hosts.Where(h => !h.Host.Contains('*', StringComparison.Ordinal)).ToFrozenDictionary(h => h.Host, h => h.Provider, StringComparer.OrdinalIgnoreCase);
        _bySuffix = [.. hosts.Where(h => h.Host.Contains('*', StringComparison.Ordinal)).Select(h => (h.Host, h.Provider))];
        _byPrefix = providers.SelectMany(p => p.Prefixes.Append(p.Slug).Distinct(StringComparer.Ordinal).Select(x => (x, p)))
            .ToFrozenDictionary(x => x.x, x => x.p, StringComparer.Ordinal);
        _byModel = [.. providers.SelectMany(p => p.Models.Select(m => (m, p))).OrderByDescending(m => m.m.Length).ThenBy(m => m.m, StringComparer.Ordinal)];
    }

    /// <summary>All providers.</summary>
    public IReadOnlyList<Provider> All { get; }

    /// <summary>The provider of a slug, or null.</summary>
    public Provider? Find(string slug) => _bySlug.GetValueOrDefault(slug);

    /// <summary>The provider whose API is at a host and port, or null.</summary>
    public Provider? OfHost(string host, int port)
    {
        if (_byHost.TryGetValue(host, out var provider) || _byHost.TryGetValue($"{host}:{port}", out provider))
            return provider;
        foreach (var (pattern, candidate) in _bySuffix)
        {
            var star = pattern.IndexOf('*', StringComparison.Ordinal);
            if (host.Length > pattern.Length - 1 && host.StartsWith(pattern[..star], StringComparison.OrdinalIgnoreCase)
                && host.EndsWith(pattern[(star + 1)..], StringComparison.OrdinalIgnoreCase))
                return candidate;
        }

        return null;
    }

    /// <summary>The provider that a framework's string names by its prefix, or null.</summary>
    public Provider? OfPrefix(string prefix) => _byPrefix.GetValueOrDefault(prefix);

    /// <summary>The provider whose models' names begin like this one, or null.</summary>
    public Provider? OfModel(string name)
    {
        foreach (var (start, provider) in _byModel)
        {
            if (name.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                return provider;
        }

        return null;
    }
}
