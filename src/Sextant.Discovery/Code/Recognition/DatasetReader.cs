using Sextant.Discovery.Code.Resolution;
using Sextant.Map;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>Data that code loads: a dataset of a hub or of the repository, or a data store.</summary>
internal sealed record DataSeen(AssetId Id, string Name, DataStoreSeen? Store, Match Match, Confidence Confidence);

/// <summary>Says what data a loading call reads.</summary>
internal sealed class DatasetReader(CodeReading reading, DataStoreReader stores)
{
    private static readonly string[] Formats = ["csv", "json", "parquet", "text", "imagefolder", "audiofolder", "arrow", "webdataset", "pandas"];

    /// <summary>The data that a call reads.</summary>
    public IEnumerable<DataSeen> Of(Match match)
    {
        var hub = match.Entry.Value("hub");
        foreach (var role in (string[])["files", "name", "source"])
        {
            if (reading.Argument(match, role) is not { } argument)
                continue;
            var seen = reading.Items(argument).SelectMany(reading.Texts).Concat(reading.Texts(argument)).Distinct()
                .Select(t => One(t, role == "name" ? hub : null, match)).OfType<DataSeen>().ToArray();
            if (seen.Length == 0)
                continue;
            foreach (var data in seen.DistinctBy(d => d.Id))
                yield return data;
            yield break;
        }
    }

    /// <summary>Records data as seen at a place.</summary>
    public void Record(DataSeen data, Sightings sightings, DataStoreRecorder recorder, Evidence evidence)
    {
        if (data.Store is { } store)
        {
            recorder.Record(store, evidence);
            return;
        }

        sightings.Shared(data.Id, data.Name, evidence);
        if (reading.IsFlag(reading.Argument(data.Match, "trustRemoteCode"), true))
            reading.Tree.Recorder.Asset(data.Id, data.Name, evidence, ("trustRemoteCode", true));
        if (reading.Text(reading.Argument(data.Match, "revision")) is { } revision)
            reading.Tree.Recorder.Asset(data.Id, data.Name, evidence, ("version", revision));
    }

    private DataSeen? One(ResolvedText text, string? hub, Match match)
    {
        var name = text.Text.Trim();
        if (name.Length is 0 or > 300 || name.Any(char.IsControl))
            return null;
        var confidence = text.Source is TextSource.Literal or TextSource.Constant ? Confidence.Certain : Confidence.Likely;
        if (stores.Uri(name, match, confidence) is { } store)
            return new(store.Id, store.Name, store, match, confidence);
        if (name.Contains("{}", StringComparison.Ordinal))
            return null;
        if (name.Contains("://", StringComparison.Ordinal))
            return WebAddress.TryParse(name, out var web) ? new(AssetId.Of(AssetKind.Dataset, "url", web.Host, Tail(name, web.Host)), $"{web.Host}/{Tail(name, web.Host)}".TrimEnd('/'), null, match, confidence) : null;
        if (hub is not null && !RepositoryPath.LooksLocal(name) && !Formats.Contains(name, StringComparer.Ordinal))
            return new(AssetId.Of(AssetKind.Dataset, hub, name), name, null, match, confidence);
        if (Formats.Contains(name, StringComparer.Ordinal) || name.Contains(' ', StringComparison.Ordinal))
            return null;
        var path = RepositoryPath.Resolve(reading.Tree.Files, match.Path, name);
        return path.Length == 0 ? null : new(reading.Tree.Local(AssetKind.Dataset, path), path[(path.LastIndexOf('/') + 1)..], null, match, confidence);
    }

    private static string Tail(string url, string host)
    {
        var at = url.IndexOf(host, StringComparison.OrdinalIgnoreCase) + host.Length;
        var slash = url.IndexOf('/', at);
        return slash < 0 ? "" : url[(slash + 1)..].Split('?', '#')[0];
    }
}
