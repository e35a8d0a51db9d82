using Sextant.Map;

namespace Sextant.Quality.Measuring;

/// <summary>What a scan found, in the short notation of labels.</summary>
internal sealed class FoundMap
{
    private static readonly AssetKind[] Given = [AssetKind.Application, AssetKind.Repository, AssetKind.Package, AssetKind.Owner];
    private static readonly RelationKind[] GivenRelations = [RelationKind.DefinedIn, RelationKind.DependsOn, RelationKind.OwnedBy];

    private readonly Dictionary<string, Asset> _assets = new(StringComparer.Ordinal);

    public FoundMap(AssetMap map, string repository, IReadOnlyDictionary<string, string> same)
    {
        string Short(AssetId id)
        {
            var text = id.Value.Replace($":repo/{repository}/", ":~/", StringComparison.Ordinal);
            text = text == $"application:repo/{repository}" ? "application" : text.Replace("application:~/", "application/", StringComparison.Ordinal);
            return same.GetValueOrDefault(text, text);
        }

        foreach (var asset in map.Assets.Where(a => !Given.Contains(a.Kind)))
            _assets.TryAdd(Short(asset.Id), asset);
        // Between two names of one thing there is no relation.
        Relations = map.Relations.Where(r => !GivenRelations.Contains(r.Kind) && (r.From.Id == r.To.Id || Short(r.From.Id) != Short(r.To.Id)))
            .Select(r => $"{Short(r.From.Id)} -{Kebab<RelationKind>.Name(r.Kind)}-> {Short(r.To.Id)}").ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The assets by their short ids, those that every scan gives aside.</summary>
    public IReadOnlyCollection<string> Assets => _assets.Keys;

    /// <summary>The relations, those that every scan gives aside.</summary>
    public IReadOnlySet<string> Relations { get; }

    /// <summary>What of a label is not so: null if all is, empty if the asset is missing, else the facets as they were found.</summary>
    public string? Difference(AssetLabel label)
    {
        if (!_assets.TryGetValue(label.Id, out var asset))
            return "";
        var wrong = label.Facets.Where(f => Text(asset[f.Key]) != f.Value).Select(f => $"{f.Key}: {Text(asset[f.Key]) ?? "not set"}").ToArray();
        return wrong.Length == 0 ? null : string.Join(", ", wrong);
    }

    private static string? Text(PropertyValue? value) => value is PropertyValue.Set set ? string.Join(' ', set.Members) : value?.ToString();
}
