namespace Sextant.Map;

/// <summary>An asset seen once. Several observations of one thing become one node of the map.</summary>
/// <param name="Id">What was seen.</param>
/// <param name="Evidence">Where.</param>
public sealed record AssetObservation(AssetId Id, Evidence Evidence)
{
    /// <summary>The name people use; the last part of the id if empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>Other names of the same thing (ARN, URL, Terraform address, another id); the map merges on them.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Facets that this evidence shows, by the names of <see cref="Vocabulary"/>.</summary>
    public IReadOnlyList<KeyValuePair<string, PropertyValue>> Properties { get; init; } = [];
}

/// <summary>A relation seen once.</summary>
/// <param name="From">Where it starts.</param>
/// <param name="Kind">What it says.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Because">A sentence that explains it, part of the explanation of every path over it.</param>
/// <param name="Evidence">Where.</param>
public sealed record RelationObservation(AssetId From, RelationKind Kind, AssetId To, string Because, Evidence Evidence);

/// <summary>Something that was not read, and so is neither passed nor failed.</summary>
/// <param name="Collector">Who would have read it.</param>
/// <param name="Scope">What: a path, an API, a part of a file.</param>
/// <param name="Reason">Why not, and what would make it readable.</param>
public sealed record Gap(string Collector, string Scope, string Reason);

/// <summary>Takes what collectors, inspectors, linkers and classifiers see. Safe to call from several threads.</summary>
public interface IRecorder
{
    /// <summary>Records an asset seen once.</summary>
    void Record(AssetObservation asset);

    /// <summary>Records a relation seen once. Its ends need not have been recorded; they then exist by this evidence alone.</summary>
    void Record(RelationObservation relation);

    /// <summary>Records that something could not be read.</summary>
    void Record(Gap gap);
}

/// <summary>Short forms for recorders.</summary>
public static class RecorderExtensions
{
    /// <summary>Records an asset with properties, and returns its id for the relations that follow.</summary>
    public static AssetId Asset(
        this IRecorder recorder,
        AssetId id,
        string name,
        Evidence evidence,
        params ReadOnlySpan<(string Property, PropertyValue Value)> properties)
    {
        var facets = new KeyValuePair<string, PropertyValue>[properties.Length];
        for (var i = 0; i < facets.Length; i++)
            facets[i] = new(properties[i].Property, properties[i].Value);
        recorder.Record(new AssetObservation(id, evidence) { Name = name, Properties = facets });
        return id;
    }

    /// <summary>Records a relation.</summary>
    public static void Relate(this IRecorder recorder, AssetId from, RelationKind kind, AssetId to, string because, Evidence evidence) =>
        recorder.Record(new RelationObservation(from, kind, to, because, evidence));
}
