using Sextant.Map;

namespace Sextant.Evidence.CycloneDx;

/// <summary>Package URLs (purl-spec) of packages and of models on Hugging Face.</summary>
internal static class PackageUrl
{
    /// <summary>The package URL of an asset; null if it has none.</summary>
    public static string? Of(Asset asset)
    {
        var slash = asset.Id.Path.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || slash == asset.Id.Path.Length - 1)
            return null;
        var (authority, name) = (asset.Id.Path[..slash], asset.Id.Path[(slash + 1)..]);
        var type = (asset.Kind, authority) switch
        {
            (AssetKind.Model or AssetKind.Dataset, "huggingface") => asset.Kind == AssetKind.Model ? "huggingface" : null,
            (AssetKind.Package, "go") => "golang",
            (AssetKind.Package, "pypi" or "npm" or "nuget" or "maven" or "cargo") => authority,
            _ => null,
        };
        if (type is null)
            return null;
        var path = string.Join('/', name.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.EscapeDataString));
        var version = asset.Text("version") is { Length: > 0 } v ? $"@{Uri.EscapeDataString(v)}" : "";
        return $"pkg:{type}/{path}{version}";
    }
}
