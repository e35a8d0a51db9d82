using Sextant.Map;

namespace Sextant.Posture.Link;

/// <summary>
/// Which repository an asset belongs to. Names of repositories may hold slashes, so an id alone does not tell: the longest
/// repository of the map that begins the id's path is meant. None is better than a wrong one.
/// </summary>
internal sealed class Repositories
{
    private const string Prefix = "repo/";
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _names;

    public Repositories(AssetMap map) =>
        _names = map.Assets.Where(a => a.Kind == AssetKind.Repository).Select(a => a.Id.Path)
            .ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The repository of an id such as <c>kind:repo/acme/support/path</c>, or null.</summary>
    public string? Of(AssetId id) => Split(id).Repository;

    /// <summary>The part of an id's path inside its repository; the whole path where there is none.</summary>
    public string Inside(AssetId id) => Split(id).Inside;

    /// <summary>The repository of an asset by its id, or else by what it is defined in; null if that is no one repository.</summary>
    public string? Of(AssetMap map, Asset asset)
    {
        if (asset.Kind == AssetKind.Repository)
            return asset.Id.Path;
        if (Of(asset.Id) is { } own)
            return own;
        var homes = map.Outgoing(asset, RelationKind.DefinedIn).Select(r => Home(r.To)).OfType<string>().Distinct(StringComparer.Ordinal).Take(2).ToArray();
        return homes.Length == 1 ? homes[0] : null;
    }

    private string? Home(Asset place) => place.Kind == AssetKind.Repository ? place.Id.Path : Of(place.Id);

    private (string? Repository, string Inside) Split(AssetId id)
    {
        var path = id.Path;
        if (!path.StartsWith(Prefix, StringComparison.Ordinal))
            return (null, path);
        for (var end = path.Length; end > Prefix.Length; end = path.LastIndexOf('/', end - 1))
        {
            var name = path.AsSpan(Prefix.Length, end - Prefix.Length);
            if (_names.TryGetValue(name, out var repository))
                return (repository, end == path.Length ? "" : path[(end + 1)..]);
        }

        return (null, path);
    }
}
