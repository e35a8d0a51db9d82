using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Reading;

namespace Sextant.Discovery.Code.Recognition.Routes;

/// <summary>
/// Files that by their names hold routes of programs with AI. They need not speak of AI themselves, and are read only where
/// other files do.
/// </summary>
internal static class RouteFiles
{
    private const int MaxFiles = 200;
    private const int MaxBytes = 1 << 20;

    private static readonly string[] Names =
        ["main", "app", "server", "api", "apis", "routes", "route", "router", "routers", "views", "urls", "endpoints", "controllers", "handlers", "wsgi", "asgi", "auth", "security", "deps", "dependencies", "middleware"];

    /// <summary>The facts of such files of the applications to which units belong, those units left out.</summary>
    public static IEnumerable<CodeUnit> Beside(IReadOnlyCollection<CodeUnit> units, IFileSource files)
    {
        var known = units.Select(u => u.Path).ToHashSet(StringComparer.Ordinal);
        var folders = units.Where(u => PathScope.Of(u.Path) != "test").Select(u => Applications.FolderOf(files, u.Path)).ToHashSet(StringComparer.Ordinal);
        var languages = units.Select(u => u.Language).ToHashSet(StringComparer.Ordinal);
        return files.Paths.Where(p => IsNamed(p) && !known.Contains(p) && PathScope.Of(p) != "test")
            .Select(p => (Path: p, FrontEnd: Languages.FrontEndOf(new TreePath(p))))
            .Where(f => f.FrontEnd is not null && languages.Contains(f.FrontEnd.Language) && folders.Contains(Applications.FolderOf(files, f.Path))).Take(MaxFiles)
            .Select(f => Read(files, f.Path, f.FrontEnd)).OfType<CodeUnit>();
    }

    private static CodeUnit? Read(IFileSource files, string path, IFrontEnd? frontEnd) =>
        files.Read(path) is { Length: > 0 and <= MaxBytes } bytes ? frontEnd?.Read(path, new FileContent(new TreePath(path), bytes).Text) : null;

    // By the file's name, or that of its folder: api/chat.py, routers/users.py.
    private static bool IsNamed(string path)
    {
        var parts = path.Split('/');
        var dot = parts[^1].IndexOf('.', StringComparison.Ordinal);
        return (dot > 0 && Names.Contains(parts[^1][..dot], StringComparer.OrdinalIgnoreCase)) || parts[..^1].Any(f => f is "api" or "routes" or "routers" or "views" or "endpoints" or "controllers");
    }
}
