using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Configuration;
using Sextant.Discovery.Reading;

namespace Sextant.Discovery.Manifests;

/// <summary>Reads Go's <c>go.mod</c>. A module asks for one version of each other.</summary>
public sealed class GoModInspector(AiPackages catalog) : IInspector
{
    /// <inheritdoc/>
    public string Name => "go-mod";

    /// <inheritdoc/>
    public IReadOnlyList<string> Triggers { get; } = ["require"];

    /// <inheritdoc/>
    public bool Wants(TreePath path) => path.IsNamed("go.mod");

    /// <inheritdoc/>
    public void Inspect(FileContent file, TreeContext tree)
    {
        var read = new InspectedFile(Name, file, tree);
        var packages = new PackageRecorder(read, catalog, "go");
        var (line, inBlock) = (0, false);
        foreach (var written in TextLines.Of(read.Text))
        {
            line++;
            var words = written.Split("//")[0].Split([' ', '\t', '"'], StringSplitOptions.RemoveEmptyEntries);
            if (words is ["require", "("] or ["require("])
                inBlock = true;
            else if (words is [")"])
                inBlock = false;
            else if (words is ["require", var one, var version])
                packages.Found(one, new Pin(version), line);
            else if (inBlock && words is [var module, var asked])
                packages.Found(module, new Pin(asked), line);
        }
    }
}
