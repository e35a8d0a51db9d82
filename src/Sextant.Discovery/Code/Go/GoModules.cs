using System.Collections.Concurrent;
using System.Text;
using Sextant.Discovery.Code.Resolution;
using Sextant.Discovery.Reading;

namespace Sextant.Discovery.Code.Go;

/// <summary>
/// Which files a Go import may mean: an import path leads to a folder by the <c>module</c> lines of the tree and their local
/// replacements. All files of a folder are one package; the member that is sought says which.
/// </summary>
public sealed class GoModules : IModuleFinder
{
    /// <summary>The module by which a file names the package that it is part of.</summary>
    internal const string OwnPackage = ".";

    private const string TestEnding = "_test.go";

    private readonly IFileSource _files;
    private readonly Func<string, bool> _isKnown;
    private readonly Dictionary<string, List<string>> _folders = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<GoPackage>> _packages = new(StringComparer.Ordinal);

    // Import paths of modules without their major version, the longest first, and the folders in which they are.
    private readonly List<(string Module, string Folder)> _modules = [];

    /// <summary>Knows the Go files and modules among paths.</summary>
    /// <param name="files">The tree.</param>
    /// <param name="isKnown">
    /// Whether a package is a library that is recognized from outside, so that its own repository reads its examples like anybody's.
    /// </param>
    public GoModules(IFileSource files, Func<string, bool>? isKnown = null)
    {
        ArgumentNullException.ThrowIfNull(files);
        (_files, _isKnown) = (files, isKnown ?? (_ => false));
        foreach (var path in files.Paths)
        {
            if (path.EndsWith(".go", StringComparison.Ordinal))
                Add(path);
            else if (path == "go.mod" || path.EndsWith("/go.mod", StringComparison.Ordinal))
                AddModules(path);
        }

        _modules.Sort((a, b) => a.Module.Length != b.Module.Length ? b.Module.Length.CompareTo(a.Module.Length) : string.CompareOrdinal(a.Folder, b.Folder));
    }

    /// <inheritdoc/>
    public string Language => "go";

    /// <inheritdoc/>
    public IEnumerable<(string Path, bool Certain)> PathsOf(string module, string? member, string from)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(from);
        var isOwn = module == OwnPackage;
        return (isOwn ? [FolderOf(from)] : FoldersOf(module)).SelectMany(f => In(f, member, from, isOwn)).Select(p => (p, true));
    }

    private IEnumerable<string> In(string folder, string? member, string from, bool isOwn)
    {
        if (!_folders.TryGetValue(folder, out var paths))
            return [];
        var usable = isOwn && from.EndsWith(TestEnding, StringComparison.Ordinal) ? paths : paths.Where(p => !p.EndsWith(TestEnding, StringComparison.Ordinal));
        if (member is null)
            return usable.Take(1);
        var declaring = _packages.GetOrAdd(folder, f => new Lazy<GoPackage>(() => new GoPackage(_files, _folders[f]))).Value.Declaring(member);
        return usable.Where(declaring.Contains);
    }

    private IEnumerable<string> FoldersOf(string module)
    {
        if (_isKnown(module))
            return [];
        if (!module.Contains('.', StringComparison.Ordinal) && !module.Contains('/', StringComparison.Ordinal) && _modules.TrueForAll(m => m.Module != module))
            return [];
        return _modules.Where(m => module == m.Module || module.Length > m.Module.Length && module[m.Module.Length] == '/' && module.StartsWith(m.Module, StringComparison.Ordinal))
            .SelectMany(m => Folders(m.Folder, module[m.Module.Length..].TrimStart('/'))).Take(4);
    }

    // A folder of the tree may be called like a major version, which import paths lose.
    private IEnumerable<string> Folders(string root, string below)
    {
        var folder = root.Length == 0 ? below : below.Length == 0 ? root : root + "/" + below;
        if (_folders.ContainsKey(folder))
            return [folder];
        return _folders.Keys.Where(k => k.Length > folder.Length && k.StartsWith(folder, StringComparison.Ordinal) && GoModuleNames.WithoutVersion(k) == folder).Order(StringComparer.Ordinal);
    }

    private void Add(string path)
    {
        var folder = FolderOf(path);
        if (!_folders.TryGetValue(folder, out var paths))
            _folders[folder] = paths = [];
        paths.Add(path);
    }

    private void AddModules(string path)
    {
        if (_files.Read(path) is not { } bytes)
            return;
        var folder = FolderOf(path);
        foreach (var line in Encoding.UTF8.GetString(bytes).Split('\n'))
        {
            var words = line.Split((char[])[' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);
            if (words is ["module", var module, ..])
                _modules.Add((GoModuleNames.WithoutVersion(module.Trim('"')), folder));
            else if (Array.IndexOf(words, "=>") is > 0 and var arrow && arrow + 1 < words.Length && words[arrow + 1].StartsWith('.') && Within(folder, words[arrow + 1]) is { } local)
                _modules.Add((GoModuleNames.WithoutVersion(words[0] == "replace" ? words[1] : words[0]), local));
        }
    }

    /// <summary>A folder named from another; null if it is outside of the tree.</summary>
    private static string? Within(string folder, string relative)
    {
        var parts = folder.Split('/', StringSplitOptions.RemoveEmptyEntries).ToList();
        foreach (var part in relative.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".")
                continue;
            if (part != "..")
                parts.Add(part);
            else if (parts.Count == 0)
                return null;
            else
                parts.RemoveAt(parts.Count - 1);
        }

        return string.Join('/', parts);
    }

    private static string FolderOf(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];
}
