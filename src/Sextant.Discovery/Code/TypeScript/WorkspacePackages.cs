using System.Text;
using Sextant.Discovery.Reading;
using Sextant.Documents;

namespace Sextant.Discovery.Code.TypeScript;

/// <summary>The packages that a tree holds, by the names in its <c>package.json</c> files: what imports of each mean as files.</summary>
internal sealed class WorkspacePackages
{
    /// <summary>Manifests read for their name.</summary>
    private const int MaxManifests = 1_000;

    private static readonly string[] Conditions = ["source", "development", "types", "import", "module", "node", "require", "default"];

    private readonly Dictionary<string, (string Folder, DocumentNode Manifest, bool Known)> _byName = new(StringComparer.Ordinal);

    public WorkspacePackages(IFileSource files, Func<string, bool> known)
    {
        foreach (var path in files.Paths.Where(p => p == "package.json" || p.EndsWith("/package.json", StringComparison.Ordinal)).Take(MaxManifests))
        {
            if (files.Read(path) is not { } bytes)
                continue;
            var root = JsonReader.Read(Encoding.UTF8.GetString(bytes)).Root;
            if (root["name"].TextOrNull is { Length: > 0 } name)
                _byName.TryAdd(name, (RelativePaths.FolderOf(path), root, known(name)));
        }
    }

    /// <summary>The path, perhaps without its ending, that an import of a package means in a file; null if it is none of the tree.</summary>
    public string? Of(string module, string from)
    {
        var slash = module.IndexOf('/', module.StartsWith('@') ? Math.Max(0, module.IndexOf('/', StringComparison.Ordinal)) + 1 : 0);
        var (name, rest) = slash < 0 ? (module, "") : (module[..slash], module[(slash + 1)..]);
        if (!_byName.TryGetValue(name, out var package))
            return null;
        // A library that the catalog knows is what its users import, though its source is at hand.
        if (package.Known && !from.StartsWith(package.Folder + "/", StringComparison.Ordinal))
            return null;
        return rest.Length > 0 ? Inner(package.Folder, package.Manifest, rest) : Main(package.Folder, package.Manifest);
    }

    private static string Main(string folder, DocumentNode manifest)
    {
        var main = manifest["source"].TextOrNull ?? Target(manifest["exports"].IsMap && manifest["exports"]["."].Exists ? manifest["exports"]["."] : manifest["exports"], 0)
            ?? manifest["module"].TextOrNull ?? manifest["main"].TextOrNull;
        return Source(folder, main) ?? RelativePaths.Join(folder, "src/index");
    }

    private static string Inner(string folder, DocumentNode manifest, string rest)
    {
        foreach (var (key, value) in manifest["exports"].Entries)
        {
            var pattern = key.Text.TrimStart('.', '/');
            var star = pattern.IndexOf('*', StringComparison.Ordinal);
            if (pattern == rest)
                return Source(folder, Target(value, 0)) ?? RelativePaths.Join(folder, "src/" + rest);
            if (star >= 0 && rest.StartsWith(pattern[..star], StringComparison.Ordinal) && Target(value, 0) is { } target && Source(folder, target.Replace("*", rest[star..], StringComparison.Ordinal)) is { } file)
                return file;
        }

        return RelativePaths.Join(folder, rest.StartsWith("src/", StringComparison.Ordinal) ? rest : "src/" + rest);
    }

    private static string? Target(DocumentNode exports, int depth)
    {
        if (exports.TextOrNull is { } text)
            return text;
        if (depth > 4)
            return null;
        foreach (var condition in Conditions)
        {
            if (exports[condition].Exists && Target(exports[condition], depth + 1) is { } target)
                return target;
        }

        return null;
    }

    /// <summary>The source of what a package is built to: <c>dist/index.d.ts</c> is made from <c>src/index.ts</c>.</summary>
    private static string? Source(string folder, string? written)
    {
        if (written is null || RelativePaths.Resolve(folder, written) is not { } path)
            return null;
        var inner = path[Math.Min(path.Length, folder.Length == 0 ? 0 : folder.Length + 1)..];
        foreach (var output in (string[])["dist/", "build/", "lib/", "out/"])
        {
            if (inner.StartsWith(output, StringComparison.Ordinal))
                inner = "src/" + inner[output.Length..];
        }

        foreach (var format in (string[])["src/cjs/", "src/esm/", "src/types/", "src/es/", "src/src/"])
        {
            if (inner.StartsWith(format, StringComparison.Ordinal))
                inner = "src/" + inner[format.Length..];
        }

        var ending = Array.Find((string[])[".d.ts", ".d.mts", ".d.cts"], e => inner.EndsWith(e, StringComparison.Ordinal));
        return RelativePaths.Join(folder, ending is null ? inner : inner[..^ending.Length]);
    }
}
