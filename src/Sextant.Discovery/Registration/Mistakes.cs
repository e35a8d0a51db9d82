using System.Globalization;
using Sextant.Documents;

namespace Sextant.Discovery.Registration;

/// <summary>Gathers what is wrong in a file while it is read, with lines and what is allowed.</summary>
internal sealed class Mistakes
{
    private const int Max = 100;
    private readonly List<DocumentError> _all = [];

    public IReadOnlyList<DocumentError> All => _all;

    public void Add(DocumentError error)
    {
        if (_all.Count < Max)
            _all.Add(error);
    }

    public void Add(DocumentNode node, string message) => Add(new DocumentError(Map.Excerpt.OneLine(message, 400), node.Line, node.Column));

    /// <summary>Finds keys of a map that are not allowed.</summary>
    public void Keys(DocumentNode map, IReadOnlyList<string> allowed)
    {
        foreach (var (key, _) in map.Entries)
        {
            if (!allowed.Contains(key.Text, StringComparer.Ordinal))
                Add(key, $"'{key.Text}' is not known here; allowed: {string.Join(", ", allowed)}");
        }
    }

    /// <summary>The text of a key; empty if it is not there.</summary>
    public string Text(DocumentNode map, string key)
    {
        var node = map[key];
        if (node.Exists && !node.IsScalar)
            Add(node, $"a text is expected for {key}");
        return node.Text;
    }

    /// <summary>The text of a key that must be there; null if it is not.</summary>
    public string? Required(DocumentNode map, string key)
    {
        var text = Text(map, key);
        if (text.Length == 0)
            Add(map, $"'{key}' is missing");
        return text.Length == 0 ? null : text;
    }

    /// <summary>The maps of a list.</summary>
    public IEnumerable<DocumentNode> Items(DocumentNode map, string key, int max)
    {
        var node = map[key];
        if (node.Exists && !node.IsList)
            Add(node, $"a list is expected for {key}");
        if (node.Items.Count > max)
            Add(node, $"more than {max} entries; the rest is not read");
        foreach (var item in node.Items.Take(max))
        {
            if (item.IsMap)
                yield return item;
            else
                Add(item, "a map is expected");
        }
    }

    /// <summary>A day, as 2026-12-31; null if there is none or it is wrong.</summary>
    public DateOnly? Date(DocumentNode map, string key, out bool wrong)
    {
        wrong = false;
        var text = Text(map, key);
        if (text.Length == 0)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        wrong = true;
        Add(map[key], $"'{text}' is no day; write it as 2026-12-31");
        return null;
    }
}
