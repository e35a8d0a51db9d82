using Sextant.Map;

namespace Sextant.Posture.Link;

/// <summary>What repositories define under local network names, and which definition a place in a repository means.</summary>
internal sealed class Definitions
{
    /// <summary>A name that more places define than this says nothing about which one is meant.</summary>
    private const int MostMeant = 8;

    private readonly Dictionary<(string Repository, NetworkName Name), List<Asset>> _byName = [];

    public static Definitions Of(Asset[] named, Repositories repositories)
    {
        var definitions = new Definitions();
        foreach (var asset in named)
        {
            if (repositories.Of(asset.Id) is not { } repository)
                continue;
            foreach (var name in NetworkName.Of(asset).Where(n => n.IsLocal))
            {
                if (!definitions._byName.TryGetValue((repository, name), out var list))
                    definitions._byName[(repository, name)] = list = [];
                list.Add(asset);
            }
        }

        return definitions;
    }

    /// <summary>A base file and its override in one folder define one service.</summary>
    public void JoinVariants(Deductions deductions)
    {
        foreach (var list in _byName.Values)
        {
            foreach (var variants in list.GroupBy(d => (Folder(d.Surest.Path), Last(d.Id.Path))).Where(g => g.Count() > 1))
            {
                var first = variants.First();
                foreach (var other in variants.Skip(1))
                    deductions.Same(first, other, $"{first.Name} is defined by two files of one folder.", Confidence.Likely, first.Surest, other.Surest);
            }
        }
    }

    /// <summary>
    /// The definitions that a file of a repository means by an address: those of the nearest folder above it, or else all
    /// elsewhere that are part of the product.
    /// </summary>
    public IReadOnlyList<Asset> Nearest(Asset address, string? repository, string path)
    {
        if (repository is null)
            return [];
        var all = NetworkName.Of(address).Where(n => n.IsLocal)
            .SelectMany(n => _byName.GetValueOrDefault((repository, n)) ?? []).DistinctBy(d => d.Id).ToArray();
        var above = all.Where(d => IsAbove(Folder(d.Surest.Path), path)).GroupBy(d => Folder(d.Surest.Path).Length).MaxBy(g => g.Key);
        Asset[] means = above is not null ? [.. above] : [.. all.Where(d => d.Text("scope") is null or "product")];
        var services = means.GroupBy(d => (Folder(d.Surest.Path), Last(d.Id.Path))).Select(g => g.First()).ToArray();
        return services.Length > MostMeant ? [] : services;
    }

    private static bool IsAbove(string folder, string path) =>
        folder.Length == 0 || (path.StartsWith(folder, StringComparison.Ordinal) && path.Length > folder.Length && path[folder.Length] == '/');

    private static string Folder(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];

    private static string Last(string path) => path[(path.LastIndexOf('/') + 1)..];
}
