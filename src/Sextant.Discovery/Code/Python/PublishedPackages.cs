using System.Text;
using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Configuration;
using Sextant.Discovery.Reading;
using Sextant.Documents;

namespace Sextant.Discovery.Code.Python;

/// <summary>
/// Known libraries that a repository itself publishes. Its examples, tests and other packages import such a library as everybody
/// does: to them <c>agents.Agent</c> is what the catalog knows, not a class of the repository to look into.
/// </summary>
public sealed class PublishedPackages
{
    /// <summary>Manifests read for their name.</summary>
    private const int MaxManifests = 300;

    /// <summary>Where a package lies below its manifest.</summary>
    private static readonly string[] Layouts = ["", "src/", "lib/", "python/"];

    private readonly SortedSet<string> _roots = new(StringComparer.Ordinal);
    private readonly HashSet<string> _projects = new(StringComparer.Ordinal);

    /// <summary>Reads the names in the Python manifests of a tree.</summary>
    /// <param name="files">The tree.</param>
    /// <param name="known">The known libraries, asked for only if the tree publishes anything.</param>
    public PublishedPackages(IFileSource files, Func<IReadOnlyList<SdkPackage>> known)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(known);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in files.Paths.Where(IsManifest).Take(MaxManifests))
        {
            if (files.Read(path) is not { } bytes || NameIn(path, Encoding.UTF8.GetString(bytes)) is not { Length: > 0 } name)
                continue;
            names.Add(name.Replace('_', '-').ToLowerInvariant());
            _projects.Add(path[..(path.LastIndexOf('/') + 1)]);
        }

        if (names.Count > 0)
            _roots.UnionWith(known().Where(p => p.Ecosystem == "pypi" && p.Import.Length > 0 && names.Contains(p.Name)).Select(p => p.Import));
    }

    /// <summary>Whether an absolute import in a file means a library as published, though its source is in the tree.</summary>
    public bool Means(string module, string from)
    {
        foreach (var root in _roots)
        {
            var isOf = module.StartsWith(root, StringComparison.Ordinal) && (module.Length == root.Length || module[root.Length] == '.');
            if (isOf)
                return !IsWithin(root.Replace('.', '/'), from);
        }

        return false;
    }

    private bool IsWithin(string package, string path)
    {
        for (var at = path.IndexOf(package + "/", StringComparison.Ordinal); at >= 0; at = path.IndexOf(package + "/", at + 1, StringComparison.Ordinal))
        {
            if (Array.Exists(Layouts, l => path[..at].EndsWith(l, StringComparison.Ordinal) && _projects.Contains(path[..(at - l.Length)])))
                return true;
        }

        return false;
    }

    private static bool IsManifest(string path) => Path.GetFileName(path) is "pyproject.toml" or "setup.cfg" or "setup.py";

    private static string? NameIn(string path, string text)
    {
        if (!path.EndsWith(".toml", StringComparison.Ordinal))
            return NameInSetup(text);
        var root = TomlReader.Read(text).Root;
        return root["project"]["name"].TextOrNull ?? root["tool"]["poetry"]["name"].TextOrNull;
    }

    // name = openai-agents in a setup.cfg, name="openai-agents", in a setup.py: the first of its line that has a plain value.
    private static string? NameInSetup(string text)
    {
        foreach (var line in TextLines.Of(text))
        {
            var at = line.IndexOf("name", StringComparison.Ordinal);
            if (at < 0 || line.AsSpan(0, at).TrimStart() is not ("" or "setup("))
                continue;
            var rest = line.AsSpan(at + 4).TrimStart();
            if (!rest.StartsWith("="))
                continue;
            var value = rest[1..].Trim();
            if (value is [_, ..] && value[0] is '"' or '\'' && value[1..].IndexOf(value[0]) is >= 0 and var end)
                value = value[1..(end + 1)];
            return value.ToString();
        }

        return null;
    }
}
