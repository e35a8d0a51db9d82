namespace Sextant.Discovery.Reading;

/// <summary>
/// Which folders and files hold somebody else's code or what a tool made. Names that people also use for their own code
/// (<c>build</c>, <c>bin</c>, <c>target</c>) count only beside the manifest of the tool that makes them.
/// </summary>
internal static class VendoredTrees
{
    private static readonly HashSet<string> Folders = new(StringComparer.Ordinal)
    {
        "node_modules", "bower_components", "jspm_packages", ".pnpm-store", ".yarn", "vendor", "third_party", "third-party", "thirdparty",
        "site-packages", "dist-packages", ".venv", "venv", ".virtualenv", "virtualenv", "__pypackages__", "__pycache__", ".tox", ".nox", ".eggs",
        ".mypy_cache", ".pytest_cache", ".ruff_cache", ".ipynb_checkpoints", ".gradle", ".terraform", ".terragrunt-cache", ".serverless",
        ".next", ".nuxt", ".svelte-kit", ".angular", ".parcel-cache", ".turbo", "dist", "htmlcov", ".nyc_output", "Pods", "Carthage", "DerivedData",
        ".stack-work", "elm-stuff", ".dart_tool", ".hg", ".svn", ".git",
    };

    private static readonly (string Folder, string[] Beside)[] Outputs =
    [
        ("build", ["build.gradle", "build.gradle.kts", "CMakeLists.txt", "setup.py", "pyproject.toml", "package.json", "pubspec.yaml"]),
        ("out", ["package.json", "tsconfig.json", "build.ninja"]),
        ("target", ["Cargo.toml", "pom.xml", "build.sbt"]),
        ("bin", [".csproj", ".fsproj", ".vbproj"]),
        ("obj", [".csproj", ".fsproj", ".vbproj"]),
        ("coverage", ["package.json"]),
    ];

    private static readonly string[] FileEndings = [".min.js", ".min.mjs", ".min.css", ".bundle.js", ".chunk.js", ".js.map", ".mjs.map", ".css.map", ".pyc", ".pyo"];

    /// <summary>Whether a folder is vendored, by its name and the names that stand beside it.</summary>
    public static bool IsFolder(string name, IEnumerable<string> beside)
    {
        if (IsFolderByName(name))
            return true;
        foreach (var (folder, marks) in Outputs)
        {
            if (folder == name)
                return beside.Any(sibling => Array.Exists(marks, mark => IsMark(sibling, mark)));
        }

        return false;
    }

    /// <summary>Whether a folder is vendored by its name alone.</summary>
    public static bool IsFolderByName(string name) => Folders.Contains(name) || name.EndsWith(".egg-info", StringComparison.Ordinal);

    /// <summary>Whether a file is generated, by its name alone.</summary>
    public static bool IsFile(ReadOnlySpan<char> name)
    {
        foreach (var ending in FileEndings)
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>Whether a file or one of the folders above it is vendored by its name alone.</summary>
    public static bool IsPath(string path)
    {
        var parts = path.Split('/');
        return IsFile(parts[^1]) || Array.Exists(parts[..^1], IsFolderByName);
    }

    private static bool IsMark(string sibling, string mark) =>
        mark.StartsWith('.') ? sibling.EndsWith(mark, StringComparison.Ordinal) : string.Equals(sibling, mark, StringComparison.Ordinal);
}
