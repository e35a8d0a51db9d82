using Sextant.Documents;
using Sextant.Map;

namespace Sextant.Discovery.Registration;

/// <summary>An application that a repository declares.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Path">Its folder, relative to the file that declares it; empty for that file's folder.</param>
/// <param name="Owner">Who answers for it; empty if nobody is named.</param>
/// <param name="Properties">Declared facets.</param>
/// <param name="Uses">Ids, or patterns of ids, of what it uses.</param>
/// <param name="Line">Its line.</param>
public sealed record DeclaredApplication(
    string Name, string Path, string Owner, IReadOnlyList<KeyValuePair<string, PropertyValue>> Properties, IReadOnlyList<string> Uses, int Line);

/// <summary>
/// What a <c>sextant.yaml</c> declares. It is read strictly: an unknown key or value is a mistake with its line and what is
/// allowed, and the rest is read nevertheless. Settings of a scan that stand in the same file are left to the command line.
/// </summary>
public sealed record SextantFile
{
    private const int MaxEntries = 10_000;
    private static readonly string[] Sections = ["repository", "applications", "assets", "suppress"];
    private static readonly string[] Facets = ["purpose", "environment", "criticality", "approval", "sensitivity", "licence", "exposure", "provider", "version", "modelType"];

    /// <summary>The name of the repository; empty if not given.</summary>
    public string Repository { get; private init; } = "";

    /// <summary>Declared applications.</summary>
    public IReadOnlyList<DeclaredApplication> Applications { get; private init; } = [];

    /// <summary>Declared assets, by id or pattern.</summary>
    public IReadOnlyList<Map.Registration> Assets { get; private init; } = [];

    /// <summary>Rules that shall not be shown at assets.</summary>
    public IReadOnlyList<Suppression> Suppressions { get; private init; } = [];

    /// <summary>What is wrong in the file, with lines.</summary>
    public IReadOnlyList<DocumentError> Mistakes { get; private init; } = [];

    /// <summary>Reads a file. Never throws for what it holds.</summary>
    /// <param name="yaml">The UTF-8 text.</param>
    /// <param name="path">The path that evidence names.</param>
    /// <param name="otherSections">Further sections that are allowed and left alone, such as settings of the command line.</param>
    public static SextantFile Read(ReadOnlySpan<byte> yaml, string path = "sextant.yaml", IReadOnlyList<string>? otherSections = null)
    {
        var result = YamlReader.Read(yaml);
        var mistakes = new Mistakes();
        if (result.Error is { } error)
            mistakes.Add(error);
        var root = result.Root;
        if (root.Exists && !root.IsMap)
            mistakes.Add(root, $"a map of {string.Join(", ", Sections)} is expected");
        mistakes.Keys(root, [.. Sections, .. otherSections ?? []]);
        return new SextantFile
        {
            Repository = mistakes.Text(root, "repository"),
            Applications = [.. mistakes.Items(root, "applications", MaxEntries).Select(n => Application(n, mistakes)).OfType<DeclaredApplication>()],
            Assets = [.. mistakes.Items(root, "assets", MaxEntries).Select(n => Asset(n, path, mistakes)).OfType<Map.Registration>()],
            Suppressions = [.. mistakes.Items(root, "suppress", MaxEntries).Select(n => Suppress(n, path, mistakes)).OfType<Suppression>()],
            Mistakes = mistakes.All,
        };
    }

    private static DeclaredApplication? Application(DocumentNode node, Mistakes mistakes)
    {
        mistakes.Keys(node, ["name", "path", "owner", "uses", .. Facets]);
        var name = mistakes.Required(node, "name");
        return name is null ? null : new DeclaredApplication(
            name, mistakes.Text(node, "path"), mistakes.Text(node, "owner"), Properties(node, mistakes), [.. node["uses"].Texts.Take(1000)], node.Line);
    }

    private static Map.Registration? Asset(DocumentNode node, string path, Mistakes mistakes)
    {
        mistakes.Keys(node, ["id", "match", "owner", .. Facets]);
        var id = mistakes.Text(node, "id");
        var match = id.Length > 0 ? id : mistakes.Text(node, "match");
        if (match.Length == 0)
        {
            mistakes.Add(node, "'id' or 'match' is missing");
            return null;
        }

        if (id.Length > 0 && !AssetId.TryParse(id, out _))
            mistakes.Add(node["id"], $"'{id}' is no id; an id begins with a kind: {string.Join(", ", Kebab<AssetKind>.Names)}");
        return new Map.Registration(match, Properties(node, mistakes), mistakes.Text(node, "owner"), path, node.Line);
    }

    private static Suppression? Suppress(DocumentNode node, string path, Mistakes mistakes)
    {
        mistakes.Keys(node, ["rule", "asset", "reason", "expires", "author"]);
        var rule = mistakes.Required(node, "rule");
        var reason = mistakes.Required(node, "reason");
        var expires = mistakes.Date(node, "expires", out var wrong);
        // What is to end on a day that cannot be read must not last for ever.
        if (rule is null || reason is null || wrong)
            return null;
        return new Suppression(rule, node["asset"].TextOrNull ?? "*", reason, expires, mistakes.Text(node, "author"), path, node.Line);
    }

    private static List<KeyValuePair<string, PropertyValue>> Properties(DocumentNode node, Mistakes mistakes)
    {
        var properties = new List<KeyValuePair<string, PropertyValue>>();
        foreach (var name in Facets)
        {
            if (!node[name].Exists)
                continue;
            var facet = Vocabulary.Facets[name];
            string[] values = [.. node[name].Texts];
            if (values.FirstOrDefault(v => facet.Values.Count > 0 && !facet.Values.Contains(v, StringComparer.Ordinal)) is { } unknown)
                mistakes.Add(node[name], $"'{unknown}' is not known as {name}; allowed: {string.Join(", ", facet.Values)}");
            else if (facet.Type == FacetType.Set && values.Length > 0)
                properties.Add(new(name, values));
            else if (values.Length == 1)
                properties.Add(new(name, values[0]));
            else
                mistakes.Add(node[name], $"one value is expected for {name}");
        }

        return properties;
    }
}
