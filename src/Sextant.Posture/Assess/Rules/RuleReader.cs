using Sextant.Documents;
using Sextant.Map;
using Sextant.Posture.Assess.Language;

namespace Sextant.Posture.Assess.Rules;

/// <summary>Reads one rule from its YAML.</summary>
internal sealed class RuleReader
{
    private static readonly DocumentLimits Limits = new(MaxBytes: 1 << 20, MaxDepth: 12, MaxNodes: 5_000);

    private static readonly string[] Keys =
    [
        "id", "title", "severity", "description", "match", "unless", "where", "raise", "asset", "key", "related", "why", "fix", "maps", "examples",
    ];

    private static readonly string[] Severities = [.. Enum.GetNames<Severity>().Select(n => n.ToLowerInvariant())];

    private readonly RuleFile _file;
    private readonly PatternReader _patterns;
    private readonly ExampleReader? _examples;
    private readonly FixReader _fix;
    private readonly FrameworkCatalog? _frameworks;

    private RuleReader(RuleFile file, Lexicon lexicon, FrameworkCatalog? frameworks, bool examples)
    {
        _file = file;
        _frameworks = frameworks;
        _patterns = new PatternReader(file, lexicon);
        _examples = examples ? new ExampleReader(file, _patterns) : null;
        _fix = new FixReader(file, _patterns);
    }

    /// <summary>Reads a rule; null if it has a mistake. All mistakes are returned.</summary>
    /// <param name="path">The file's path, for messages; its name without ending must be the rule's id.</param>
    /// <param name="text">The file's text.</param>
    /// <param name="facets">The facets that exist.</param>
    /// <param name="frameworks">The frameworks that exist, or null not to check them.</param>
    /// <param name="reading">How much of it is read.</param>
    public static (Rule? Rule, IReadOnlyList<RuleError> Errors) Read(
        string path, string text, IReadOnlyDictionary<string, Facet> facets, FrameworkCatalog? frameworks, RuleReading reading)
    {
        var file = new RuleFile(path, text);
        var document = reading.Parse(text, Limits);
        if (document.Error is { } error)
            return (null, [new RuleError(path, error.Line, error.Column, error.Message)]);
        if (document.Roots.Count != 1 || !document.Root.IsMap)
            return (null, [new RuleError(path, 1, 1, "a rule's file holds one YAML map")]);
        var rule = new RuleReader(file, new Lexicon(facets), frameworks, reading.Examples).Read(document.Root);
        return (file.Errors.Count == 0 ? rule : null, [.. file.Errors.OrderBy(e => e.Line).ThenBy(e => e.Column)]);
    }

    private Rule? Read(DocumentNode root)
    {
        _file.CheckKeys(root, Keys);
        var id = Id(root);
        var severity = SeverityOf(root, "severity");
        var match = Required(root, "match") is { } drawn ? _patterns.Match(drawn) : null;
        if (match is null)
        {
            _examples?.Read(root);
            return null;
        }

        var asset = Slot(root, "asset");
        return new Rule
        {
            Id = id,
            Title = _file.Required(root, "title"),
            Severity = severity,
            Description = _file.Required(root, "description"),
            Match = match,
            Unless = [.. _file.Scalars(root["unless"], "unless").Select(_patterns.Pattern).OfType<Pattern>()],
            Where = [.. _file.Scalars(root["where"], "where").Select(_patterns.Condition).OfType<Condition>()],
            Raise = [.. root["raise"].Items.Select(r => Raise(r, severity)).OfType<RaiseCondition>()],
            Asset = asset,
            Key = Key(root, asset),
            Related = Related(root, match, asset),
            Why = Required(root, "why") is { } why ? _patterns.Template(why) : new Template([]),
            Fix = _fix.Read(root, match),
            Frameworks = Frameworks(root["maps"]),
            Examples = _examples?.Read(root) ?? [],
            File = _file.Path,
        };
    }

    private string Id(DocumentNode root)
    {
        var id = _file.Required(root, "id");
        var name = Path.GetFileNameWithoutExtension(_file.Path);
        if (id.Length > 0 && id != name)
            _file.Error(root["id"], $"the id '{id}' must be the file's name, '{name}'");
        if (id.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-'))
            _file.Error(root["id"], "an id is made of lower-case letters, digits and '-'");
        return id;
    }

    private DocumentNode? Required(DocumentNode root, string key) => _file.Required(root, key).Length > 0 ? root[key] : null;

    private Severity SeverityOf(DocumentNode map, string key) =>
        Enum.TryParse<Severity>(_file.OneOf(map, key, Severities), ignoreCase: true, out var severity) ? severity : Severity.Info;

    private int Slot(DocumentNode root, string key) => Required(root, key) is { } node ? Slot(node) : 0;

    private int Slot(DocumentNode node)
    {
        if (_patterns.Slots.TryGetValue(node.Text.Trim(), out var slot))
            return slot;
        _file.Error(node, $"no node of 'match' is named '{node.Text}'{Suggestion.For(node.Text, [.. _patterns.Slots.Keys.Order(StringComparer.Ordinal)])}");
        return 0;
    }

    private int[] Key(DocumentNode root, int asset)
    {
        var key = _file.Scalars(root["key"], "key").Select(Slot).Distinct().ToArray();
        if (key.Length == 0)
            _file.Error(root, "'key' is missing or empty; it names the nodes that tell one finding from another, as in key: [a]");
        else if (!key.Contains(asset))
            _file.Error(root["key"], "'key' must hold the asset");
        return key;
    }

    private int[] Related(DocumentNode root, Pattern match, int asset) => root["related"].Exists
        ? [.. _file.Scalars(root["related"], "related").Select(Slot).Distinct()]
        : [.. match.Nodes.Where(n => n.Name is not null && n.Slot != asset).Select(n => n.Slot)];

    private RaiseCondition? Raise(DocumentNode node, Severity severity)
    {
        _file.CheckKeys(node, "when", "to", "because");
        var to = SeverityOf(node, "to");
        if (to <= severity && node["to"].IsScalar)
            _file.Error(node["to"], $"'raise' only raises; {node["to"].Text} is not above the rule's severity");
        var when = Required(node, "when") is { } drawn ? _patterns.Pattern(drawn) : null;
        var because = Required(node, "because") is { } text ? _patterns.Template(text) : null;
        return when is null || because is null ? null : new RaiseCondition(when, to, because);
    }

    private string[] Frameworks(DocumentNode maps)
    {
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (framework, node) in maps.Entries)
        {
            if (_frameworks is not null && !_frameworks.Has(framework.Text))
            {
                _file.Error(framework, $"unknown framework '{framework.Text}'{Suggestion.For(framework.Text, [.. _frameworks.Slugs])}");
                continue;
            }

            foreach (var id in _file.Scalars(node, "maps"))
            {
                if (_frameworks is not null && !_frameworks.Has(framework.Text, id.Text))
                    _file.Error(id, $"{framework.Text} has no '{id.Text}'");
                ids.Add($"{framework.Text}:{id.Text}");
            }
        }

        return [.. ids];
    }
}
