using System.Collections.Concurrent;
using System.Text;
using Sextant.Discovery.Reading;
using Sextant.Documents;

namespace Sextant.Discovery.Code.TypeScript;

/// <summary>The <c>paths</c> and <c>baseUrl</c> of <c>tsconfig.json</c> and <c>jsconfig.json</c>, by folder.</summary>
internal sealed class PathAliases(IFileSource files)
{
    /// <summary>Files that extend each other.</summary>
    private const int MaxExtended = 8;

    /// <summary>Aliases of one file.</summary>
    private const int MaxAliases = 500;

    private static readonly string[] Names = ["tsconfig.json", "jsconfig.json"];

    private readonly ConcurrentDictionary<string, Settings?> _byFolder = new(StringComparer.Ordinal);

    /// <summary>The paths, without endings, that a module may mean in a file.</summary>
    public IEnumerable<string> Of(string module, string from)
    {
        foreach (var folder in RelativePaths.Around(from))
        {
            if (_byFolder.GetOrAdd(folder, Read) is not { } settings)
                continue;
            foreach (var (prefix, suffix, targets) in settings.Aliases)
            {
                if (module.Length < prefix.Length + suffix.Length || !module.StartsWith(prefix, StringComparison.Ordinal) || !module.EndsWith(suffix, StringComparison.Ordinal))
                    continue;
                var middle = module[prefix.Length..^suffix.Length];
                foreach (var target in targets)
                    yield return target.Replace("*", middle, StringComparison.Ordinal);
            }

            if (settings.Base is { } root)
                yield return RelativePaths.Join(root, module);
        }

        // What build tools and frameworks agree on where no setting says so.
        if (module.StartsWith("@/", StringComparison.Ordinal) || module.StartsWith("~/", StringComparison.Ordinal))
        {
            foreach (var folder in RelativePaths.Around(from))
            {
                yield return RelativePaths.Join(folder, "src/" + module[2..]);
                yield return RelativePaths.Join(folder, module[2..]);
            }
        }
        else if (module.StartsWith("$lib", StringComparison.Ordinal))
        {
            foreach (var folder in RelativePaths.Around(from))
                yield return RelativePaths.Join(folder, "src/lib" + module[4..]);
        }
    }

    private Settings? Read(string folder)
    {
        foreach (var name in Names)
        {
            var path = RelativePaths.Join(folder, name);
            if (files.Exists(path) && Read(path, 0) is { } settings)
                return settings;
        }

        return null;
    }

    private Settings? Read(string path, int depth)
    {
        if (depth > MaxExtended || files.Read(path) is not { } bytes)
            return null;
        var root = JsonReader.Read(Encoding.UTF8.GetString(bytes)).Root;
        var folder = RelativePaths.FolderOf(path);
        var options = root["compilerOptions"];
        var rootFolder = options["baseUrl"].TextOrNull is { } written ? RelativePaths.Resolve(folder, written) : null;
        var aliases = new List<(string, string, string[])>();
        foreach (var (key, value) in options["paths"].Entries.Take(MaxAliases))
        {
            var star = key.Text.IndexOf('*', StringComparison.Ordinal);
            var targets = value.Texts.Select(t => RelativePaths.Resolve(rootFolder ?? folder, t)).OfType<string>().ToArray();
            // An alias without a star means one module: only that.
            aliases.Add(star < 0 ? (key.Text, "", [.. targets.Select(t => t.Replace("*", "", StringComparison.Ordinal))]) : (key.Text[..star], key.Text[(star + 1)..], targets));
        }

        if (aliases.Count > 0 && rootFolder is not null)
            return new Settings(rootFolder, aliases);
        foreach (var extended in root["extends"].IsList ? root["extends"].Texts : [root["extends"].TextOrNull ?? ""])
        {
            if (!extended.StartsWith('.') || RelativePaths.Resolve(folder, extended) is not { } file)
                continue;
            if (Read(file.EndsWith(".json", StringComparison.Ordinal) ? file : file + ".json", depth + 1) is { } inherited)
                return new Settings(rootFolder ?? inherited.Base, aliases.Count > 0 ? aliases : inherited.Aliases);
        }

        foreach (var reference in root["references"].Items)
        {
            if (aliases.Count > 0 || reference["path"].TextOrNull is not { } other || RelativePaths.Resolve(folder, other) is not { } file)
                continue;
            if (Read(file.EndsWith(".json", StringComparison.Ordinal) ? file : file + "/tsconfig.json", depth + 1) is { Aliases.Count: > 0 } referenced)
                return referenced;
        }

        return aliases.Count > 0 || rootFolder is not null ? new Settings(rootFolder, aliases) : null;
    }

    private sealed record Settings(string? Base, IReadOnlyList<(string Prefix, string Suffix, string[] Targets)> Aliases);
}
