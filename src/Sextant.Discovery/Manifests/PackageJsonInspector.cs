using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Configuration;
using Sextant.Discovery.Reading;
using Sextant.Documents;

namespace Sextant.Discovery.Manifests;

/// <summary>Reads npm's <c>package.json</c> and Composer's <c>composer.json</c>.</summary>
public sealed class PackageJsonInspector(AiPackages catalog) : IInspector
{
    /// <inheritdoc/>
    public string Name => "package-json";

    /// <inheritdoc/>
    public IReadOnlyList<string> Triggers => [];

    /// <inheritdoc/>
    public bool Wants(TreePath path) => path.IsNamed("package.json", "composer.json");

    /// <inheritdoc/>
    public void Inspect(FileContent file, TreeContext tree)
    {
        var read = new InspectedFile(Name, file, tree);
        var isNpm = file.Path.IsNamed("package.json");
        var packages = new PackageRecorder(read, catalog, isNpm ? "npm" : "composer");
        var root = read.Document();
        foreach (var key in (ReadOnlySpan<string>)(isNpm ? ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"] : ["require", "require-dev"]))
        {
            foreach (var (name, version) in root[key].Entries)
                Dependency(packages, name, version.Text);
        }
    }

    private static void Dependency(PackageRecorder packages, DocumentNode name, string version)
    {
        // "npm:other@1.2.3" installs another package under this name.
        if (version.StartsWith("npm:", StringComparison.Ordinal) && version.LastIndexOf('@') is > 4 and var at)
            packages.Found(version[4..at], PinOf(version[(at + 1)..]), name.Line);
        else
            packages.Found(name.Text, PinOf(version), name.Line);
    }

    /// <summary>A whole version fixes the package, a commit in an address its content; ranges, tags and addresses do neither.</summary>
    internal static Pin PinOf(string version)
    {
        var hash = version.LastIndexOf('#');
        if (hash >= 0 && VersionText.IsCommit(version.AsSpan(hash + 1)))
            return new Pin(version[(hash + 1)..], IsDigest: true);
        var exact = version.TrimStart('=', 'v').Trim();
        var isWhole = VersionText.IsOne(exact) && exact.Count('.') >= 2 && !exact.Contains(".x", StringComparison.Ordinal);
        return isWhole ? new Pin(exact) : Pin.Floating;
    }
}
