using Sextant.Documents;

namespace Sextant.Discovery.Code.Jvm.Settings;

/// <summary>Reads the settings of an application, from properties or from YAML.</summary>
internal static class SettingsReader
{
    private const int MaxSettings = 20_000;
    private const int MaxDepth = 40;

    /// <summary>Characters from which on a line is not continued.</summary>
    private const int MaxLine = 20_000;

    /// <summary>The settings of a file of properties: a name, <c>=</c> or <c>:</c>, a value, which a backslash continues.</summary>
    public static List<Setting> OfProperties(string text)
    {
        var settings = new List<Setting>();
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length && settings.Count < MaxSettings; i++)
        {
            var start = i;
            var line = lines[i].Trim();
            if (line.Length == 0 || line[0] is '#' or '!')
                continue;
            while (line.EndsWith('\\') && line.Length < MaxLine && i + 1 < lines.Length)
                line = line[..^1] + lines[++i].Trim();
            var end = line.IndexOfAny(['=', ':']);
            if (end > 0)
                settings.Add(new Setting(Named(line[..end]), line[(end + 1)..].Trim(), start + 1));
        }

        return settings;
    }

    /// <summary>The settings of documents of YAML, by the names of their maps; the items of a list by number.</summary>
    public static List<Setting> OfDocuments(IEnumerable<DocumentNode> documents)
    {
        var settings = new List<Setting>();
        foreach (var document in documents)
            Add(settings, document, "", 0);
        return settings;
    }

    private static void Add(List<Setting> settings, DocumentNode node, string name, int depth)
    {
        if (depth > MaxDepth || settings.Count >= MaxSettings)
            return;
        if (node.IsScalar && name.Length > 0)
            settings.Add(new Setting(name, node.Text, node.Line));
        foreach (var (key, value) in node.Entries)
            Add(settings, value, name.Length == 0 ? Named(key.Text) : $"{name}.{Named(key.Text)}", depth + 1);
        for (var i = 0; i < node.Items.Count; i++)
            Add(settings, node.Items[i], $"{name}[{i}]", depth + 1);
    }

    // Quarkus writes the profile first: %dev.quarkus.…
    private static string Named(string key)
    {
        var name = key.Trim();
        var profile = name.StartsWith('%') ? name.IndexOf('.', StringComparison.Ordinal) + 1 : 0;
        return name[profile..].Replace("\"", "", StringComparison.Ordinal);
    }
}
