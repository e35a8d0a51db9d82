using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Configuration;
using Sextant.Discovery.Reading;

namespace Sextant.Discovery.Manifests;

/// <summary>Reads the packages of .NET projects: project files, central versions and <c>packages.config</c>.</summary>
public sealed class NugetInspector(AiPackages catalog) : IInspector
{
    /// <inheritdoc/>
    public string Name => "nuget";

    /// <inheritdoc/>
    public IReadOnlyList<string> Triggers { get; } = ["package"];

    /// <inheritdoc/>
    public bool Wants(TreePath path) =>
        path.HasExtension(".csproj", ".fsproj", ".vbproj") || path.IsNamed("Directory.Packages.props", "Directory.Build.props", "packages.config");

    /// <inheritdoc/>
    public void Inspect(FileContent file, TreeContext tree)
    {
        var read = new InspectedFile(Name, file, tree);
        var packages = new PackageRecorder(read, catalog, "nuget");
        foreach (var element in SafeXml.Read(read))
        {
            if (element.Name is not ("PackageReference" or "PackageVersion" or "package" or "GlobalPackageReference"))
                continue;
            var name = element["Include"] ?? element["Update"] ?? element["id"];
            var version = element["Version"] ?? element["VersionOverride"] ?? element["version"] ?? element.Below("Version") ?? "";
            if (name is not null)
                packages.Found(name, PinOf(version), element.Line);
        }
    }

    // NuGet takes the lowest version that is allowed, so that a plain version is what is installed.
    private static Pin PinOf(string version)
    {
        var exact = version.Trim().TrimStart('[').TrimEnd(']').Trim();
        return VersionText.IsOne(exact) ? new Pin(exact) : Pin.Floating;
    }
}
