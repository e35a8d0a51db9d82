using Sextant.Map;

namespace Sextant.Posture.Link;

/// <summary>
/// A model learns from what its pipeline reads; and weights kept in a bucket are defined there, since whoever writes the
/// bucket replaces them.
/// </summary>
public sealed class TrainingLinker : IConcluder
{
    /// <inheritdoc/>
    public string Name => "link:training";

    /// <inheritdoc/>
    public void Conclude(AssetMap map, IRecorder recorder)
    {
        var deductions = new Deductions(Name, map, recorder);
        foreach (var model in map.Assets.Where(a => a.Kind == AssetKind.Model))
        {
            foreach (var produced in map.Outgoing(model, RelationKind.ProducedBy).Where(p => p.To.Kind == AssetKind.Pipeline))
                LearnsFrom(map, produced, deductions);
        }

        JoinArtifacts(map, deductions);
        KeepInBuckets(map, deductions);
    }

    private static void LearnsFrom(AssetMap map, Relation produced, Deductions deductions)
    {
        foreach (var reads in map.Outgoing(produced.To, RelationKind.Reads).Where(r => r.To.Kind is AssetKind.Dataset or AssetKind.DataStore))
        {
            deductions.Relate(
                produced.From, RelationKind.TrainedOn, reads.To, $"{produced.To.Name} reads {reads.To.Name} and produces {produced.From.Name}.",
                Confidence.Likely, reads.Surest, produced.Surest);
        }
    }

    /// <summary>A model in an object store, named with and without the archive in its folder, is one model.</summary>
    private static void JoinArtifacts(AssetMap map, Deductions deductions)
    {
        var byFolder = new Dictionary<string, Asset>(StringComparer.Ordinal);
        foreach (var model in map.Assets.Where(a => a.Kind == AssetKind.Model && IsStored(a.Id.Path)))
        {
            var folder = Folder(model.Id.Path);
            if (!byFolder.TryAdd(folder, model))
                deductions.Same(byFolder[folder], model, $"Both are the model at {folder}.", Confidence.Likely, byFolder[folder].Surest, model.Surest);
        }
    }

    private static void KeepInBuckets(AssetMap map, Deductions deductions)
    {
        foreach (var model in map.Assets.Where(a => a.Kind == AssetKind.Model && IsStored(a.Id.Path)))
        {
            var parts = model.Id.Path.Split('/');
            var depth = parts[0] == "azure-blob" ? 3 : 2;
            if (parts.Length > depth && map.Find(AssetId.Of(AssetKind.DataStore, string.Join('/', parts[..depth]))) is { } bucket)
                deductions.Relate(model, RelationKind.DefinedIn, bucket, $"The weights of {model.Name} are kept in {bucket.Name}.", Confidence.Certain, model.Surest);
        }
    }

    private static bool IsStored(string path) =>
        path.StartsWith("s3/", StringComparison.Ordinal) || path.StartsWith("gcs/", StringComparison.Ordinal) || path.StartsWith("azure-blob/", StringComparison.Ordinal);

    private static string Folder(string path)
    {
        path = path.TrimEnd('/');
        return path.EndsWith("/model.tar.gz", StringComparison.Ordinal) || path.EndsWith("/model.zip", StringComparison.Ordinal) ? path[..path.LastIndexOf('/')] : path;
    }
}
