using Sextant.Documents;

namespace Sextant.Discovery.Catalogs;

/// <summary>One file of the catalog while it is read: its sections, and the mistakes found in it.</summary>
internal sealed class CatalogFile(string name, List<string> mistakes)
{
    /// <summary>The path within the catalog.</summary>
    public string Name { get; } = name;

    /// <summary>Records a mistake at a node.</summary>
    public void Mistake(DocumentNode at, string message) => mistakes.Add($"{Name}:{at.Line}: {message}");

    /// <summary>Checks that a node is a map with no other keys than the given.</summary>
    public bool HasOnly(DocumentNode node, params ReadOnlySpan<string> keys)
    {
        if (!node.IsMap)
        {
            Mistake(node, "a map is expected here");
            return false;
        }

        foreach (var (key, _) in node.Entries)
        {
            if (!keys.Contains(key.Text))
                Mistake(key, $"'{key.Text}' is not known here; known are {string.Join(", ", keys!)}");
        }

        return true;
    }

    /// <summary>The text of a key that must be there.</summary>
    public string Required(DocumentNode node, string key)
    {
        var text = node[key].TextOrNull;
        if (string.IsNullOrWhiteSpace(text))
            Mistake(node, $"'{key}' is missing");
        return text ?? "";
    }

    /// <summary>The texts of a key, a single one or a list.</summary>
    public static string[] Texts(DocumentNode node, string key) => [.. node[key].Texts];
}
