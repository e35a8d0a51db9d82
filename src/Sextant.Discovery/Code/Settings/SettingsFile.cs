using System.Text;
using Sextant.Discovery.Code.Resolution;
using Sextant.Discovery.Reading;
using Sextant.Documents;

namespace Sextant.Discovery.Code.Settings;

/// <summary>What kind of file gives settings, in the order in which they are asked.</summary>
internal enum SettingsFileKind
{
    /// <summary><c>.env</c> and its variants.</summary>
    Environment,

    /// <summary><c>docker-compose.yml</c>: <c>environment</c> of its services.</summary>
    Compose,

    /// <summary><c>appsettings.json</c>: keys are joined by colons.</summary>
    AppSettings,

    /// <summary><c>application.yml</c>, <c>config/default.json</c>: keys are joined by dots.</summary>
    Application,

    /// <summary>Files of <see cref="EnvironmentText"/> that only show which variables there are.</summary>
    EnvironmentExample,
}

/// <summary>Reads one file of settings into names and values.</summary>
internal static class SettingsFile
{
    private const int MaxBytes = 1 << 20;
    private const int MaxEntries = 5000;
    private const int MaxDepth = 12;

    private static readonly string[] ExampleWords = ["example", "sample", "template", "dist", "default", "defaults"];
    private static readonly DocumentLimits Limits = new(MaxBytes, 40, 50_000);

    /// <summary>What kind of file a path names; null if it gives no settings.</summary>
    public static SettingsFileKind? KindOf(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..].ToLowerInvariant();
        if (name.StartsWith(".env", StringComparison.Ordinal) || name.EndsWith(".env", StringComparison.Ordinal) || name.StartsWith("env.", StringComparison.Ordinal))
            return KindOfEnvironment(name);
        if (name.StartsWith("appsettings", StringComparison.Ordinal) && name.EndsWith(".json", StringComparison.Ordinal))
            return SettingsFileKind.AppSettings;
        var isYaml = name.EndsWith(".yml", StringComparison.Ordinal) || name.EndsWith(".yaml", StringComparison.Ordinal);
        if (isYaml && (name.StartsWith("docker-compose", StringComparison.Ordinal) || name.StartsWith("compose.", StringComparison.Ordinal)))
            return SettingsFileKind.Compose;
        if (name.StartsWith("application", StringComparison.Ordinal) && name.Length > 11 && name[11] is '.' or '-' && (isYaml || name.EndsWith(".properties", StringComparison.Ordinal)))
            return SettingsFileKind.Application;
        var stem = name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? name[..dot] : name;
        var isDocument = isYaml || name.EndsWith(".json", StringComparison.Ordinal) || name.EndsWith(".toml", StringComparison.Ordinal);
        return isDocument && (stem == "config" || (stem is "default" or "production" && path.Contains("config/", StringComparison.Ordinal))) ? SettingsFileKind.Application : null;
    }

    private static SettingsFileKind? KindOfEnvironment(string name)
    {
        var words = name.Split('.', '-', '_');
        if (Array.Exists(words, w => Array.IndexOf(ExampleWords, w) >= 0))
            return SettingsFileKind.EnvironmentExample;
        return name is ".env" || name[0] == '.' && name.Length > 4 && name[4] is '.' or '-' or '_' || name.EndsWith(".env", StringComparison.Ordinal) ? SettingsFileKind.Environment : null;
    }

    /// <summary>The values of a file by name; of several values of one name, the first.</summary>
    public static Dictionary<string, ResolvedText> Read(IFileSource files, string path, SettingsFileKind kind, Func<string, string?> lookUp)
    {
        var isEnvironment = kind is SettingsFileKind.Environment or SettingsFileKind.EnvironmentExample or SettingsFileKind.Compose;
        var values = new Dictionary<string, ResolvedText>(isEnvironment ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);
        if (files.Read(path) is not { Length: > 0 and <= MaxBytes } bytes)
            return values;
        foreach (var (name, text, line) in Entries(path, bytes, kind).Take(MaxEntries))
        {
            if (SettingValue.Of(Last(name), text, lookUp) is { } value)
                values.TryAdd(name, new ResolvedText(value, TextSource.Configuration, path, line));
        }

        return values;
    }

    private static string Last(string name) => name[(name.LastIndexOfAny([':', '.']) + 1)..];

    private static IEnumerable<(string Name, string Text, int Line)> Entries(string path, byte[] bytes, SettingsFileKind kind)
    {
        if (kind is SettingsFileKind.Environment or SettingsFileKind.EnvironmentExample || path.EndsWith(".properties", StringComparison.OrdinalIgnoreCase))
            return EnvironmentText.Read(Encoding.UTF8.GetString(bytes), kind == SettingsFileKind.Application);
        var roots = Document(path, bytes).Roots;
        return kind == SettingsFileKind.Compose ? roots.SelectMany(OfCompose) : roots.SelectMany(r => Flat("", r, kind == SettingsFileKind.AppSettings ? ':' : '.', 0));
    }

    /// <summary>The document of a file, by its ending.</summary>
    public static DocumentResult Document(string path, byte[] bytes)
    {
        if (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".jsonc", StringComparison.OrdinalIgnoreCase))
            return JsonReader.Read(bytes, Limits);
        return path.EndsWith(".toml", StringComparison.OrdinalIgnoreCase) ? TomlReader.Read(bytes, Limits) : YamlReader.Read(bytes, Limits);
    }

    private static IEnumerable<(string Name, string Text, int Line)> OfCompose(DocumentNode root)
    {
        foreach (var (_, service) in root["services"].Entries)
        {
            foreach (var (name, value) in service["environment"].Entries)
            {
                if (value.IsScalar)
                    yield return (name.Text, value.Text, value.Line);
            }

            foreach (var item in service["environment"].Items)
            {
                if (item.Text.IndexOf('=', StringComparison.Ordinal) is > 0 and var mark)
                    yield return (item.Text[..mark], item.Text[(mark + 1)..], item.Line);
            }
        }
    }

    private static IEnumerable<(string Name, string Text, int Line)> Flat(string prefix, DocumentNode node, char separator, int depth)
    {
        if (depth > MaxDepth)
            yield break;
        if (node.IsScalar && prefix.Length > 0)
            yield return (prefix, node.Text, node.Line);
        foreach (var (key, value) in node.Entries)
        {
            foreach (var below in Flat(prefix.Length == 0 ? key.Text : prefix + separator + key.Text, value, separator, depth + 1))
                yield return below;
        }
    }
}
