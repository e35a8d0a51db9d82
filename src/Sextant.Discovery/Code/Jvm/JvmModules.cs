using Sextant.Discovery.Code.Resolution;
using Sextant.Discovery.Reading;

namespace Sextant.Discovery.Code.Jvm;

/// <summary>
/// Which files an import of Java or Kotlin may mean: a public type stands in a file of its name, in the folder of its package
/// below some source root. Functions of Kotlin, and types beside others, may stand in any file of the package's folder.
/// </summary>
public sealed class JvmModules : IModuleFinder
{
    /// <summary>Files of one package that are looked through for a function.</summary>
    private const int MaxFiles = 100;

    private readonly Dictionary<string, List<string>> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _byFolder = new(StringComparer.Ordinal);

    /// <summary>Knows the files of Java and Kotlin of a tree.</summary>
    public JvmModules(IFileSource files, string language)
    {
        ArgumentNullException.ThrowIfNull(files);
        Language = language;
        foreach (var path in files.Paths)
        {
            if (!path.EndsWith(".java", StringComparison.Ordinal) && !path.EndsWith(".kt", StringComparison.Ordinal))
                continue;
            var (folder, name) = Split(path);
            Add(_byName, name, path);
            if (path.EndsWith(".kt", StringComparison.Ordinal))
                Add(_byFolder, folder[(folder.LastIndexOf('/') + 1)..], path);
        }
    }

    /// <inheritdoc/>
    public string Language { get; }

    /// <inheritdoc/>
    public IEnumerable<(string Path, bool Certain)> PathsOf(string module, string? member, string from)
    {
        if (member is null || module.Length == 0)
            return [];
        var folder = module.Replace('.', '/');
        var own = _byName.TryGetValue(member, out var named) ? named.Where(p => IsIn(p, folder)).Select(p => (p, true)) : [];
        var others = Language == "kotlin" && _byFolder.TryGetValue(folder[(folder.LastIndexOf('/') + 1)..], out var beside)
            ? beside.Where(p => IsIn(p, folder) && Split(p).Name != member).Take(MaxFiles).Select(p => (p, false)) : [];
        return own.Concat(others).OrderByDescending(p => p.Item2).ThenByDescending(p => CommonLength(p.Item1, from)).ThenBy(p => p.Item1, StringComparer.Ordinal);
    }

    private static bool IsIn(string path, string folder)
    {
        var own = Split(path).Folder;
        return own.EndsWith(folder, StringComparison.Ordinal) && (own.Length == folder.Length || own[own.Length - folder.Length - 1] == '/');
    }

    private static (string Folder, string Name) Split(string path)
    {
        var slash = path.LastIndexOf('/');
        return (slash < 0 ? "" : path[..slash], path[(slash + 1)..path.LastIndexOf('.')]);
    }

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

    private static void Add(Dictionary<string, List<string>> map, string key, string path)
    {
        if (!map.TryGetValue(key, out var paths))
            map[key] = paths = [];
        paths.Add(path);
    }
}
