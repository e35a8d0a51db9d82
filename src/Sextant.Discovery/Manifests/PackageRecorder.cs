using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Configuration;
using Sextant.Map;

namespace Sextant.Discovery.Manifests;

/// <summary>How firmly a manifest fixes what is installed.</summary>
/// <param name="Version">The one version that is asked for; empty if several are allowed.</param>
/// <param name="IsDigest">Whether a digest or commit fixes the content.</param>
internal readonly record struct Pin(string Version, bool IsDigest = false)
{
    public static Pin Floating => new("");

    public string Facet => IsDigest ? "digest" : Version.Length > 0 ? "version" : "floating";
}

/// <summary>Records the AI packages that a manifest asks for: the application depends on them.</summary>
internal sealed class PackageRecorder(InspectedFile file, AiPackages catalog, string ecosystem)
{
    private const int MaxPackages = 20_000;
    private int _seen;

    public void Found(string name, Pin pin, int line)
    {
        if (++_seen > MaxPackages || name.Length is 0 or > 300 || catalog.Find(ecosystem, name) is not { } package)
            return;
        var version = pin.Version.Length is > 0 and <= 100 ? pin.Version : "";
        var asked = version.Length > 0 ? $"{package.Name} {version}" : package.Name;
        var evidence = file.At(line, $"asks for {asked}");
        var id = AssetId.Of(AssetKind.Package, ecosystem, package.Name.Replace(':', '/'));
        var facets = new Facets { { "packageType", ecosystem }, { "pinned", pin.Facet }, { "version", version }, { "provider", package.Provider } };
        file.Asset(id, package.Name, evidence, facets);
        file.Relate(file.Application, RelationKind.DependsOn, id, $"{file.Path} asks for {asked}.", evidence);
    }
}
