using Sextant.Documents;

namespace Sextant.Quality.Measuring;

/// <summary>An asset that must be found: its id in short notation, and the facets worth checking.</summary>
internal sealed record AssetLabel(string Id, IReadOnlyDictionary<string, string> Facets)
{
    /// <summary>Reads <c>id {facet: value, facet: value}</c>.</summary>
    public static AssetLabel Read(string text)
    {
        var brace = text.IndexOf(" {", StringComparison.Ordinal);
        if (brace < 0)
            return new(text, new Dictionary<string, string>());
        var facets = text[(brace + 2)..].TrimEnd('}').Split(", ").Select(f => f.Split(": ", 2));
        return new(text[..brace], facets.ToDictionary(f => f[0], f => f[^1], StringComparer.Ordinal));
    }

    /// <inheritdoc/>
    public override string ToString() => Facets.Count == 0 ? Id : $"{Id} {{{string.Join(", ", Facets.Select(f => $"{f.Key}: {f.Value}"))}}}";
}

/// <summary>What is true of a case: all that must be found, what may be found, and names that mean the same.</summary>
internal sealed record Labels(
    IReadOnlyList<AssetLabel> Assets, IReadOnlyList<string> Relations, IReadOnlySet<string> Optional, IReadOnlyDictionary<string, string> Same)
{
    /// <summary>Reads <c>expected.yaml</c>.</summary>
    /// <exception cref="InvalidDataException">It is no such file.</exception>
    public static Labels Load(string path)
    {
        var read = YamlReader.Read(File.ReadAllText(path));
        if (read.Error is { } error)
            throw new InvalidDataException($"{path}: {error}");
        string[] known = ["about", "assets", "relations", "optional", "same"];
        if (read.Root.Entries.FirstOrDefault(e => !known.Contains(e.Key.Text, StringComparer.Ordinal)).Key is { } stranger)
            throw new InvalidDataException($"{path}: '{stranger.Text}' is none of {string.Join(", ", known)}");
        var same = read.Root["same"].Entries.ToDictionary(e => e.Key.Text, e => e.Value.Text, StringComparer.Ordinal);
        return new([.. Lines("assets").Select(AssetLabel.Read)], [.. Lines("relations")], Lines("optional").ToHashSet(StringComparer.Ordinal), same);

        IEnumerable<string> Lines(string key) => read.Root[key].Items.Select(i => i.Text);
    }
}

/// <summary>A small repository of the corpus with its labels.</summary>
/// <param name="Language">The folder of its language.</param>
/// <param name="Name">Its own folder, and so the name of the repository.</param>
/// <param name="Folder">Where it is.</param>
/// <param name="Files">The files of the repository, labels aside, relative to it.</param>
/// <param name="Labels">What is true of it.</param>
internal sealed record LabelledCase(string Language, string Name, string Folder, IReadOnlyList<string> Files, Labels Labels)
{
    /// <summary>The file that holds the labels of a case; no part of the repository that is scanned.</summary>
    public const string LabelFile = "expected.yaml";

    /// <summary>All cases of a corpus, in order: <c>language/case/expected.yaml</c>.</summary>
    public static IReadOnlyList<LabelledCase> All(string corpus) =>
        [.. Directory.EnumerateFiles(corpus, LabelFile, SearchOption.AllDirectories).Select(f => Path.GetDirectoryName(f) ?? corpus).Order(StringComparer.Ordinal).Select(Read)];

    private static LabelledCase Read(string folder)
    {
        string[] files =
        [
            .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .Select(f => Path.GetRelativePath(folder, f)).Where(f => f != LabelFile),
        ];
        return new(Path.GetFileName(Path.GetDirectoryName(folder) ?? ""), Path.GetFileName(folder), folder, files, Labels.Load(Path.Combine(folder, LabelFile)));
    }
}
