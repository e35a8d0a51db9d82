using System.Globalization;
using Sextant.Map;

namespace Sextant.Posture.Assess.Language;

/// <summary>A small map drawn in the notation of patterns: each node is an asset, each edge a relation.</summary>
/// <param name="Assets">The assets, by their names in the example.</param>
/// <param name="Relations">The relations, by positions in <paramref name="Assets"/>.</param>
public sealed record ExampleGraph(IReadOnlyList<ExampleAsset> Assets, IReadOnlyList<(int From, RelationKind Kind, int To)> Relations)
{
    private static readonly Evidence Seen = new("example", "example", 1, "drawn in a rule", Confidence.Certain);

    /// <summary>The map that is drawn.</summary>
    public AssetMap ToMap()
    {
        var builder = new MapBuilder();
        foreach (var asset in Assets)
            builder.Record(new AssetObservation(asset.Id, Seen) { Name = asset.Name, Properties = asset.Properties });
        foreach (var (from, kind, to) in Relations)
            builder.Relate(Assets[from].Id, kind, Assets[to].Id, $"{Assets[from].Name} {Kebab<RelationKind>.Name(kind)} {Assets[to].Name}", Seen);
        return builder.Build();
    }
}

/// <summary>An asset of an example.</summary>
public sealed record ExampleAsset(string Name, AssetKind Kind, IReadOnlyList<KeyValuePair<string, PropertyValue>> Properties)
{
    /// <summary>Its id: <c>kind:example/name</c>; the outside is the one that every map has.</summary>
    public AssetId Id => Kind == AssetKind.Internet ? WellKnown.Internet : AssetId.Of(Kind, "example", Name);
}

/// <summary>Makes an <see cref="ExampleGraph"/> of what was parsed.</summary>
internal sealed class ExampleBinder(Lexicon lexicon, List<Mistake> mistakes)
{
    private readonly List<(NodeSyntax First, AssetKind? Kind, Dictionary<string, PropertyValue> Properties)> _assets = [];
    private readonly Dictionary<string, int> _byName = new(StringComparer.Ordinal);
    private readonly List<(int From, RelationKind Kind, int To)> _relations = [];

    public ExampleGraph? Bind(GraphSyntax graph)
    {
        var before = mistakes.Count;
        foreach (var path in graph.Paths)
            Path(path);
        foreach (var asset in _assets.Where(a => a.Kind is null && a.First.Kinds.Count == 0))
            mistakes.Add(new Mistake("an asset of an example needs a kind, as in (:tool)", asset.First.Offset));
        return mistakes.Count > before ? null : new ExampleGraph([.. _assets.Select(ToAsset)], [.. _relations]);
    }

    private static ExampleAsset ToAsset((NodeSyntax First, AssetKind? Kind, Dictionary<string, PropertyValue> Properties) asset, int index) =>
        new(
            asset.First.Name?.Text ?? $"{Kebab<AssetKind>.Name(asset.Kind ?? default)}-{index + 1}",
            asset.Kind ?? default,
            [.. asset.Properties.OrderBy(p => p.Key, StringComparer.Ordinal)]);

    private void Path(PathSyntax path)
    {
        var ends = path.Nodes.Select(Asset).ToArray();
        for (var i = 0; i < path.Edges.Count; i++)
        {
            var edge = path.Edges[i];
            if (edge.Kinds.Count > 1 || edge.Min != 1 || edge.Max != 1)
                mistakes.Add(new Mistake("a relation of an example is of one kind and one step", edge.Offset));
            else if (Lexicon.Relation(edge.Kinds[0], mistakes) is { } kind)
                _relations.Add(edge.Forward ? (ends[i], kind, ends[i + 1]) : (ends[i + 1], kind, ends[i]));
        }
    }

    private int Asset(NodeSyntax syntax)
    {
        if (syntax.Kinds.Count > 1)
            mistakes.Add(new Mistake("an asset of an example is of one kind", syntax.Kinds[1].Offset));
        var kind = syntax.Kinds.Count > 0 ? Lexicon.Kind(syntax.Kinds[0], mistakes) : null;
        if (syntax.Name is null || !_byName.TryGetValue(syntax.Name.Text, out var index))
        {
            index = _assets.Count;
            _assets.Add((syntax, kind, new(StringComparer.Ordinal)));
            if (syntax.Name is not null)
                _byName[syntax.Name.Text] = index;
        }
        else if (kind is not null)
        {
            _assets[index] = _assets[index] with { Kind = kind };
        }

        foreach (var property in syntax.Properties)
            Property(_assets[index].Properties, property);
        return index;
    }

    private void Property(Dictionary<string, PropertyValue> properties, PropertySyntax property)
    {
        if (property.Operator != TestOperator.Is || property.IsKnown)
            mistakes.Add(new Mistake("an example says what is, it does not test; give a value or a list", property.Name.Offset));
        else if (lexicon.Facet(property.Name, mistakes) is { } facet && property.Values.All(v => Lexicon.Value(facet, v, mistakes)))
            properties[facet.Name] = ValueOf(facet, property);
    }

    private static PropertyValue ValueOf(Facet facet, PropertySyntax property) => facet.Type switch
    {
        FacetType.Set => new PropertyValue.Set(property.Values.Select(v => v.Text)),
        FacetType.Flag => new PropertyValue.Flag(property.Values[0].Text == "true"),
        FacetType.Number => new PropertyValue.Number(double.Parse(property.Values[0].Text, CultureInfo.InvariantCulture)),
        _ => new PropertyValue.Text(property.Values[0].Text),
    };
}
