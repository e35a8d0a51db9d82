using Sextant.Documents;

namespace Sextant.Posture.Assess.Rules;

/// <summary>The frameworks that rules map to: which ids exist, and what they are about.</summary>
/// <param name="Frameworks">The frameworks, in the order of the catalog.</param>
public sealed record FrameworkCatalog(IReadOnlyList<Framework> Frameworks)
{
    private readonly Dictionary<string, Framework> _bySlug = Frameworks.ToDictionary(f => f.Slug, StringComparer.Ordinal);

    /// <summary>The short names of the frameworks.</summary>
    public IReadOnlyCollection<string> Slugs => _bySlug.Keys;

    /// <summary>Whether there is a framework.</summary>
    public bool Has(string slug) => _bySlug.ContainsKey(slug);

    /// <summary>Whether a framework has an id.</summary>
    public bool Has(string slug, string id) => Title(slug, id) is not null;

    /// <summary>What an id is about, or null if there is none.</summary>
    public string? Title(string slug, string id) => _bySlug.TryGetValue(slug, out var framework) ? framework.Titles.GetValueOrDefault(id) : null;

    /// <summary>Reads <c>catalog/frameworks.yaml</c>. What is malformed is left out and reported.</summary>
    public static (FrameworkCatalog Catalog, IReadOnlyList<RuleError> Errors) Read(string path, string text, RuleReading? reading = null)
    {
        var file = new RuleFile(path, text);
        var document = (reading ?? RuleReading.Whole).Parse(text, DocumentLimits.Default);
        if (document.Error is { } error)
            file.Errors.Add(new RuleError(path, error.Line, error.Column, error.Message));
        var frameworks = new Dictionary<string, Framework>(StringComparer.Ordinal);
        foreach (var (slug, node) in document.Root.Entries)
        {
            file.CheckKeys(node, "name", "version", "source", "ids");
            var titles = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (id, title) in node["ids"].Entries)
            {
                if (!titles.TryAdd(id.Text, title.Text))
                    file.Error(id, $"the id '{id.Text}' stands here a second time");
            }

            if (!frameworks.TryAdd(slug.Text, new Framework(slug.Text, file.Required(node, "name"), file.Required(node, "version"), node["source"].Text, titles)))
                file.Error(slug, $"the framework '{slug.Text}' stands here a second time");
        }

        return (new FrameworkCatalog([.. frameworks.Values]), file.Errors);
    }
}

/// <summary>A framework.</summary>
/// <param name="Slug">The short name, as in <c>owasp-llm:LLM06</c>.</param>
/// <param name="Name">The name.</param>
/// <param name="Version">The version that the ids are of.</param>
/// <param name="Source">Where it is published.</param>
/// <param name="Titles">What each id is about.</param>
public sealed record Framework(string Slug, string Name, string Version, string Source, IReadOnlyDictionary<string, string> Titles);
