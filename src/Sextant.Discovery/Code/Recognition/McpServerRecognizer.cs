using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Code.Facts;
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
    public McpServerSeen? In(Located value)
    {
        foreach (var one in all.Reading.Values(value).SelectMany(Given))
        {
            if (all.Reading.MatchAt(one, Kind) is { } match)
                return servers.Defined(match);
            // What runs a server holds it.
            if (all.Reading.MatchAt(one, RecognitionKind.McpRun) is { } run && all.Reading.Argument(run, "server") is { } inner
                && all.Reading.Values(inner).Select(v => all.Reading.MatchAt(v, Kind)).OfType<Match>().FirstOrDefault() is { } held)
                return servers.Defined(held);
        }

        return null;
    }

    // A function that is asked for the server of each request.
    private IEnumerable<Located> Given(Located value) => value.Expression is Expression.Function function
        ? all.Reading.Values(value.With(new Expression.Call(function, [], function.Line)))
        : [value];

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
            all.Reading.Tree.Recorder.Asset(id, name, Sightings.At(at, $"listens on {address}"), ("binding", WithoutPort(address) is "0.0.0.0" or "::" or "[::]" or "" ? "all" : "loopback"));
    }

    // ":8080" listens everywhere.
    private static string WithoutPort(string address) =>
        address.LastIndexOf(':') is >= 0 and var colon && address.AsSpan(colon + 1) is { Length: > 0 } port && !port.ContainsAnyExceptInRange('0', '9') && address != "::" ? address[..colon] : address;
}
