using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Code.Resolution;
using Sextant.Map;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>Records servers of the Model Context Protocol that code defines.</summary>
internal sealed class McpServerRecognizer(Recognizers all, McpServers servers) : IRecognizer
{
    public RecognitionKind Kind => RecognitionKind.McpServer;

    public void Recognize(Match match)
    {
        var server = servers.Defined(match);
        var evidence = Sightings.At(match, $"{match.Symbol} defines the server {server.Name}");
        all.Sightings.Defined(server.Id, server.Name, evidence, ("language", match.Place.Unit.Language));
        if (all.Reading.Argument(match, "authentication") is not null)
            all.Reading.Tree.Recorder.Asset(server.Id, server.Name, evidence, ("authentication", "token"));
        Bind(match, server.Id, server.Name, all.Reading.Argument(match, "host"));
    }

    /// <summary>The server that a value is; null if it is none.</summary>
    public McpServerSeen? In(Located value) =>
        all.Reading.Values(value).Select(v => all.Reading.MatchAt(v, Kind)).OfType<Match>().Select(servers.Defined).FirstOrDefault();

    /// <summary>The server that a definition makes.</summary>
    public McpServerSeen Seen(Match match) => servers.Defined(match);

    /// <summary>Records a server that is connected to.</summary>
    public void Record(McpServerSeen server, Evidence evidence)
    {
        all.Sightings.Shared(server.Id, server.Name, evidence, ("transport", server.Transport.Length > 0 ? server.Transport : "stdio"));
        if (server.Pinned.Length > 0)
            all.Reading.Tree.Recorder.Asset(server.Id, server.Name, evidence, ("pinned", server.Pinned));
    }

    /// <summary>Records on which addresses a server listens.</summary>
    public void Bind(Match at, AssetId id, string name, Located? host)
    {
        if (all.Reading.Text(host) is { } address)
            all.Reading.Tree.Recorder.Asset(id, name, Sightings.At(at, $"listens on {address}"), ("binding", address is "0.0.0.0" or "::" or "" ? "all" : "loopback"));
    }
}
