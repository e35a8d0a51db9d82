using Sextant.Map;

namespace Sextant.Posture.Link;

/// <summary>
/// Joins a job with what is defined in the files that it runs: the job uses it, and its credentials, identity and trigger
/// are those under which it runs.
/// </summary>
public sealed class RunsLinker : IConcluder
{
    private static readonly AssetKind[] Runnable = [AssetKind.Pipeline, AssetKind.Agent, AssetKind.Notebook, AssetKind.Application];
    private static readonly string[] Inherited = ["trigger", "environment"];

    /// <inheritdoc/>
    public string Name => "link:runs";

    /// <inheritdoc/>
    public void Conclude(AssetMap map, IRecorder recorder)
    {
        var jobs = map.Assets.Where(a => a.Kind == AssetKind.Pipeline && a["runs"] is PropertyValue.Set).ToArray();
        if (jobs.Length == 0)
            return;
        var deductions = new Deductions(Name, map, recorder);
        var repositories = new Repositories(map);
        var defined = DefinedIn(map, repositories);
        foreach (var job in jobs)
        {
            foreach (var (path, asset) in Run(job, defined, repositories))
                Join(map, job, asset, path, deductions);
        }
    }

    private static IEnumerable<(string Path, Asset Asset)> Run(Asset job, ILookup<(string Repository, string Path), Asset> defined, Repositories repositories) =>
        job["runs"] is PropertyValue.Set runs && repositories.Of(job.Id) is { } repository
            ? runs.Members.SelectMany(path => defined[(repository, path)].Where(a => a.Id != job.Id).Select(a => (path, a)))
            : [];

    private static ILookup<(string Repository, string Path), Asset> DefinedIn(AssetMap map, Repositories repositories) =>
        map.Assets.Where(a => Runnable.Contains(a.Kind))
            .Select(a => (Asset: a, Repository: repositories.Of(a.Id)))
            .Where(a => a.Repository is not null)
            .SelectMany(a => a.Asset.Evidence.Where(e => !e.Collector.StartsWith("link:", StringComparison.Ordinal)).Select(e => e.Path)
                .Distinct(StringComparer.Ordinal).Select(path => (a.Asset, Key: (a.Repository ?? "", path))))
            .ToLookup(a => a.Key, a => a.Asset);

    private static void Join(AssetMap map, Asset job, Asset asset, string path, Deductions deductions)
    {
        deductions.Relate(job, RelationKind.Uses, asset, $"{job.Name} runs {path}, where {asset.Name} is.", Confidence.Likely, job.Surest, asset.Surest);
        if (asset.Kind == AssetKind.Application)
            return; // a job that runs one file of an application is not the application
        foreach (var held in map.Outgoing(job).Where(r => r.Kind is RelationKind.AuthenticatesWith or RelationKind.RunsAs))
            deductions.Relate(asset, held.Kind, held.To, $"{job.Name} runs it: {held.Because}", Confidence.Likely, held.Surest, job.Surest);
        if (asset.Kind != AssetKind.Pipeline)
            return;
        foreach (var facet in Inherited)
        {
            if (job[facet] is { } value)
                deductions.Facet(asset, facet, value, $"{job.Name} runs it.", Confidence.Likely, job.Surest);
        }
    }
}
