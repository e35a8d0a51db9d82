using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Resolution;
using Sextant.Map;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>Records vector stores with the model that embeds and the documents that they index.</summary>
internal sealed class VectorStoreRecognizer(Recognizers all) : IRecognizer
{
    private const int MaxDepth = 12;
    private const int MaxSources = 200;

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
        if (VectorStores.IsSearch(match))
            all.Retrievals.Searched(match, store);
    }

    /// <summary>Records what documents a store indexes, as far as they are followed to where they are read.</summary>
    public void Documents(VectorStoreSeen store, Located? documents)
    {
        if (documents is not { } from)
            return;
        foreach (var source in Sources(from, 0).Take(MaxSources))
        {
            if (source.Untrusted is { } origin)
                all.Reading.Tree.Recorder.Asset(store.Id, store.Name, source.Evidence, ("untrustedInputs", new[] { origin }));
            if (source.Id is { } id)
                all.Sightings.Relate(store.Id, RelationKind.Indexes, id, $"{source.Name} is read and put into {store.Name}.", source.Evidence);
        }
    }

    private void Embedding(Match match, AssetId store, string name)
    {
        if (all.Reading.Argument(match, "embedding") is not { } embedding)
            return;
        foreach (var model in all.Models.Objects(embedding).DistinctBy(m => m.Id))
            all.Sightings.Relate(store, RelationKind.EmbedsWith, model.Id, $"{name} embeds with {model.Name}.", Sightings.At(embedding, $"embeds with {model.Name}", model.Confidence));
    }

    private IEnumerable<Source> Sources(Located value, int depth)
    {
        if (depth > MaxDepth)
            yield break;
        foreach (var one in all.Reading.Values(value))
        {
            var loaders = all.Reading.MatchesAt(one, RecognitionKind.Loader).Concat(all.Reading.MatchesAt(one, RecognitionKind.Dataset)).ToArray();
            foreach (var source in Read(one, loaders))
                yield return source;
            if (loaders.Length > 0)
                continue;
            foreach (var source in Inner(one).SelectMany(i => Sources(one.With(i), depth + 1)))
                yield return source;
        }
    }

    // What loaders read, each thing once; a loader of strangers' texts counts even if what it reads is not known.
    private IEnumerable<Source> Read(Located at, Match[] loaders)
    {
        var untrusted = loaders.Select(l => l.Entry.Value("untrusted")).OfType<string>().FirstOrDefault();
        var found = loaders.SelectMany(all.Datasets.Of).DistinctBy(s => s.Id).ToArray();
        foreach (var source in found)
        {
            var evidence = Sightings.At(at, $"reads {source.Name}", source.Confidence);
            all.Datasets.Record(source, all.Sightings, all.StoreRecorder, evidence);
            if (untrusted is not null)
                all.Reading.Tree.Recorder.Asset(source.Id, source.Name, evidence, ("untrustedInputs", new[] { untrusted }));
            yield return new Source(source.Id, source.Name, evidence, untrusted);
        }

        if (found.Length == 0 && untrusted is not null)
            yield return new Source(null, loaders[0].ShortName, Sightings.At(at, $"{loaders[0].ShortName} reads {untrusted}", Confidence.Likely), untrusted);
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

    // Something that is read; without an id if only what kind of thing it is is known.
    private sealed record Source(AssetId? Id, string Name, Evidence Evidence, string? Untrusted);
}
