using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Resolution;
using Sextant.Map;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>Records training: the pipeline of the file, the models that come out, what they learn from and start from.</summary>
internal sealed class TrainingRecognizer(Recognizers all) : IRecognizer
{
    private const int MaxDepth = 6;

    public RecognitionKind Kind => RecognitionKind.Training;

    public void Recognize(Match match)
    {
        var pipeline = all.Reading.Tree.Local(AssetKind.Pipeline, match.Path);
        var evidence = Sightings.At(match, $"{match.Symbol} trains");
        var file = match.Path[(match.Path.LastIndexOf('/') + 1)..];
        all.Sightings.Defined(pipeline, file, evidence, ("language", match.Place.Unit.Language));
        var bases = Bases(match).DistinctBy(b => b.Id).ToArray();
        foreach (var start in bases)
        {
            all.ModelRecorder.Record(start);
            all.Sightings.Relate(pipeline, RelationKind.Uses, start.Id, $"The training starts from {start.Name}.", evidence);
        }

        var data = Data(match).DistinctBy(d => d.Data.Id).ToArray();
        foreach (var (id, name) in Outputs(match).Distinct())
            Produced(match, id, name, pipeline, bases, data, evidence);
    }

    private void Produced(Match match, AssetId id, string name, AssetId pipeline, ModelSeen[] bases, (DataSeen Data, Confidence Confidence)[] data, Evidence evidence)
    {
        var type = match.Entry.Value("type") is { } known ? [("modelType", known)] : (ReadOnlySpan<(string, PropertyValue)>)[];
        all.Sightings.Shared(id, name, evidence, type);
        all.Sightings.Relate(id, RelationKind.ProducedBy, pipeline, $"{name} is what this training writes.", evidence);
        foreach (var start in bases.Where(b => b.Id != id))
            all.Sightings.Relate(id, RelationKind.FineTunedFrom, start.Id, $"{name} starts from {start.Name}.", evidence);
        foreach (var (seen, confidence) in data)
        {
            all.Datasets.Record(seen, all.Sightings, all.StoreRecorder, evidence with { Confidence = confidence });
            all.Sightings.Relate(id, RelationKind.TrainedOn, seen.Id, $"{name} learns from {seen.Name}.", evidence with { Confidence = confidence });
        }
    }

    private IEnumerable<ModelSeen> Bases(Match match)
    {
        var trainers = Makers(match);
        foreach (var (maker, role) in trainers.SelectMany(m => new[] { (m, "base"), (m, "model") }))
        {
            if (all.Reading.Argument(maker, role) is not { } argument)
                continue;
            var slug = maker.Entry.Value("provider");
            var provider = slug is null ? null : all.Reading.Catalog.Providers.Find(slug);
            foreach (var model in role == "base" || provider is not null ? all.Models.Of(argument, provider is null ? "huggingface" : "plain", provider) : all.Models.Objects(argument))
                yield return model;
        }
    }

    // trainer.train() trains what the trainer was made with; both are recognized.
    private IEnumerable<Match> Makers(Match match)
    {
        yield return match;
        if (CodeReading.Receiver(match) is not { } receiver)
            yield break;
        foreach (var maker in all.Reading.Values(receiver).SelectMany(v => all.Reading.MatchesAt(v, RecognitionKind.Training)))
            yield return maker;
    }

    private IEnumerable<(DataSeen Data, Confidence Confidence)> Data(Match match)
    {
        var direct = Makers(match).Select(m => all.Reading.Argument(m, "dataset")).OfType<Located>().SelectMany(d => Loaded(d, 0)).ToArray();
        if (direct.Length > 0)
            return direct.SelectMany(all.Datasets.Of).Select(d => (d, d.Confidence));
        return all.Reading.IndexOf(match.Place.Unit).Matches.Where(m => m.Entry.Kind == RecognitionKind.Dataset)
            .SelectMany(all.Datasets.Of).Select(d => (d, Confidence.Likely));
    }

    private IEnumerable<Match> Loaded(Located value, int depth)
    {
        if (depth > MaxDepth)
            return [];
        return all.Reading.Values(value).SelectMany(one =>
        {
            var loads = all.Reading.MatchesAt(one, RecognitionKind.Dataset).ToArray();
            return loads.Length > 0 ? loads : Inner(one).SelectMany(i => Loaded(one.With(i), depth + 1));
        });
    }

    private static IEnumerable<Expression> Inner(Located value) => value.Expression switch
    {
        Expression.Call { Callee: Expression.Member method } call => call.Arguments.Select(a => a.Value).Append(method.Target),
        Expression.Call call => call.Arguments.Select(a => a.Value),
        Expression.Element element => [element.Target],
        Expression.Member member => [member.Target],
        Expression.Operation { Operands: var operands } => operands,
        _ => [],
    };

    private IEnumerable<(AssetId Id, string Name)> Outputs(Match match)
    {
        var saves = all.Reading.IndexOf(match.Place.Unit).Matches.Where(m => m.Entry.Kind == RecognitionKind.Save).SelectMany(Saved).ToArray();
        if (saves.Length > 0)
            return saves;
        return Makers(match).Select(m => all.Reading.Argument(m, "output")).OfType<Located>()
            .SelectMany(o => all.Reading.Values(o).SelectMany(v => v.Expression is Expression.Call ? Folder(v) : all.Reading.Texts(v).Select(t => t.Text)))
            .Where(t => t.Length > 0 && !t.Contains("{}", StringComparison.Ordinal)).Select(t => Stored(t, match));
    }

    // TrainingArguments(output_dir="…") is given to the trainer as its args.
    private IEnumerable<string> Folder(Located arguments) =>
        arguments.Expression is Expression.Call call && call.Argument("output_dir", 0) is { } folder ? all.Reading.Texts(arguments.With(folder)).Select(t => t.Text) : [];

    private IEnumerable<(AssetId Id, string Name)> Saved(Match save)
    {
        if (all.Reading.Argument(save, "name") is { } named && save.Entry.Value("hub") is { } hub)
            return all.Reading.Texts(named).Where(t => !t.Text.Contains("{}", StringComparison.Ordinal)).Select(t => (WellKnown.Model(hub, t.Text), t.Text));
        return all.Reading.Argument(save, "path") is { } path
            ? all.Reading.Paths(path).Where(t => t.Text.Length > 0 && !t.Text.Contains("{}", StringComparison.Ordinal)).Select(t => Stored(t.Text, save)) : [];
    }

    private (AssetId Id, string Name) Stored(string text, Match match)
    {
        var path = text.TrimEnd('/');
        var name = path[(path.LastIndexOf('/') + 1)..];
        return path.StartsWith("s3://", StringComparison.Ordinal)
            ? (AssetId.Of(AssetKind.Model, "s3", path[5..]), name)
            : (all.Reading.Tree.Local(AssetKind.Model, RepositoryPath.Resolve(all.Reading.Tree.Files, match.Path, path)), name);
    }
}
