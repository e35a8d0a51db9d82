using Sextant.Map;
using Sextant.Posture;

namespace Sextant.Evidence;

/// <summary>Finds the place in a file that a report points at.</summary>
internal static class Places
{
    extension(Map.Evidence evidence)
    {
        /// <summary>Whether it is in a file of the target, not at a URL and not without a place.</summary>
        public bool IsInFile => evidence.Path.Length > 0 && !evidence.Path.Contains("://", StringComparison.Ordinal);

        /// <summary><c>path:line</c>, or the path alone, or the collector where there is no place.</summary>
        public string Place => evidence switch
        {
            { Path.Length: 0 } => evidence.Collector,
            { Line: > 0 } => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{evidence.Path}:{evidence.Line}"),
            _ => evidence.Path,
        };
    }

    /// <summary>The places in files, those that are in the tree today before those that are only in history.</summary>
    public static IEnumerable<Map.Evidence> InFiles(IEnumerable<Map.Evidence> evidence) =>
        evidence.Where(e => e.IsInFile).DistinctBy(e => (e.Path, e.Line)).OrderBy(e => e.Commit is not null);

    /// <summary>Where the step of an attack path was seen: its relation, or else one of its ends; null if in no file.</summary>
    public static Map.Evidence? OfStep(PathStep step, AssetMap map)
    {
        var (from, to) = step.Forward ? (step.From, step.To) : (step.To, step.From);
        return Of(from, step.Relation, to, map) ?? Of(step.To, map) ?? Of(step.From, map);
    }

    private static Map.Evidence? Of(AssetId id, AssetMap map) => map.Find(id) is { } asset ? InFiles(asset.Evidence).FirstOrDefault() : null;

    private static Map.Evidence? Of(AssetId from, RelationKind kind, AssetId to, AssetMap map)
    {
        var (start, end) = (map.IndexOf(from), map.IndexOf(to));
        if (start < 0 || end < 0)
            return null;
        var (first, past) = map.OutgoingRange(start);
        for (var i = first; i < past; i++)
        {
            if (map.KindOf(i) == kind && map.ToIndex(i) == end)
                return InFiles(map.EvidenceOf(i).ToArray()).FirstOrDefault();
        }

        return null;
    }
}
