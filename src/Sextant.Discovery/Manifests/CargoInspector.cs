using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Configuration;
using Sextant.Discovery.Reading;
using Sextant.Documents;

namespace Sextant.Discovery.Manifests;

/// <summary>Reads Rust's <c>Cargo.toml</c>. A plain version there is a range.</summary>
public sealed class CargoInspector(AiPackages catalog) : IInspector
{
    /// <inheritdoc/>
    public string Name => "cargo";

    /// <inheritdoc/>
    public IReadOnlyList<string> Triggers { get; } = ["dependencies"];

    /// <inheritdoc/>
    public bool Wants(TreePath path) => path.IsNamed("Cargo.toml");

    /// <inheritdoc/>
    public void Inspect(FileContent file, TreeContext tree)
    {
        var read = new InspectedFile(Name, file, tree);
        var packages = new PackageRecorder(read, catalog, "cargo");
        var root = read.Document();
        Tables(packages, root);
        Tables(packages, root["workspace"]);
        foreach (var (_, target) in root["target"].Entries)
            Tables(packages, target);
    }

    private static void Tables(PackageRecorder packages, DocumentNode node)
    {
        foreach (var key in (ReadOnlySpan<string>)["dependencies", "dev-dependencies", "build-dependencies"])
        {
            foreach (var (name, value) in node[key].Entries)
                packages.Found(value["package"].TextOrNull ?? name.Text, PinOf(value), name.Line);
        }
    }

    private static Pin PinOf(DocumentNode value)
    {
        if (value["rev"].TextOrNull is { } revision && VersionText.IsCommit(revision))
            return new Pin(revision, IsDigest: true);
        var version = (value.TextOrNull ?? value["version"].Text).Trim();
        return version.StartsWith('=') ? new Pin(version.TrimStart('=').Trim()) : Pin.Floating;
    }
}
