using System.Text;
using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Code.Recognition;
using Sextant.Discovery.Reading;
using Sextant.Map;

namespace Sextant.Discovery.Tests.Recognition;

/// <summary>A small repository, read as the product reads it, and what came out in the short notation of the catalog's examples.</summary>
internal sealed class Repository
{
    private const string Name = "example";

    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);

    /// <summary>The catalog of the product.</summary>
    public static Catalog Catalog { get; } = Catalog.Load(Path.Combine(Root(), "catalog", "code"), examples: true);

    public Repository WithFile(string path, string text)
    {
        _files[path] = text;
        return this;
    }

    /// <summary>The map of what the code shows.</summary>
    public AssetMap Read()
    {
        var builder = new MapBuilder();
        var tree = new TreeContext(Name, new MemoryFiles(_files), builder);
        var inspector = new CodeInspector(Catalog);
        foreach (var (path, text) in _files)
        {
            var at = new TreePath(path);
            if (inspector.Wants(at) && inspector.Triggers.Any(t => text.Contains(t, StringComparison.OrdinalIgnoreCase)))
                inspector.Inspect(new FileContent(at, Encoding.UTF8.GetBytes(text)), tree);
        }

        ((IInspector)inspector).Close(tree);
        return builder.Build();
    }

    /// <summary>The assets of a map, applications and the repository aside.</summary>
    public static IEnumerable<string> Assets(AssetMap map) =>
        map.Assets.Where(a => a.Kind is not (AssetKind.Application or AssetKind.Repository)).Select(a => Short(a.Id)).Order(StringComparer.Ordinal);

    /// <summary>The relations of a map, those of definition aside.</summary>
    public static IEnumerable<string> Relations(AssetMap map) =>
        map.Relations.Where(r => r.Kind != RelationKind.DefinedIn)
            .Select(r => $"{Short(r.From.Id)} -{Kebab<RelationKind>.Name(r.Kind)}-> {Short(r.To.Id)}").Order(StringComparer.Ordinal);

    /// <summary>A facet in short notation; null if it is not set.</summary>
    public static string? Facet(AssetMap map, string asset, string facet) =>
        map.Assets.FirstOrDefault(a => Short(a.Id) == asset)?[facet] is { } value ? Text(value) : null;

    private static string Text(PropertyValue value) => value is PropertyValue.Set set ? string.Join(' ', set.Members) : value.ToString() ?? "";

    private static string Short(AssetId id) =>
        id.Value == $"application:repo/{Name}" ? "application" : id.Value.Replace($":repo/{Name}/", ":~/", StringComparison.Ordinal);

    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "catalog")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("the catalog is in no folder above the tests");
    }
}
