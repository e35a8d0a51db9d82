using Sextant.Map;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>Records data stores.</summary>
internal sealed class DataStoreRecorder(Sightings sightings)
{
    /// <summary>Records a store as seen at a place.</summary>
    public AssetId Record(DataStoreSeen store, Evidence evidence)
    {
        var facets = new List<(string, PropertyValue)> { ("dataType", store.DataType) };
        if (store.Provider.Length > 0)
            facets.Add(("provider", store.Provider));
        if (store.Address is { } address)
            facets.Add(("hosts", new[] { address }));
        if (store.Variable is { } variable)
            facets.Add(("variable", variable));
        return sightings.Shared(store.Id, store.Name, evidence with { Confidence = Min(evidence.Confidence, store.Confidence) }, [.. facets]);
    }

    private static Confidence Min(Confidence a, Confidence b) => a < b ? a : b;
}
