using Sextant.Discovery.Code.Resolution;
using Sextant.Discovery.Reading;
using Sextant.Map;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>Records what recognizers see, with evidence, the application it belongs to, and the scope of its file.</summary>
internal sealed class Sightings(TreeContext tree)
{
    /// <summary>Evidence at a place.</summary>
    public static Evidence At(Located place, string detail, Confidence confidence = Confidence.Certain) =>
        At(place.Unit.Language, place.Unit.Path, place.Expression.Line, detail, confidence);

    /// <inheritdoc cref="At(Located, string, Confidence)"/>
    public static Evidence At(Match match, string detail, Confidence confidence = Confidence.Certain) =>
        At(match.Place.Unit.Language, match.Path, match.Line, detail, confidence);

    /// <inheritdoc cref="At(Located, string, Confidence)"/>
    public static Evidence At(string language, string path, int line, string detail, Confidence confidence) => new(language, path, line, detail, confidence);

    /// <summary>The application of a file, recorded.</summary>
    public AssetId Application(Evidence evidence) => Applications.Record(tree, evidence.Path, evidence);

    /// <summary>Whether what a file does counts as use by its application: tests and documents do not.</summary>
    public static bool Counts(Evidence evidence) => PathScope.Of(evidence.Path) is "product" or "example";

    /// <summary>Records what is defined in this repository's code.</summary>
    public AssetId Defined(AssetId id, string name, Evidence evidence, params ReadOnlySpan<(string Property, PropertyValue Value)> facets)
    {
        tree.Recorder.Asset(id, name, evidence, [("scope", PathScope.Of(evidence.Path)), .. facets]);
        tree.Recorder.Relate(id, RelationKind.DefinedIn, Application(evidence), $"{name} is defined in this code.", evidence);
        return id;
    }

    /// <summary>
    /// Records what exists outside of this file too (a provider's model, a service). Where only tests, examples or documents
    /// name it, the evidence is a hint, so that a sighting in product code decides its scope.
    /// </summary>
    public AssetId Shared(AssetId id, string name, Evidence evidence, params ReadOnlySpan<(string Property, PropertyValue Value)> facets)
    {
        var scope = PathScope.Of(evidence.Path);
        var seen = scope == PathScope.Product ? evidence : evidence with { Confidence = Confidence.Possible };
        return tree.Recorder.Asset(id, name, seen, [("scope", scope), .. facets]);
    }

    /// <summary>Records a relation.</summary>
    public void Relate(AssetId from, RelationKind kind, AssetId to, string because, Evidence evidence) =>
        tree.Recorder.Relate(from, kind, to, because, evidence);

    /// <summary>Records that the application of a file uses something, unless the file only tests or documents.</summary>
    public void UsedByApplication(RelationKind kind, AssetId to, string because, Evidence evidence)
    {
        if (Counts(evidence))
            Relate(Application(evidence), kind, to, because, evidence);
    }

    /// <summary>The path of a file without its ending, as ids of what is defined in it begin.</summary>
    public static string Stem(string path)
    {
        var dot = path.LastIndexOf('.');
        return dot > path.LastIndexOf('/') + 1 ? path[..dot] : path;
    }
}
