using System.Collections.Frozen;
using System.Globalization;
using Sextant.Documents;
using Sextant.Map;

namespace Sextant.Discovery.Secrets;

/// <summary>Reads one format of the catalog, and says with file and line what is wrong with it.</summary>
internal sealed class KeyFormatReader(string file, DocumentNode node, bool examples, List<string> mistakes)
{
    private const int ShortestAnchor = 3;

    private static readonly FrozenSet<string> Known = FrozenSet.ToFrozenSet(
    [
        "id", "name", "provider", "reader", "shape", "anchor", "schemes", "context", "checksum", "subject", "entropy", "grants", "variables",
        "severity", "confidence", "revoke", "rotation", "examples",
    ], StringComparer.Ordinal);

    private static readonly string[] KeyWords =
        ["key", "token", "secret", "auth", "credential", "bearer", "password", "passwd", "pwd", "client(", "login", "apikey"];

    private readonly int _before = mistakes.Count;

    /// <summary>The format, or null if there were mistakes.</summary>
    public KeyFormat? Read()
    {
        foreach (var (key, _) in node.Entries.Where(e => !Known.Contains(e.Key.Text)))
            Mistake(key.Line, $"'{key.Text}' is not known here; allowed are {string.Join(", ", Known.Order(StringComparer.Ordinal))}");
        var reader = Choice<KeyReader>("reader");
        ShapePart[] shape = [.. ShapeReader.Parts(node["shape"], Mistake)];
        var context = Context();
        var (anchors, offset) = Anchors(reader, shape, context);
        var format = new KeyFormat
        {
            Id = Required("id"), Name = Required("name"), Provider = Required("provider"),
            Grants = Grants(), Variables = [.. node["variables"].Texts], Severity = Choice<KeySeverity>("severity"),
            Confidence = node["confidence"].Exists ? Choice<Confidence>("confidence") : Confidence.Likely,
            Revoke = node["revoke"].Text, Rotation = [.. node["rotation"].Texts], Reader = reader, Shape = shape, Context = context,
            Anchors = anchors, AnchorOffset = offset, Checksum = Choice<KeyChecksum>("checksum"), Subject = Choice<KeySubject>("subject"),
            Mixture = Mixture(shape), MinEntropy = Entropy(), Valid = Examples("valid"), Invalid = Examples("invalid"),
        };
        return mistakes.Count > _before ? null : format;
    }

    private void Mistake(int line, string message) => mistakes.Add($"{file}:{line}: {message}");

    private string Required(string key)
    {
        if (node[key].TextOrNull is { Length: > 0 } text)
            return text;
        Mistake(node.Line, $"a format needs '{key}'");
        return "";
    }

    private T Choice<T>(string key)
        where T : struct, Enum
    {
        var value = node[key];
        if (!value.Exists || Kebab<T>.TryParse(value.Text, out var choice))
            return value.Exists && Kebab<T>.TryParse(value.Text, out var chosen) ? chosen : default;
        Mistake(value.Line, $"'{value.Text}' is no {key}; allowed are {string.Join(", ", Kebab<T>.Names)}");
        return choice;
    }

    private KeyContext? Context()
    {
        var context = node["context"];
        if (!context.Exists)
            return null;
        string[] near = [.. context["near"].Texts.SelectMany(t => Spellings(t.ToLowerInvariant())).Distinct(StringComparer.Ordinal)];
        if (near.Length == 0 || near.Any(n => n.Length < ShortestAnchor))
            Mistake(context.Line, $"a context needs 'near': words of at least {ShortestAnchor} characters");
        string[] with = context["with"].Exists ? [.. context["with"].Texts] : KeyWords;
        return new KeyContext(near, with, int.TryParse(context["within"].Text, out var within) ? within : 40);
    }

    // snake_case, kebab-case and camelCase of the same name.
    private static string[] Spellings(string name) =>
        name.Contains('_', StringComparison.Ordinal) ? [name, name.Replace('_', '-'), name.Replace("_", "", StringComparison.Ordinal)] : [name];

    private KeyGrant? Grants()
    {
        var grants = node["grants"];
        if (grants.Text == "none")
            return null;
        if (AssetId.TryParse(grants.Text, out var id) && id.Kind is AssetKind.AiService or AssetKind.Identity or AssetKind.DataStore)
            return new KeyGrant(id.Kind, id.Path);
        Mistake(grants.Exists ? grants.Line : node.Line, $"'{grants.Text}' is no grant; write ai-service:SLUG, identity:SLUG, data-store:SLUG or none");
        return null;
    }

    private static KeyMixture Mixture(ShapePart[] shape)
    {
        var alphabets = shape.OfType<ShapePart.Run>().Select(r => r.Alphabet).ToArray();
        if (Array.TrueForAll(alphabets, a => !a.Contains((byte)'0')))
            return KeyMixture.LettersOnly;
        return Array.TrueForAll(alphabets, a => !a.Contains((byte)'z') && !a.Contains((byte)'Z')) ? KeyMixture.Hexadecimal : KeyMixture.Mixed;
    }

    private double Entropy()
    {
        var entropy = node["entropy"];
        if (!entropy.Exists)
            return 2.8;
        if (double.TryParse(entropy.Text, CultureInfo.InvariantCulture, out var bits))
            return bits;
        Mistake(entropy.Line, $"'{entropy.Text}' is no number of bits");
        return 0;
    }

    private (IReadOnlyList<string> Anchors, int Offset) Anchors(KeyReader reader, ShapePart[] shape, KeyContext? context)
    {
        if (reader != KeyReader.Shape)
            return (Marks(reader), 0);
        if (shape.Length == 0)
            Mistake(node.Line, "a format needs a 'shape'");
        if (context is not null)
            return (context.Near, 0);
        var (best, bestAt, at) = ((ShapePart.Literal?)null, 0, 0);
        foreach (var part in shape)
        {
            if (part is ShapePart.Literal { Min: >= ShortestAnchor } literal && literal.Min > (best?.Min ?? 0))
                (best, bestAt) = (literal, at);
            if (part.Min != part.Max)
                break;
            at += part.Min;
        }

        return (Needed(best?.Texts ?? []), bestAt);
    }

    // A key in a PEM block or token may be of a format that only its content tells; that format is then searched for by another's mark.
    private IReadOnlyList<string> Marks(KeyReader reader) =>
        reader == KeyReader.Url || node["anchor"].Exists ? Needed([.. node[reader == KeyReader.Url ? "schemes" : "anchor"].Texts]) : [];

    private IReadOnlyList<string> Needed(IReadOnlyList<string> anchors)
    {
        if (anchors.Count == 0 || anchors.Any(a => a.Length < ShortestAnchor))
            Mistake(node.Line, $"a format needs a literal of at least {ShortestAnchor} characters at a fixed place, or a context");
        return [.. anchors.Select(a => a.ToLowerInvariant()).Distinct(StringComparer.Ordinal)];
    }

    private KeyExample[] Examples(string kind)
    {
        if (!examples)
            return [];
        var given = node["examples"][kind];
        if (given.Items.Count == 0)
            Mistake(node.Line, $"a format needs 'examples' with at least one '{kind}'");
        return [.. given.Items.Select(e => new KeyExample([.. ShapeReader.Fragments(e, Mistake)], e.Line))];
    }
}
