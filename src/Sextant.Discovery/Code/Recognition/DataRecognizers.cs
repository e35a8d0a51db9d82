using Sextant.Discovery.Catalogs;
using Sextant.Map;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>Records data stores that code opens.</summary>
internal sealed class DataStoreRecognizer(Recognizers all) : IRecognizer
{
    public RecognitionKind Kind => RecognitionKind.DataStore;

    public void Recognize(Match match)
    {
        foreach (var store in all.Stores.Of(match))
        {
            var evidence = Sightings.At(match, $"{match.Symbol} opens {store.Name}", store.Confidence);
            all.StoreRecorder.Record(store, evidence);
            foreach (var access in match.Entry.All("access"))
                all.Sightings.UsedByApplication(access == "write" ? RelationKind.Writes : RelationKind.Reads, store.Id, $"This code opens {store.Name}.", evidence);
            if (match.Entry.All("access").Count == 0)
                all.Sightings.UsedByApplication(RelationKind.Reads, store.Id, $"This code opens {store.Name}.", evidence);
            Credential(store, evidence);
        }
    }

    private void Credential(DataStoreSeen store, Evidence evidence)
    {
        if (store.Variable is not { } variable)
            return;
        var secret = all.Reading.Tree.Local(AssetKind.Secret, "env", variable);
        all.Sightings.Shared(secret, variable, evidence, ("variable", variable));
        all.Sightings.UsedByApplication(RelationKind.AuthenticatesWith, secret, $"This code reads {variable} to connect.", evidence);
        all.Sightings.Relate(secret, RelationKind.Grants, store.Id, $"{variable} opens this store.", evidence);
    }
}

/// <summary>Records datasets that code loads, read by the training of the file or by the application.</summary>
internal sealed class DatasetRecognizer(Recognizers all) : IRecognizer
{
    public RecognitionKind Kind => RecognitionKind.Dataset;

    public void Recognize(Match match)
    {
        var index = all.Reading.IndexOf(match.Place.Unit);
        var trains = index.Matches.Exists(m => m.Entry.Kind == RecognitionKind.Training);
        if (match.Entry.Value("hub") is null && !trains)
            return;
        foreach (var data in all.Datasets.Of(match))
        {
            var evidence = Sightings.At(match, $"{match.Symbol} loads {data.Name}", data.Confidence);
            all.Datasets.Record(data, all.Sightings, all.StoreRecorder, evidence);
            if (trains)
                all.Sightings.Relate(all.Reading.Tree.Local(AssetKind.Pipeline, match.Path), RelationKind.Reads, data.Id, $"The training reads {data.Name}.", evidence);
            else
                all.Sightings.UsedByApplication(RelationKind.Reads, data.Id, $"This code loads {data.Name}.", evidence);
        }
    }
}

/// <summary>Records where training runs are recorded.</summary>
internal sealed class TrackerRecognizer(Recognizers all) : IRecognizer
{
    public RecognitionKind Kind => RecognitionKind.Tracker;

    public void Recognize(Match match)
    {
        var provider = match.Entry.Value("provider") ?? "unknown";
        var url = all.Reading.Text(all.Reading.Argument(match, "url"));
        var project = all.Reading.Text(all.Reading.Argument(match, "project"));
        var name = url is not null && WebAddress.TryParse(url, out var web) ? web.ToString() : project ?? "";
        if (name.Length == 0 || name.Contains("{}", StringComparison.Ordinal))
            return;
        var id = AssetId.Of(AssetKind.ExperimentTracker, provider, name);
        var evidence = Sightings.At(match, $"{match.Symbol} records runs in {name}");
        all.Sightings.Shared(id, name, evidence, ("provider", provider));
        all.Sightings.UsedByApplication(RelationKind.Uses, id, $"This code records its runs in {name}.", evidence);
    }
}

/// <summary>Records tests of a model's behaviour.</summary>
internal sealed class EvaluationRecognizer(Recognizers all) : IRecognizer
{
    public RecognitionKind Kind => RecognitionKind.Evaluation;

    public void Recognize(Match match)
    {
        var stem = Sightings.Stem(match.Path);
        var function = all.Reading.IndexOf(match.Place.Unit).Around(match.Place.Scope, Facts.ScopeKind.Function);
        var name = function is { Name.Length: > 0 } ? function.Name : stem[(stem.LastIndexOf('/') + 1)..];
        var id = all.Reading.Tree.Local(AssetKind.EvalSuite, stem, name);
        var evidence = Sightings.At(match, $"{match.Symbol} evaluates");
        all.Sightings.Defined(id, name, evidence, ("framework", match.Entry.Value("framework") ?? SymbolPath.Library(match.Symbol)));
        foreach (var model in all.Reading.Argument(match, "model") is { } argument ? all.Models.Of(argument, "plain", null) : [])
        {
            all.ModelRecorder.Record(model);
            all.Sightings.Relate(id, RelationKind.Uses, model.Id, $"The evaluation uses {model.Name}.", evidence);
        }

        if (all.Reading.Argument(match, "dataset") is not { } dataset)
            return;
        foreach (var data in all.Reading.Values(dataset).SelectMany(v => all.Reading.MatchesAt(v, RecognitionKind.Dataset)).SelectMany(all.Datasets.Of))
            all.Sightings.Relate(id, RelationKind.EvaluatedOn, data.Id, $"It measures on {data.Name}.", evidence);
    }
}
