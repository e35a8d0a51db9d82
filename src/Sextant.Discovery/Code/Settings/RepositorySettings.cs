using System.Collections.Concurrent;
using Sextant.Discovery.Code.Resolution;
using Sextant.Discovery.Reading;

namespace Sextant.Discovery.Code.Settings;

/// <summary>Finds settings in the files of a tree.</summary>
/// <param name="files">The files.</param>
public sealed class RepositorySettings(IFileSource files) : IConfigurationValues
{
    /// <summary>Files of settings that are read in all.</summary>
    private const int MaxFiles = 400;

    private const int MaxDocumentBytes = 1 << 20;
    private const int MaxFolders = 40;

    /// <summary>Folders whose files of settings hold for the folder around them.</summary>
    private static readonly string[] SettingsFolders = ["/src/main/resources", "/resources", "/config", "/conf"];

    private static readonly string[] SettingsLanguages = [".cs", ".java", ".kt"];

    private static readonly string[] DocumentEndings = [".json", ".jsonc", ".yaml", ".yml", ".toml"];

    private readonly Lazy<Dictionary<string, List<(string Path, SettingsFileKind Kind)>>> _byFolder = new(() => ByFolder(files));
    private readonly ConcurrentDictionary<string, Lazy<Dictionary<string, ResolvedText>>> _settings = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<LoadedDocument?>> _documents = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Key, string Folder, bool Settings), ResolvedText?> _found = new();

    /// <inheritdoc/>
    public ResolvedText? Find(string key, string fromPath)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(fromPath);
        // A single word is a variable, except where settings are read by such words too.
        var settings = key.AsSpan().ContainsAny(':', '.') || Array.Exists(SettingsLanguages, l => fromPath.EndsWith(l, StringComparison.Ordinal));
        return key.Length is 0 or > 200 ? null : _found.GetOrAdd((key, FolderOf(fromPath), settings), k => Find(Spellings(k.Key), k.Folder, k.Settings));
    }

    /// <inheritdoc/>
    public LoadedDocument? Document(string path, string fromPath)
    {
        ArgumentNullException.ThrowIfNull(path);
        var plain = Plain(path);
        if (plain.Length is 0 or > 300 || !Array.Exists(DocumentEndings, e => plain.EndsWith(e, StringComparison.OrdinalIgnoreCase)))
            return null;
        foreach (var folder in Upwards(FolderOf(fromPath)))
        {
            var candidate = folder.Length == 0 ? plain : $"{folder}/{plain}";
            if (files.Exists(candidate))
                return _documents.GetOrAdd(candidate, p => new Lazy<LoadedDocument?>(() => Load(p))).Value;
        }

        return null;
    }

    private LoadedDocument? Load(string path)
    {
        if (_documents.Count > MaxFiles || files.Read(path) is not { Length: <= MaxDocumentBytes } bytes)
            return null;
        var root = SettingsFile.Document(path, bytes).Root;
        return root.Exists ? DocumentFacts.Of(path, root, name => Find(name, path)?.Text) : null;
    }

    private ResolvedText? Find(string[] keys, string folder, bool settings)
    {
        foreach (var above in Upwards(folder))
        {
            if (!_byFolder.Value.TryGetValue(above, out var here))
                continue;
            foreach (var (path, kind) in here)
            {
                if (!settings && kind is (SettingsFileKind.AppSettings or SettingsFileKind.Application))
                    continue;
                var values = Values(path, kind);
                foreach (var key in keys)
                {
                    if (values.TryGetValue(key, out var value))
                        return value;
                }
            }
        }

        return keys.Length > 1 ? Only(keys[0]) : null;
    }

    private Dictionary<string, ResolvedText> Values(string path, SettingsFileKind kind) =>
        _settings.GetOrAdd(path, p => new Lazy<Dictionary<string, ResolvedText>>(() => SettingsFile.Read(files, p, kind, _ => null))).Value;

    // A library's settings stand with the program that uses it; if only one program has such a setting, it is that one.
    private ResolvedText? Only(string key)
    {
        ResolvedText? only = null;
        foreach (var (path, kind) in _byFolder.Value.Values.SelectMany(f => f).Where(f => f.Kind is SettingsFileKind.AppSettings or SettingsFileKind.Application).Distinct().OrderBy(f => f.Path, StringComparer.Ordinal))
        {
            if (!Values(path, kind).TryGetValue(key, out var value))
                continue;
            if (only is not null && only.Text != value.Text)
                return null;
            only ??= value;
        }

        return only;
    }

    /// <summary>A setting's key, and the variable that sets it: <c>OpenAI:Model</c> is <c>OpenAI__Model</c>, <c>openai.model</c> is <c>OPENAI_MODEL</c>.</summary>
    private static string[] Spellings(string key)
    {
        if (key.Contains(':', StringComparison.Ordinal))
            return [key, key.Replace(":", "__", StringComparison.Ordinal), key.Replace(":", "__", StringComparison.Ordinal).ToUpperInvariant()];
        return key.Contains('.', StringComparison.Ordinal) ? [key, key.Replace('.', '_').Replace("-", "", StringComparison.Ordinal).ToUpperInvariant()] : [key];
    }

    private static Dictionary<string, List<(string Path, SettingsFileKind Kind)>> ByFolder(IFileSource files)
    {
        var byFolder = new Dictionary<string, List<(string Path, SettingsFileKind Kind)>>(StringComparer.Ordinal);
        var taken = 0;
        foreach (var path in files.Paths)
        {
            if (SettingsFile.KindOf(path) is not { } kind || PathScope.Of(path) == "test" || ++taken > MaxFiles)
                continue;
            foreach (var folder in Holds(FolderOf(path)))
            {
                if (!byFolder.TryGetValue(folder, out var list))
                    byFolder[folder] = list = [];
                list.Add((path, kind));
            }
        }

        // The plain name comes before its variants: .env before .env.local, appsettings.json before appsettings.Development.json.
        foreach (var list in byFolder.Values)
            list.Sort((a, b) => a.Kind != b.Kind ? a.Kind.CompareTo(b.Kind) : a.Path.Length != b.Path.Length ? a.Path.Length.CompareTo(b.Path.Length) : string.CompareOrdinal(a.Path, b.Path));
        return byFolder;
    }

    private static IEnumerable<string> Holds(string folder)
    {
        yield return folder;
        foreach (var settings in SettingsFolders)
        {
            if ($"/{folder}".EndsWith(settings, StringComparison.Ordinal))
                yield return folder[..Math.Max(0, folder.Length - settings.Length)];
        }
    }

    private static IEnumerable<string> Upwards(string folder)
    {
        for (var i = 0; i < MaxFolders; i++)
        {
            yield return folder;
            if (folder.Length == 0)
                yield break;
            folder = FolderOf(folder);
        }
    }

    private static string FolderOf(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];

    // What leads above the folder is looked for upwards anyway; an absolute path is one of another machine.
    private static string Plain(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split('/', '\\'))
        {
            if (part == "..")
                parts.Clear();
            else if (part is not ("" or "."))
                parts.Add(part);
        }

        return string.Join('/', parts);
    }
}
