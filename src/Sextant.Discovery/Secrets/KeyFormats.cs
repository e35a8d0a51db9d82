using System.Collections.Frozen;
using Sextant.Documents;

namespace Sextant.Discovery.Secrets;

/// <summary>Mistakes in the catalog of key formats, each with its file and line.</summary>
public sealed class KeyFormatException(IReadOnlyList<string> mistakes) : Exception(string.Join('\n', mistakes))
{
    /// <summary>One line a mistake: <c>file:line: what is wrong and what is allowed</c>.</summary>
    public IReadOnlyList<string> Mistakes { get; } = mistakes;
}

/// <summary>All key formats that Sextant knows, with the words that no key holds.</summary>
public sealed class KeyFormats
{
    private KeyFormats(IReadOnlyList<KeyFormat> all, Stopwords stopwords)
    {
        (All, Stopwords) = (all, stopwords);
        ById = all.ToFrozenDictionary(f => f.Id, StringComparer.Ordinal);
        ByVariable = all.Reverse().SelectMany(f => f.Variables.Select(v => (Variable: v, Format: f)))
            .GroupBy(p => p.Variable, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Last().Format, StringComparer.Ordinal);
        var byTrigger = all.SelectMany(f => f.Anchors.Distinct(StringComparer.Ordinal).Select(a => (Anchor: a, Format: f)))
            .GroupBy(p => p.Anchor, p => p.Format, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).ToArray();
        Triggers = [.. byTrigger.Select(g => g.Key)];
        ByTrigger = [.. byTrigger.Select(g => g.ToArray())];
    }

    /// <summary>All formats, in the order of files and of their place in them.</summary>
    public IReadOnlyList<KeyFormat> All { get; }

    /// <summary>Formats by catalog id.</summary>
    public FrozenDictionary<string, KeyFormat> ById { get; }

    /// <summary>The format that an environment variable of this name usually holds: the first that claims it.</summary>
    public FrozenDictionary<string, KeyFormat> ByVariable { get; }

    /// <summary>The literals to search for, lower case, sorted.</summary>
    public IReadOnlyList<string> Triggers { get; }

    internal KeyFormat[][] ByTrigger { get; }

    internal Stopwords Stopwords { get; }

    /// <summary>Reads all <c>*.yaml</c> files of a folder. Throws <see cref="KeyFormatException"/> with every mistake in them.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="prepared">What was parsed before.</param>
    /// <param name="examples">Whether the examples are read and required too. A scan needs none.</param>
    public static KeyFormats Load(string folder, PreparedYaml? prepared = null, bool examples = true)
    {
        var mistakes = new List<string>();
        var formats = new List<KeyFormat>();
        var stopwords = new StopwordsBuilder();
        foreach (var path in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
            Read(path, prepared ?? PreparedYaml.None, examples, formats, stopwords, mistakes);
        foreach (var twice in formats.GroupBy(f => f.Id, StringComparer.Ordinal).Where(g => g.Count() > 1))
            mistakes.Add($"{folder}: the format '{twice.Key}' is there {twice.Count()} times");
        if (formats.Count == 0 && mistakes.Count == 0)
            mistakes.Add($"{folder}: there are no key formats");
        return mistakes.Count > 0 ? throw new KeyFormatException(mistakes) : new KeyFormats(formats, stopwords.Build());
    }

    private static void Read(string path, PreparedYaml prepared, bool examples, List<KeyFormat> formats, StopwordsBuilder stopwords, List<string> mistakes)
    {
        var name = Path.GetFileName(path);
        var result = prepared.Read(File.ReadAllBytes(path));
        if (result.Error is { } error)
            mistakes.Add($"{name}:{error.Line}: {error.Message}");
        foreach (var (key, value) in result.Root.Entries)
        {
            if (key.Text == "formats")
                formats.AddRange(value.Items.Select(item => new KeyFormatReader(name, item, examples, mistakes).Read()).OfType<KeyFormat>());
            else if (!stopwords.Add(key.Text, value.Texts))
                mistakes.Add($"{name}:{key.Line}: '{key.Text}' is not known here; allowed are formats, {StopwordsBuilder.Sections}");
        }
    }
}
