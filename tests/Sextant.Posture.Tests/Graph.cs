using Sextant.Map;

namespace Sextant.Posture.Tests;

/// <summary>
/// A map drawn in lines: <c>kind:path {facet: value, set: [a, b]} @file</c> is an asset, <c>a -kind-&gt; b ~likely @file:3</c> a
/// relation; what follows <c>~</c> is how sure it is (certain if not said).
/// </summary>
internal static class Graph
{
    public static MapBuilder Builder(string drawing, Func<string[], IEnumerable<string>>? order = null)
    {
        var builder = new MapBuilder();
        var lines = drawing.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var line in order?.Invoke(lines) ?? lines)
            Draw(line, builder);
        return builder;
    }

    public static AssetMap Of(string drawing) => Builder(drawing).Build();

    /// <summary>What a concluder adds to a map: relations and facets, one a line, sorted.</summary>
    public static string[] Added(IConcluder concluder, string drawing)
    {
        var builder = Builder(drawing);
        concluder.Conclude(builder.Build(), builder);
        return Said(builder.Build(), concluder.Name);
    }

    /// <summary>What evidence of a collector says: relations and facets, one a line, sorted.</summary>
    public static string[] Said(AssetMap map, string collector)
    {
        var relations = map.Relations.Where(r => r.Evidence.ToArray().Any(e => e.Collector == collector))
            .Select(r => $"{r.From} -{Kebab<RelationKind>.Name(r.Kind)}-> {r.To} ~{r.Evidence.ToArray().First(e => e.Collector == collector).Confidence.ToString().ToLowerInvariant()}");
        var facets = map.Assets.SelectMany(a => a.Properties.Where(p => p.Evidence.Collector == collector)
            .Select(p => $"{a} {{{p.Name}: {p.Value}}} ~{p.Evidence.Confidence.ToString().ToLowerInvariant()}"));
        return [.. relations.Concat(facets).Order(StringComparer.Ordinal)];
    }

    /// <summary>All of a map, byte for byte.</summary>
    public static string Print(AssetMap map) => string.Join('\n', map.Assets
        .Select(a => $"{a} '{a.Name}' [{string.Join(' ', a.Aliases)}] {string.Join(' ', a.Properties.Select(p => $"{p.Name}={p.Value}({p.Evidence})/{p.Conflicts.Count}"))} {string.Join(' ', a.Evidence)}")
        .Concat(map.Relations.Select(r => $"{r} '{r.Because}' {string.Join(' ', r.Evidence.ToArray().AsEnumerable())}")));

    private static void Draw(string line, MapBuilder builder)
    {
        var (rest, place) = Cut(line, " @");
        var (drawn, sure) = Cut(rest, " ~");
        var (path, number) = Cut(place, ":");
        var evidence = new Evidence("test", path, number.Length == 0 ? 1 : int.Parse(number), "drawn", sure.Length == 0 ? Confidence.Certain : Enum.Parse<Confidence>(sure, true));
        var arrow = drawn.IndexOf("-> ", StringComparison.Ordinal);
        if (arrow > 0)
        {
            var start = drawn.IndexOf(" -", StringComparison.Ordinal);
            Assert.True(Kebab<RelationKind>.TryParse(drawn.AsSpan(start + 2, arrow - start - 2), out var kind), line);
            builder.Relate(Id(drawn[..start]), kind, Id(drawn[(arrow + 3)..]), "Drawn.", evidence);
            return;
        }

        var (id, facets) = Cut(drawn, " {");
        builder.Asset(Id(id), "", evidence, [.. Facets(facets.TrimEnd('}'))]);
    }

    private static IEnumerable<(string, PropertyValue)> Facets(string text)
    {
        while (text.Length > 0)
        {
            var (name, rest) = Cut(text, ": ");
            Assert.Contains(name, Vocabulary.Facets.Keys);
            var (value, next) = rest.StartsWith('[') ? Cut(rest[1..], "]") : Cut(rest, ", ");
            yield return rest.StartsWith('[')
                ? (name, value.Split(", ", StringSplitOptions.RemoveEmptyEntries))
                : (name, bool.TryParse(value, out var flag) ? flag : value);
            text = next.TrimStart(',', ' ');
        }
    }

    private static AssetId Id(string text)
    {
        Assert.True(AssetId.TryParse(text.Trim(), out var id), text);
        return id;
    }

    private static (string, string) Cut(string text, string mark)
    {
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? (text, "") : (text[..at], text[(at + mark.Length)..]);
    }
}
