using Sextant.Discovery.Reading;
using Sextant.Documents;
using Sextant.Map;

namespace Sextant.Discovery.Configuration;

/// <summary>A configuration file while one inspector reads it: makes evidence that names it, and records gaps for what is wrong in it.</summary>
internal sealed class InspectedFile(string inspector, FileContent file, TreeContext tree)
{
    private AssetId? _application;

    public TreeContext Tree => tree;

    public string Path => file.Path.Value;

    public string Folder => file.Path.Folder.ToString();

    public string Text => file.Text;

    /// <summary>The file's application, recorded when it is first asked for.</summary>
    public AssetId Application => _application ??= Applications.Record(tree, Path, At(0, $"{Path} belongs to it"));

    public Evidence At(int line, string detail, Confidence confidence = Confidence.Certain) =>
        new(inspector, Path, line, detail, confidence) { Commit = file.Revision?.Commit };

    public Evidence At(DocumentNode node, string detail, Confidence confidence = Confidence.Certain) => At(node.Line, detail, confidence);

    public void Gap(string reason, int line = 0) =>
        tree.Recorder.Record(new Gap(inspector, line > 0 ? $"{Path}:{line}" : Path, Excerpt.OneLine(reason, Evidence.MaxDetail)));

    /// <summary>The documents of a YAML, JSON or TOML file, by its ending. What is wrong becomes a gap; what stands before it is given.</summary>
    public IReadOnlyList<DocumentNode> Documents()
    {
        var result = file.Path.HasExtension(".toml") || file.Path.IsNamed("Pipfile") ? TomlReader.Read(file.Bytes.Span)
            : file.Path.HasExtension(".yaml", ".yml") ? YamlReader.Read(file.Bytes.Span)
            : JsonReader.Read(file.Bytes.Span);
        if (result.Error is { } error)
            Gap($"only partly read: {error.Message}", error.Line);
        return result.Roots;
    }

    public DocumentNode Document() => Documents() is { Count: > 0 } roots ? roots[0] : DocumentNode.Missing;

    /// <summary>Records an asset. What exists only in this repository carries the scope of the file.</summary>
    public AssetId Asset(AssetId id, string name, Evidence evidence, Facets? facets = null, IReadOnlyList<string>? aliases = null)
    {
        facets ??= [];
        if (id.Path.StartsWith("repo/", StringComparison.Ordinal) && id.Kind != AssetKind.Secret)
            facets.Add("scope", PathScope.Of(Path));
        tree.Recorder.Record(new AssetObservation(id, evidence) { Name = name, Properties = facets.List, Aliases = aliases ?? [] });
        return id;
    }

    public void Relate(AssetId from, RelationKind kind, AssetId to, string because, Evidence evidence)
    {
        if (from != to)
            tree.Recorder.Relate(from, kind, to, because, evidence);
    }
}
