using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Code.Facts;
using Sextant.Map;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>Records searches in vector stores, and documents added to them.</summary>
internal sealed class RetrievalRecognizer(Recognizers all) : IRecognizer
{
    private static readonly string[] FilterKeys = ["filter", "filters", "where", "pre_filter", "expr", "namespace", "query_filter", "partition_names", "filter_expression"];

    private readonly VectorStoreRecognizer _stores = new(all);

    public RecognitionKind Kind => RecognitionKind.Retrieval;

    public void Recognize(Match match)
    {
        if ((all.Reading.Argument(match, "store") ?? CodeReading.Receiver(match)) is not { } held)
            return;
        var documents = all.Reading.Argument(match, "documents");
        var adds = match.Entry.Arguments.ContainsKey("documents");
        foreach (var store in all.VectorStores.In(held))
        {
            if (adds)
                _stores.Documents(store, documents);
            else
                Searched(match, store);
        }
    }

    /// <summary>Records that a call searches a store, and whether it asks only for what its caller may see.</summary>
    public void Searched(Match match, VectorStoreSeen store)
    {
        all.Sightings.UsedByApplication(RelationKind.RetrievesFrom, store.Id, $"This code searches {store.Name}.", Sightings.At(match, $"{match.Symbol} searches {store.Name}"));
        if (HasFilter(match) is not { } filtered || !match.Entry.Arguments.ContainsKey("filter"))
            return;
        // A search without a filter shows all that is there, whatever other searches do.
        var evidence = Sightings.At(match, filtered ? "the search is filtered" : "the search has no filter", filtered ? Confidence.Likely : Confidence.Certain);
        all.Reading.Tree.Recorder.Asset(store.Id, store.Name, evidence, ("retrievalFilter", filtered ? "present" : "absent"));
    }

    // Whether a filter is given, directly or among the options of a search; null if the options are not seen.
    private bool? HasFilter(Match match)
    {
        if (all.Reading.Argument(match, "filter") is not null)
            return true;
        if (match.Call is not { } call || call.Arguments.Any(a => a.Spread))
            return null;
        if (all.Reading.Argument(match, "options") is not { } options)
            return false;
        foreach (var value in all.Reading.Values(options))
        {
            if (value.Expression is not Expression.Mapping map || map.Entries.Any(e => e.Key is null))
                return null;
            if (Array.Exists(FilterKeys, k => map[k] is not null and not Expression.Nothing))
                return true;
        }

        return false;
    }
}
