using Sextant.Map;

namespace Sextant.Posture.Compare;

/// <summary>Compares two scans of one thing.</summary>
public static class PostureComparer
{
    /// <summary>What is different between a scan and a later one.</summary>
    /// <param name="before">The earlier scan.</param>
    /// <param name="after">The later scan.</param>
    /// <param name="about">Which assets the findings are to be about; null for all.</param>
    public static PostureChange Compare(ScanResult before, ScanResult after, Func<AssetMap, AssetId, bool>? about = null)
    {
        var old = before.Findings.Where(f => about?.Invoke(before.Map, f.Asset) != false).ToDictionary(f => f.Fingerprint, StringComparer.Ordinal);
        var now = after.Findings.Where(f => about?.Invoke(after.Map, f.Asset) != false).ToDictionary(f => f.Fingerprint, StringComparer.Ordinal);
        var appeared = after.Findings.Where(f => now.ContainsKey(f.Fingerprint) && !old.ContainsKey(f.Fingerprint)).ToArray();
        var gone = before.Findings.Where(f => old.ContainsKey(f.Fingerprint) && !now.ContainsKey(f.Fingerprint)).ToArray();
        var moved = Moved(gone, appeared);
        var both = now.Values.Where(f => old.ContainsKey(f.Fingerprint)).Select(f => new ChangedFinding(old[f.Fingerprint], f)).Concat(moved).ToArray();
        var worse = both.Where(f => f.After.Severity > f.Before.Severity).OrderByDescending(f => f.After.Score).ThenBy(f => f.After.Id, StringComparer.Ordinal).ToArray();
        var paths = (Before: before.Paths.Select(p => p.Id).ToHashSet(StringComparer.Ordinal), After: after.Paths.Select(p => p.Id).ToHashSet(StringComparer.Ordinal));
        return new PostureChange
        {
            Before = before,
            After = after,
            New = [.. appeared.Except(moved.Select(m => m.After))],
            Gone = [.. gone.Except(moved.Select(m => m.Before))],
            Worse = worse,
            Unchanged = both.Length - worse.Length,
            NewPaths = [.. after.Paths.Where(p => !paths.Before.Contains(p.Id))],
            GonePaths = [.. before.Paths.Where(p => !paths.After.Contains(p.Id))],
            NewAssets = Missing(after.Map, before.Map),
            GoneAssets = Missing(before.Map, after.Map),
            ChangedAssets = Changed(before.Map, after.Map),
            NewRelations = MissingRelations(after.Map, before.Map),
            GoneRelations = MissingRelations(before.Map, after.Map),
        };
    }

    /// <summary>
    /// Findings that only moved. A secret that leaves the tree stays in history: it is the same secret, found by another rule, and
    /// nothing that the change brings.
    /// </summary>
    private static List<ChangedFinding> Moved(Finding[] gone, Finding[] appeared)
    {
        var moved = new List<ChangedFinding>();
        var left = gone.Where(f => f.Asset.Kind == AssetKind.Secret).ToList();
        foreach (var finding in appeared.Where(f => f.Asset.Kind == AssetKind.Secret))
        {
            if (left.Find(f => f.Asset == finding.Asset && f.Severity >= finding.Severity) is not { } before)
                continue;
            left.Remove(before);
            moved.Add(new ChangedFinding(before, finding));
        }

        return moved;
    }

    private static Asset[] Missing(AssetMap from, AssetMap other) => [.. from.Assets.Where(a => other.IndexOf(a.Id) < 0)];

    private static Relation[] MissingRelations(AssetMap from, AssetMap other) =>
    [
        .. from.Relations.Where(r => other.IndexOf(r.From.Id) is not (>= 0 and var start) || other.IndexOf(r.To.Id) is not (>= 0 and var end) || other.IndexOf(start, r.Kind, end) < 0),
    ];

    private static ChangedAsset[] Changed(AssetMap before, AssetMap after)
    {
        var changed = new List<ChangedAsset>();
        foreach (var asset in after.Assets)
        {
            if (before.Find(asset.Id) is not { } old)
                continue;
            var names = old.Properties.Concat(asset.Properties).Select(p => p.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
            ChangedProperty[] properties = [.. names.Where(n => !Equals(old[n], asset[n])).Select(n => new ChangedProperty(n, old[n], asset[n]))];
            if (properties.Length > 0)
                changed.Add(new ChangedAsset(asset, properties));
        }

        return [.. changed];
    }
}
