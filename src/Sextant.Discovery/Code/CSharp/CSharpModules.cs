using System.Collections.Concurrent;
using System.Text;
using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Resolution;
using Sextant.Discovery.Reading;

namespace Sextant.Discovery.Code.CSharp;

/// <summary>
/// Which files a type of a namespace may be in: those that are named after it, <c>Type.cs</c>, <c>Type.Part.cs</c>. What a
/// repository publishes itself is to its other projects what the catalog knows, not something to look into.
/// </summary>
public sealed class CSharpModules : IModuleFinder
{
    /// <summary>Files of one name that are looked into.</summary>
    private const int MaxFiles = 6;

    /// <summary>Files read for the namespaces that a project opens.</summary>
    private const int MaxOpenings = 200;

    private const string Ending = ".cs";

    private readonly Dictionary<string, List<string>> _byType = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _openings = new(StringComparer.Ordinal);
    private readonly HashSet<string> _projects = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _projectOf = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _opened = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Member, string From), IReadOnlyList<string>> _nearest = new();
    private readonly IFileSource _files;
    private readonly Catalog _catalog;

    /// <summary>Knows the C# files of a tree by their names.</summary>
    public CSharpModules(IFileSource files, Catalog catalog)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(catalog);
        (_files, _catalog) = (files, catalog);
        foreach (var path in files.Paths)
        {
            if (path.EndsWith(Ending, StringComparison.Ordinal))
                Add(path);
            else if (path.EndsWith(".csproj", StringComparison.Ordinal))
                _projects.Add(FolderOf(path));
            if (IsOpening(path))
                AddTo(_openings, FolderOf(path), path);
        }
    }

    /// <inheritdoc/>
    public string Language => "csharp";

    /// <inheritdoc/>
    public bool IsOf(CodeUnit unit, string module)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return unit.Module == module;
    }

    /// <inheritdoc/>
    public IEnumerable<(string Path, bool Certain)> PathsOf(string module, string? member, string from)
    {
        ArgumentNullException.ThrowIfNull(module);
        if (member is null || !_byType.TryGetValue(member, out var paths))
            return [];
        // Every file opens many namespaces, and each is asked for the same name: the order of the files is found once.
        var nearest = _nearest.GetOrAdd((member, from), _ => Nearest(paths, from));
        var own = ProjectOf(from);
        var isKnown = module.Length > 0 && nearest.Count > 0 && _catalog.Knows("csharp", module + "." + member);
        return nearest.Where(p => !isKnown || ProjectOf(p) == own).Select(p => (p, false));
    }

    private List<string> Nearest(List<string> paths, string from)
    {
        var own = ProjectOf(from);
        return [.. paths.Where(p => p != from).OrderBy(p => ProjectOf(p) == own ? 0 : 1).ThenByDescending(p => Common(p, from)).ThenBy(p => p, StringComparer.Ordinal).Take(MaxFiles)];
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> OpenedIn(string path) => _opened.GetOrAdd(ProjectOf(path), Opened);

    private void Add(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var end = name.AsSpan().IndexOfAny('.', '{', '`');
        AddTo(_byType, name[..end], path);
    }

    private static void AddTo(Dictionary<string, List<string>> map, string key, string path)
    {
        if (!map.TryGetValue(key, out var paths))
            map[key] = paths = [];
        paths.Add(path);
    }

    private static bool IsOpening(string path) =>
        path.EndsWith("Usings.cs", StringComparison.OrdinalIgnoreCase) || path.EndsWith("Imports.cs", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".csproj", StringComparison.Ordinal) || path.EndsWith("Directory.Build.props", StringComparison.Ordinal);

    /// <summary>The folder of the project that a file is of; empty if it is of none.</summary>
    private string ProjectOf(string path) => _projectOf.GetOrAdd(FolderOf(path), folder =>
    {
        while (folder.Length > 0 && !_projects.Contains(folder))
            folder = FolderOf(folder);
        return folder;
    });

    private List<string> Opened(string project)
    {
        var opened = new List<string>();
        var folders = new List<string>(_openings.Keys.Where(f => f.StartsWith(project, StringComparison.Ordinal) && ProjectOf(f + "/-") == project).Order(StringComparer.Ordinal));
        for (var folder = project; folder.Length > 0; folder = FolderOf(folder))
            folders.Add(FolderOf(folder));
        foreach (var path in folders.Distinct().SelectMany(f => _openings.TryGetValue(f, out var paths) ? paths.Where(p => f.Length >= project.Length || p.EndsWith(".props", StringComparison.Ordinal)) : []).Take(MaxOpenings))
        {
            if (_files.Read(path) is { } bytes)
                opened.AddRange(OpenedBy(Encoding.UTF8.GetString(bytes), path.EndsWith(Ending, StringComparison.Ordinal)));
        }

        return [.. opened.Distinct()];
    }

    private static IEnumerable<string> OpenedBy(string text, bool isCode)
    {
        var (before, after) = isCode ? ("global using ", ';') : ("<Using Include=\"", '"');
        for (var at = text.IndexOf(before, StringComparison.Ordinal); at >= 0; at = text.IndexOf(before, at + 1, StringComparison.Ordinal))
        {
            var rest = text.AsSpan(at + before.Length);
            if (rest.IndexOf(after) is > 0 and < 200 and var end && rest[..end].ToString().Replace("static ", "", StringComparison.Ordinal).Trim() is var name && name.All(c => char.IsLetterOrDigit(c) || c is '.' or '_'))
                yield return name;
        }
    }

    private static int Common(string one, string other)
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
}
