using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Configuration;
using Sextant.Discovery.Reading;
using Sextant.Documents;

namespace Sextant.Discovery.Manifests;

/// <summary>Reads Python projects: PEP 621, PEP 735 dependency groups, Poetry, uv, PDM, Hatch, and Pipfiles.</summary>
public sealed class PyprojectInspector(AiPackages catalog) : IInspector
{
    /// <inheritdoc/>
    public string Name => "pyproject";

    /// <inheritdoc/>
    public IReadOnlyList<string> Triggers => [];

    /// <inheritdoc/>
    public bool Wants(TreePath path) => path.IsNamed("pyproject.toml", "Pipfile");

    /// <inheritdoc/>
    public void Inspect(FileContent file, TreeContext tree)
    {
        var read = new InspectedFile(Name, file, tree);
        var packages = new PackageRecorder(read, catalog, "pypi");
        var root = read.Document();
        if (file.Path.IsNamed("Pipfile"))
        {
            Table(packages, root["packages"]);
            Table(packages, root["dev-packages"]);
            return;
        }

        Standard(packages, root);
        Tools(packages, root["tool"]);
    }

    private static void Standard(PackageRecorder packages, DocumentNode root)
    {
        Requirements(packages, root["project"]["dependencies"]);
        foreach (var (_, extra) in root["project"]["optional-dependencies"].Entries)
            Requirements(packages, extra);
        foreach (var (_, group) in root["dependency-groups"].Entries)
            Requirements(packages, group);
    }

    private static void Tools(PackageRecorder packages, DocumentNode tool)
    {
        var poetry = tool["poetry"];
        Table(packages, poetry["dependencies"]);
        Table(packages, poetry["dev-dependencies"]);
        foreach (var (_, group) in poetry["group"].Entries)
            Table(packages, group["dependencies"]);
        Requirements(packages, tool["uv"]["dev-dependencies"]);
        foreach (var (_, group) in tool["pdm"]["dev-dependencies"].Entries)
            Requirements(packages, group);
        foreach (var (_, environment) in tool["hatch"]["envs"].Entries)
        {
            Requirements(packages, environment["dependencies"]);
            Requirements(packages, environment["extra-dependencies"]);
        }

        foreach (var (_, feature) in tool["pixi"]["feature"].Entries)
            Table(packages, feature["pypi-dependencies"]);
        Table(packages, tool["pixi"]["pypi-dependencies"]);
    }

    private static void Requirements(PackageRecorder packages, DocumentNode list)
    {
        foreach (var item in list.Items)
        {
            if (item.IsScalar && PythonRequirement.TryParse(item.Text, out var requirement))
                packages.Found(requirement.Name, requirement.Pin, item.Line);
        }
    }

    private static void Table(PackageRecorder packages, DocumentNode table)
    {
        foreach (var (name, value) in table.Entries)
            packages.Found(name.Text, PinOf(value), name.Line);
    }

    // Poetry and Pipenv: a text is a version ("1.2.3" fixes it, "^1.2" does not), a table holds one or a git revision.
    private static Pin PinOf(DocumentNode value)
    {
        if (value.IsList && value.Items.Count > 0)
            return PinOf(value.Items[0]);
        if (value["rev"].TextOrNull is { } revision && VersionText.IsCommit(revision))
            return new Pin(revision, IsDigest: true);
        var version = value.TextOrNull ?? value["version"].Text;
        var exact = version.TrimStart('=').Trim();
        return VersionText.IsOne(exact) ? new Pin(exact) : Pin.Floating;
    }
}
