using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Resolution;
using Sextant.Map;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>Records vector stores with the model that embeds and the documents that they index.</summary>
internal sealed class VectorStoreRecognizer(Recognizers all) : IRecognizer
{
    private const int MaxDepth = 12;

    public RecognitionKind Kind => RecognitionKind.VectorStore;

    public void Recognize(Match match)
    {
        var store = all.VectorStores.Of(match);
        var evidence = Sightings.At(match, $"{match.Symbol} opens the vector store {store.Name}");
        all.Sightings.Defined(store.Id, store.Name, evidence, ("provider", match.Entry.Value("provider") ?? "unknown"));
        if (store.Alias is { } alias)
            all.Reading.Tree.Recorder.Record(new AssetObservation(store.Id, evidence) { Name = store.Name, Aliases = [alias] });
        all.Sightings.UsedByApplication(RelationKind.Uses, store.Id, $"This code opens {store.Name}.", evidence);
        Embedding(match, store.Id, store.Name);
        Documents(store, all.Reading.Argument(match, "documents"));
    }

    /// <summary>Records what documents a store indexes, as far as they are followed to where they are read.</summary>
    public void Documents(VectorStoreSeen store, Located? documents)
    {
        if (documents is not { } from)
            return;
        foreach (var (source, name, evidence) in Sources(from, 0).DistinctBy(s => s.Id))
            all.Sightings.Relate(store.Id, RelationKind.Indexes, source, $"{name} is read and put into {store.Name}.", evidence);
    }

    private void Embedding(Match match, AssetId store, string name)
    {
        if (all.Reading.Argument(match, "embedding") is not { } embedding)
            return;
        foreach (var model in all.Models.Objects(embedding).DistinctBy(m => m.Id))
            all.Sightings.Relate(store, RelationKind.EmbedsWith, model.Id, $"{name} embeds with {model.Name}.", Sightings.At(embedding, $"embeds with {model.Name}", model.Confidence));
    }

    private IEnumerable<(AssetId Id, string Name, Evidence Evidence)> Sources(Located value, int depth)
    {
        if (depth > MaxDepth)
            yield break;
        foreach (var one in all.Reading.Values(value))
        {
            var loaders = all.Reading.MatchesAt(one, RecognitionKind.Loader).Concat(all.Reading.MatchesAt(one, RecognitionKind.Dataset)).ToArray();
            foreach (var source in loaders.SelectMany(all.Datasets.Of))
            {
                var evidence = Sightings.At(one, $"reads {source.Name}", source.Confidence);
                all.Datasets.Record(source, all.Sightings, all.StoreRecorder, evidence);
                yield return (source.Id, source.Name, evidence);
            }

            if (loaders.Length > 0)
                continue;
            foreach (var source in Inner(one).SelectMany(i => Sources(one.With(i), depth + 1)))
                yield return source;
        }
    }

    private static IEnumerable<Expression> Inner(Located value) => value.Expression switch
    {
        Expression.Call { Callee: Expression.Member method } call => call.Arguments.Select(a => a.Value).Append(method.Target),
        Expression.Call call => call.Arguments.Select(a => a.Value),
        Expression.Operation { Operator: "for" or "+", Operands: var operands } => operands,
        Expression.Sequence sequence => sequence.Items,
        Expression.Member member => [member.Target],
        Expression.Element element => [element.Target],
        _ => [],
    };
}

/// <summary>Records searches in vector stores, and documents added to them.</summary>
internal sealed class RetrievalRecognizer(Recognizers all) : IRecognizer
{
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
                all.Sightings.UsedByApplication(RelationKind.RetrievesFrom, store.Id, $"This code searches {store.Name}.", Sightings.At(match, $"{match.Symbol} searches {store.Name}"));
        }
    }
}
