using System.Text;
using Sextant.Discovery.Reading;
using Sextant.Discovery.Secrets;
using Sextant.Discovery.Secrets.Verification;
using Sextant.Map;

namespace Sextant.Discovery.Tests.Secrets;

/// <summary>The real catalog, a fixed key for fingerprints, and a tree in memory.</summary>
internal static class Catalog
{
    public static string Folder { get; } = Find();

    public static KeyFormats Formats { get; } = KeyFormats.Load(Folder);

    public static SecretFinder Finder { get; } = new(Formats);

    public static FingerprintKey Key { get; } = new(Enumerable.Range(1, 32).Select(i => (byte)i).ToArray());

    /// <summary>A valid text of a format, the same in every run.</summary>
    public static string Sample(string format, int seed = 7) => Formats.ById[format].Valid[0].Join(new Random(seed).Next);

    /// <summary>The ids of the formats found in a text, in order.</summary>
    public static string[] Found(string text) => [.. Finder.SecretsIn(text).Select(s => s.Format.Id)];

    /// <summary>The map that files give.</summary>
    public static AssetMap Scan(params (string Path, string Text)[] files) =>
        Scan([.. files.Select(f => new FileContent(new TreePath(f.Path), Encoding.UTF8.GetBytes(f.Text)))]);

    public static AssetMap Scan(params FileContent[] files) => Scan(null, files);

    /// <summary>The map that files give, with found keys checked.</summary>
    public static AssetMap Scan(KeyVerifier? verifier, params FileContent[] files)
    {
        var builder = new MapBuilder();
        var tree = new TreeContext("acme/support", new FilesInMemory([.. files.Select(f => f.Path.Value)]), builder);
        IInspector[] inspectors = [new SecretInspector(Finder, Key, verifier), new EnvironmentFileInspector(Finder)];
        foreach (var file in files)
        {
            foreach (var inspector in inspectors.Where(i => i.Wants(file.Path)))
            {
                file.Hits = Hits(inspector, file.Bytes.Span);
                inspector.Inspect(file, tree);
            }
        }

        foreach (var inspector in inspectors)
            inspector.Close(tree);
        return builder.Build();
    }

    /// <summary>Where an inspector's triggers are, found the plain way.</summary>
    public static List<TriggerHit> Hits(IInspector inspector, ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        var hits = new List<TriggerHit>();
        for (var t = 0; t < inspector.Triggers.Count; t++)
        {
            for (var at = text.IndexOf(inspector.Triggers[t], StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(inspector.Triggers[t], at + 1, StringComparison.OrdinalIgnoreCase))
                hits.Add(new TriggerHit(t, at));
        }

        return [.. hits.OrderBy(h => h.Offset).ThenBy(h => h.Trigger)];
    }

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !Directory.Exists(Path.Combine(folder, "catalog", "keys")))
            folder = Path.GetDirectoryName(folder);
        return Path.Combine(folder ?? throw new InvalidOperationException("the catalog is not above the tests"), "catalog", "keys");
    }
}

/// <summary>Files that exist by their paths alone.</summary>
internal sealed class FilesInMemory(IReadOnlyList<string> paths) : IFileSource
{
    public IReadOnlyList<string> Paths => paths;

    public bool Exists(string path) => paths.Contains(path);

    public byte[]? Read(string path) => null;
}
