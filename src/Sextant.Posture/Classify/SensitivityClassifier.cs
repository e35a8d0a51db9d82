using Sextant.Map;
using Sextant.Posture.Link;

namespace Sextant.Posture.Classify;

/// <summary>
/// Hints at sensitive data by whole words in the names of stores and of the tools that read them. What was found in the data
/// itself says more, so nothing is hinted where a store's sensitivity is known.
/// </summary>
public sealed class SensitivityClassifier : IConcluder
{
    /// <inheritdoc/>
    public string Name => "classify:sensitivity";

    /// <inheritdoc/>
    public void Conclude(AssetMap map, IRecorder recorder)
    {
        var deductions = new Deductions(Name, map, recorder);
        var repositories = new Repositories(map);
        foreach (var store in map.Assets.Where(a => IsData(a) && a["sensitivity"] is null))
        {
            var names = new[] { store.Name, repositories.Inside(store.Id), store.Text("variable") ?? "" };
            var hints = names.Distinct(StringComparer.Ordinal).SelectMany(SensitivityWords.In).ToArray();
            foreach (var (word, kinds, sure) in hints.Where(h => h.Sure == hints.Max(o => o.Sure)))
                deductions.Facet(store, "sensitivity", kinds, $"Its name says {word}.", sure, store.Surest);
            if (hints.Length == 0)
                ByTools(map, store, deductions);
        }
    }

    private static void ByTools(AssetMap map, Asset store, Deductions deductions)
    {
        foreach (var reads in map.Incoming(store).Where(r => r.Kind is RelationKind.Reads or RelationKind.Writes && r.From.Kind == AssetKind.Tool))
        {
            foreach (var (word, kinds, _) in SensitivityWords.In(reads.From.Name))
                deductions.Facet(store, "sensitivity", kinds, $"The tool {reads.From.Name}, which works on it, says {word}.", Confidence.Possible, reads.Surest);
        }
    }

    private static bool IsData(Asset asset) => asset.Kind is AssetKind.DataStore or AssetKind.Dataset or AssetKind.VectorStore;
}
