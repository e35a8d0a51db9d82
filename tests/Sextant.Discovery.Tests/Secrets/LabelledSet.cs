using System.Globalization;
using System.Text;
using Sextant.Discovery.Secrets;

namespace Sextant.Discovery.Tests.Secrets;

/// <summary>A line of which it is known which keys it holds.</summary>
internal sealed record LabelledLine(string Category, string Text, IReadOnlyList<string> Formats);

/// <summary>Fills the templates of <c>tests/corpora/secrets</c> from a seeded generator.</summary>
internal sealed class LabelledSet
{
    private const string Digits = "0123456789";
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static readonly Dictionary<string, string> Alphabets = new(StringComparer.Ordinal)
    {
        ["hex"] = Digits + "abcdef", ["alnum"] = Digits + Letters, ["digit"] = Digits, ["base32"] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", ["base64"] = Digits + Letters + "+/",
    };

    private readonly Func<int, int> _draw = new Random(20260301).Next;
    private readonly string _folder = Path.Combine(Catalog.Folder, "..", "..", "tests", "corpora", "secrets");

    /// <summary>All lines.</summary>
    public IEnumerable<LabelledLine> Lines()
    {
        foreach (var template in Templates("present.tsv"))
        {
            var lines = template[1].Contains("{key}", StringComparison.Ordinal) ? EachFormat(template) : Enumerable.Range(0, 8).Select(_ => One(template));
            foreach (var line in lines)
                yield return line;
        }

        foreach (var template in Templates("absent.tsv"))
        {
            for (var i = 0; i < 10; i++)
                yield return new LabelledLine(template[0], Filled(template[1], []), []);
        }
    }

    private IEnumerable<string[]> Templates(string file) =>
        File.ReadLines(Path.Combine(_folder, file)).Select(l => l.Replace("\\n", "\n", StringComparison.Ordinal).Split('\t'));

    private IEnumerable<LabelledLine> EachFormat(string[] template)
    {
        foreach (var format in Catalog.Formats.All)
        {
            var (name, key) = NameAndKey(format);
            if (name.Length == 0)
                continue;
            var text = template[1].Replace("{key}", key, StringComparison.Ordinal).Replace("{NAME}", name, StringComparison.Ordinal)
                .Replace("{name}", name.ToLowerInvariant(), StringComparison.Ordinal).Replace("{Name}", Camel(name), StringComparison.Ordinal)
                .Replace("{na-me}", name.ToLowerInvariant().Replace('_', '-'), StringComparison.Ordinal);
            yield return new LabelledLine(template[0], text, [format.Id]);
        }
    }

    // The examples of formats that a name gives away begin with it; the others are known by their variable.
    private (string Name, string Key) NameAndKey(KeyFormat format)
    {
        var example = format.Valid[0].Join(_draw);
        var equals = example.IndexOf('=', StringComparison.Ordinal);
        if (equals > 0 && example[..equals].All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_'))
            return (example[..equals], example[(equals + 1)..]);
        var plain = example.All(c => c is > ' ' and not ('"' or ';' or '{')) && !example.StartsWith("-----", StringComparison.Ordinal);
        return plain ? (format.Variables.Count > 0 ? format.Variables[0] : "SERVICE_KEY", example) : ("", "");
    }

    private LabelledLine One(string[] template)
    {
        var formats = new List<string>();
        if (template.Length > 2)
            formats.Add(template[2]);
        return new LabelledLine(template[0], Filled(template[1], formats), formats);
    }

    private string Filled(string template, List<string> formats)
    {
        var text = new StringBuilder();
        for (var i = 0; i < template.Length; i++)
        {
            var end = template[i] == '{' ? template.IndexOf('}', i) : -1;
            if (end > 0 && Hole(template[(i + 1)..end], formats) is { } value)
            {
                text.Append(value);
                i = end;
            }
            else
            {
                text.Append(template[i]);
            }
        }

        return text.ToString();
    }

    private string? Hole(string hole, List<string> formats)
    {
        if (hole.StartsWith("format:", StringComparison.Ordinal))
        {
            formats.Add(hole[7..]);
            return Catalog.Formats.ById[hole[7..]].Valid[0].Join(_draw);
        }

        if (hole == "uuid")
            return $"{Run("hex", 8)}-{Run("hex", 4)}-{Run("hex", 4)}-{Run("hex", 4)}-{Run("hex", 12)}";
        var space = hole.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && Alphabets.ContainsKey(hole[..space]) && int.TryParse(hole[(space + 1)..], out var length) ? Run(hole[..space], length) : null;
    }

    private string Run(string alphabet, int length) => string.Concat(Enumerable.Range(0, length).Select(_ => Alphabets[alphabet][_draw(Alphabets[alphabet].Length)]));

    private static string Camel(string name)
    {
        var title = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name.ToLowerInvariant().Replace('_', ' ')).Replace(" ", "", StringComparison.Ordinal);
        return char.ToLowerInvariant(title[0]) + title[1..];
    }
}
