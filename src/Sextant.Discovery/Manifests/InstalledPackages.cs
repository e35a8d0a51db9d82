using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Configuration;

namespace Sextant.Discovery.Manifests;

/// <summary>Records the packages that a shell command installs: <c>pip install</c>, <c>uv pip install</c>, <c>npm install</c>.</summary>
internal static class InstalledPackages
{
    public static void Record(InspectedFile file, AiPackages catalog, IReadOnlyList<string> words, int line)
    {
        var install = -1;
        for (var i = 1; i < words.Count && i < 6 && install < 0; i++)
        {
            if (words[i] is "install" or "add" or "i")
                install = i;
        }

        if (install < 0)
            return;
        var tool = words[install - 1][(words[install - 1].LastIndexOf('/') + 1)..];
        if (tool.StartsWith("pip", StringComparison.Ordinal) || tool is "uv" or "poetry")
            Python(new PackageRecorder(file, catalog, "pypi"), words.Skip(install + 1), line);
        else if (tool is "npm" or "pnpm" or "yarn" or "bun")
            Npm(new PackageRecorder(file, catalog, "npm"), words.Skip(install + 1), line);
    }

    private static void Python(PackageRecorder packages, IEnumerable<string> words, int line)
    {
        var skip = false;
        foreach (var word in words)
        {
            if (!skip && !word.StartsWith('-') && !word.Contains('/', StringComparison.Ordinal) && PythonRequirement.TryParse(word, out var requirement))
                packages.Found(requirement.Name, requirement.Pin, line);
            skip = word is "-r" or "--requirement" or "-c" or "--constraint" or "-i" or "--index-url" or "--extra-index-url" or "-f" or "--find-links" or "-t" or "--target" or "--python" or "-e";
        }
    }

    private static void Npm(PackageRecorder packages, IEnumerable<string> words, int line)
    {
        foreach (var word in words.Where(w => !w.StartsWith('-')))
        {
            var at = word.LastIndexOf('@');
            packages.Found(at > 0 ? word[..at] : word, at > 0 ? PackageJsonInspector.PinOf(word[(at + 1)..]) : Pin.Floating, line);
        }
    }
}
