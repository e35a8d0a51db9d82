using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Configuration;
using Sextant.Discovery.Reading;

namespace Sextant.Discovery.Manifests;

/// <summary>Reads Maven's <c>pom.xml</c> and the coordinates that Gradle's build files name in texts.</summary>
public sealed class MavenInspector(AiPackages catalog) : IInspector
{
    /// <inheritdoc/>
    public string Name => "maven";

    /// <inheritdoc/>
    public IReadOnlyList<string> Triggers => [];

    /// <inheritdoc/>
    public bool Wants(TreePath path) => path.IsNamed("pom.xml", "build.gradle", "build.gradle.kts", "libs.versions.toml");

    /// <inheritdoc/>
    public void Inspect(FileContent file, TreeContext tree)
    {
        var read = new InspectedFile(Name, file, tree);
        var packages = new PackageRecorder(read, catalog, "maven");
        if (file.Path.IsNamed("pom.xml"))
            Pom(packages, read);
        else if (file.Path.IsNamed("libs.versions.toml"))
            VersionCatalog(packages, read);
        else
            Gradle(packages, read.Text);
    }

    private static void Pom(PackageRecorder packages, InspectedFile file)
    {
        var elements = SafeXml.Read(file);
        var properties = elements.FirstOrDefault(e => e.Name == "properties");
        foreach (var element in elements)
        {
            if (element.Name != "dependency" || element.Below("groupId") is not { } group || element.Below("artifactId") is not { } artifact)
                continue;
            var version = element.Below("version") ?? "";
            if (version.StartsWith("${", StringComparison.Ordinal) && version.EndsWith('}'))
                version = properties?.Below(version[2..^1]) ?? "";
            packages.Found($"{group}:{artifact}", PinOf(version), element.Line);
        }
    }

    private static void VersionCatalog(PackageRecorder packages, InspectedFile file)
    {
        var root = file.Document();
        foreach (var (_, library) in root["libraries"].Entries)
        {
            var module = library["module"].TextOrNull ?? (library["group"].Exists ? $"{library["group"].Text}:{library["name"].Text}" : library.Text);
            var parts = module.Split(':');
            var version = library["version"]["ref"].TextOrNull is { } reference ? root["versions"][reference].Text : library["version"].Text;
            if (parts.Length >= 2)
                packages.Found($"{parts[0]}:{parts[1]}", PinOf(parts.Length > 2 ? parts[2] : version), library.Line);
        }
    }

    private static void Gradle(PackageRecorder packages, string text)
    {
        var line = 0;
        foreach (var written in TextLines.Of(text))
        {
            line++;
            if (written.TrimStart().StartsWith("//", StringComparison.Ordinal))
                continue;
            var pieces = written.Split(['"', '\'']);
            for (var i = 1; i < pieces.Length; i += 2)
            {
                var parts = pieces[i].Split(':');
                if (parts.Length is 2 or 3 && parts[0].Contains('.', StringComparison.Ordinal))
                    packages.Found($"{parts[0]}:{parts[1]}", PinOf(parts.Length > 2 ? parts[2] : ""), line);
            }
        }
    }

    private static Pin PinOf(string version) =>
        VersionText.IsOne(version) && !version.EndsWith('+') && !version.EndsWith("-SNAPSHOT", StringComparison.Ordinal)
            ? new Pin(version)
            : Pin.Floating;
}
