using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Configuration;
using Sextant.Discovery.Reading;

namespace Sextant.Discovery.Manifests;

/// <summary>Reads conda's environment files. Conda's packages are named as on PyPI, with the few known exceptions.</summary>
public sealed class CondaInspector(AiPackages catalog) : IInspector
{
    /// <inheritdoc/>
    public string Name => "conda";

    /// <inheritdoc/>
    public IReadOnlyList<string> Triggers { get; } = ["dependencies"];

    /// <inheritdoc/>
    public bool Wants(TreePath path) => path.HasExtension(".yaml", ".yml")
        && (path.FileName.StartsWith("environment", StringComparison.OrdinalIgnoreCase) || path.FileName.StartsWith("conda", StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public void Inspect(FileContent file, TreeContext tree)
    {
        var read = new InspectedFile(Name, file, tree);
        var packages = new PackageRecorder(read, catalog, "pypi");
        foreach (var item in read.Document()["dependencies"].Items)
        {
            if (item.IsScalar)
                Conda(packages, item.Text, item.Line);
            foreach (var pip in item["pip"].Items)
            {
                if (PythonRequirement.TryParse(pip.Text, out var requirement))
                    packages.Found(requirement.Name, requirement.Pin, pip.Line);
            }
        }
    }

    // channel::name=version=build; one = is conda's "fixed", with any build.
    private static void Conda(PackageRecorder packages, string text, int line)
    {
        var channel = text.IndexOf("::", StringComparison.Ordinal);
        var parts = (channel < 0 ? text : text[(channel + 2)..]).Split('=', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0)
            return;
        var name = parts[0].Split([' ', '<', '>', '!', '~', '['], 2)[0] switch
        {
            "pytorch" or "pytorch-gpu" or "pytorch-cpu" => "torch",
            "tensorflow-gpu" => "tensorflow",
            var other => other,
        };
        var version = parts.Length > 1 && VersionText.IsOne($"0{parts[0]}") ? parts[1].Trim() : "";
        packages.Found(name, version.Length > 0 && char.IsAsciiDigit(version[0]) && !version.Contains('*', StringComparison.Ordinal) ? new Pin(version) : Pin.Floating, line);
    }
}
