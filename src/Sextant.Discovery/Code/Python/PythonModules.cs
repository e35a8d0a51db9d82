using System.Collections.Concurrent;
using Sextant.Discovery.Code.Resolution;
using Sextant.Discovery.Reading;

namespace Sextant.Discovery.Code.Python;

/// <summary>
/// Which files a Python import may mean. The folders from which modules are imported are unknown, so a module is any file whose
/// path ends like it; folders around the importing file come first, and a folder that is itself a package last.
/// </summary>
public sealed class PythonModules : IModuleFinder
{
    /// <summary>Folders that hold modules by convention, wherever the importing file is.</summary>
    private static readonly HashSet<string> SourceFolders = new(StringComparer.Ordinal)
    {
        "", "src", "lib", "python", "app", "backend", "server", "api", "source",
    };

    private readonly Dictionary<string, List<string>> _byLastName = new(StringComparer.Ordinal);
    private readonly HashSet<string> _packages = new(StringComparer.Ordinal);
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);

    private readonly IFileSource _files;
    private readonly PublishedPackages? _published;
    private readonly ConcurrentDictionary<string, string> _applications = new(StringComparer.Ordinal);

    /// <summary>Knows the Python files among paths.</summary>
    /// <param name="files">The tree.</param>
    /// <param name="published">The libraries that the tree publishes; null if that does not matter.</param>
    public PythonModules(IFileSource files, PublishedPackages? published = null)
    {
        ArgumentNullException.ThrowIfNull(files);
        (_files, _published) = (files, published);
        foreach (var path in files.Paths.Where(p => p.EndsWith(".py", StringComparison.Ordinal)))
            Add(path);
    }

    /// <inheritdoc/>
    public string Language => "python";

    /// <inheritdoc/>
    public IEnumerable<(string Path, bool Certain)> PathsOf(string module, string? member, string from) =>
        module.StartsWith('.') ? Relative(module, FolderOf(from))
        : _published?.Means(module, from) == true ? []
        : Absolute(module, from);

    private void Add(string path)
    {
        _paths.Add(path);
        var folder = FolderOf(path);
        if (Path.GetFileName(path) == "__init__.py")
            _packages.Add(folder);
        var module = ModuleNames.Of(path);
        var last = module[(module.LastIndexOf('.') + 1)..];
        if (!_byLastName.TryGetValue(last, out var paths))
            _byLastName[last] = paths = [];
        paths.Add(path);
    }

    private IEnumerable<(string Path, bool Certain)> Relative(string module, string folder)
    {
        var dots = module.Length - module.TrimStart('.').Length;
        for (var i = 1; i < dots; i++)
        {
            if (folder.Length == 0)
                return [];
            folder = FolderOf(folder);
        }

        var stem = Join(folder, module[dots..].Replace('.', '/'));
        return new[] { Join(stem, "__init__.py"), stem + ".py" }.Where(_paths.Contains).Select(p => (p, true));
    }

    private IEnumerable<(string Path, bool Certain)> Absolute(string module, string from)
    {
        var last = module[(module.LastIndexOf('.') + 1)..];
        if (!_byLastName.TryGetValue(last, out var paths))
            return [];
        var isPlain = last.Length == module.Length;
        var found = paths
            .Select(p => (Path: p, Root: RootOf(p, module)))
            .Where(c => c.Root is not null && c.Path != from)
            .Select(c => (c.Path, Root: c.Root ?? "", Rank: Rank(c.Root ?? "", from, isPlain), Common: CommonLength(c.Path, from)))
            .Where(c => c.Rank > 0)
            .ToArray();
        if (Array.Exists(found, c => IsSibling(c.Path, from)))
            found = WithoutSiblings(found, from);
        return found
            .OrderBy(c => c.Rank).ThenByDescending(c => c.Common).ThenBy(c => c.Path.Length).ThenBy(c => c.Path, StringComparer.Ordinal)
            .Select(c => (c.Path, c.Rank < 3));
    }

    /// <summary>Another application's modules are meant only if nothing else can be, and if it is a library that others install.</summary>
    private (string Path, string Root, int Rank, int Common)[] WithoutSiblings((string Path, string Root, int Rank, int Common)[] found, string from)
    {
        var others = found.Where(c => IsSibling(c.Path, from)).Select(c => ApplicationOf(c.Path)).Distinct().Take(2).ToArray();
        return others is [var only] && found.All(c => IsSibling(c.Path, from) && IsLibrary(only, c.Root)) ? found : [.. found.Where(c => !IsSibling(c.Path, from))];
    }

    private bool IsSibling(string path, string from)
    {
        var (own, other) = (ApplicationOf(from), ApplicationOf(path));
        return own.Length > 0 && other.Length > 0 && own != other && !from.StartsWith(other + "/", StringComparison.Ordinal) && !path.StartsWith(own + "/", StringComparison.Ordinal);
    }

    private bool IsLibrary(string application, string root) =>
        (root == application || FolderOf(root) == application && IsSourceFolder(root))
        && (_files.Exists(application + "/pyproject.toml") || _files.Exists(application + "/setup.py") || _files.Exists(application + "/setup.cfg"));

    private string ApplicationOf(string path) => _applications.GetOrAdd(FolderOf(path), folder => Applications.FolderOf(_files, folder + "/-"));

    /// <summary>The folder from which a file is imported under a name; null if it cannot be.</summary>
    private static string? RootOf(string path, string module)
    {
        var full = ModuleNames.Of(path);
        if (full.Length == module.Length)
            return full == module ? "" : null;
        var start = full.Length - module.Length - 1;
        return start >= 0 && full[start] == '.' && full.EndsWith(module, StringComparison.Ordinal) ? path[..start] : null;
    }

    /// <summary>1: around the importing file. 2: elsewhere. 3: possible only if it has what is imported. 0: not at all.</summary>
    private int Rank(string root, string from, bool isPlain)
    {
        var around = root.Length == 0 || from.StartsWith(root + "/", StringComparison.Ordinal);
        if (_packages.Contains(root) && root.Length > 0)
            return around ? 3 : 0;
        if (around)
            return isPlain && root.Length > 0 && root != FolderOf(from) && !IsSourceFolder(root) ? 3 : 1;
        return isPlain && !IsSourceFolder(root) ? 3 : 2;
    }

    private static bool IsSourceFolder(string folder) => SourceFolders.Contains(folder[(folder.LastIndexOf('/') + 1)..]);

    private static int CommonLength(string one, string other)
    {
        var (common, end) = (0, Math.Min(one.Length, other.Length));
        for (var i = 0; i < end && one[i] == other[i]; i++)
        {
            if (one[i] == '/')
                common = i + 1;
        }

        return common;
    }

    private static string FolderOf(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];

    private static string Join(string folder, string name) => folder.Length == 0 ? name : name.Length == 0 ? folder : folder + "/" + name;
}
