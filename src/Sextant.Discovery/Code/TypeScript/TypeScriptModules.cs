using Sextant.Discovery.Code.Resolution;
using Sextant.Discovery.Reading;

namespace Sextant.Discovery.Code.TypeScript;

/// <summary>
/// Which files a TypeScript import may mean: relative paths, the aliases of the nearest <c>tsconfig.json</c>, and the packages
/// that the tree itself holds.
/// </summary>
public sealed class TypeScriptModules : IModuleFinder
{
    private static readonly string[] Endings = [".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", ".vue", ".svelte", ".astro"];

    // In TypeScript the ending of the output is written for the source: "./a.js" is a.ts.
    private static readonly string[] OutputEndings = [".js", ".jsx", ".mjs", ".cjs"];

    private readonly IFileSource _files;
    private readonly Lazy<PathAliases> _aliases;
    private readonly Lazy<WorkspacePackages> _packages;

    /// <summary>Knows the files of a tree.</summary>
    /// <param name="files">The tree.</param>
    /// <param name="known">Whether a package is one that the catalog knows: to those who import it, it is what everybody gets.</param>
    public TypeScriptModules(IFileSource files, Func<string, bool> known)
    {
        ArgumentNullException.ThrowIfNull(files);
        _files = files;
        _aliases = new(() => new PathAliases(files));
        _packages = new(() => new WorkspacePackages(files, known));
    }

    /// <inheritdoc/>
    public string Language => "typescript";

    /// <inheritdoc/>
    public IEnumerable<(string Path, bool Certain)> PathsOf(string module, string? member, string from)
    {
        if (module.StartsWith('.'))
            return FileOf(RelativePaths.Resolve(FolderOf(from), module));
        var aliased = _aliases.Value.Of(module, from).Select(FileOf).FirstOrDefault(f => f.Length > 0);
        return aliased ?? FileOf(_packages.Value.Of(module, from));
    }

    private (string Path, bool Certain)[] FileOf(string? stem)
    {
        if (stem is null)
            return [];
        foreach (var candidate in Candidates(stem))
        {
            if (_files.Exists(candidate))
                return [(candidate, true)];
        }

        return [];
    }

    private static IEnumerable<string> Candidates(string stem)
    {
        if (stem.Length > 0 && Array.Exists(Endings, e => stem.EndsWith(e, StringComparison.Ordinal)))
            yield return stem;
        if (Array.Find(OutputEndings, e => stem.EndsWith(e, StringComparison.Ordinal)) is { } output)
        {
            foreach (var ending in Endings)
                yield return stem[..^output.Length] + ending;
        }

        if (stem.Length > 0)
        {
            foreach (var ending in Endings)
                yield return stem + ending;
        }

        foreach (var ending in Endings)
            yield return stem.Length == 0 ? "index" + ending : $"{stem}/index{ending}";
    }

    private static string FolderOf(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];
}
