using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Resolution;
using Sextant.Map;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>Records servers of the Model Context Protocol that code connects to.</summary>
internal sealed class McpClientRecognizer(Recognizers all, McpServers servers) : IRecognizer
{
    public RecognitionKind Kind => RecognitionKind.McpClient;

    public void Recognize(Match match)
    {
        foreach (var server in servers.Connected(match))
        {
            var evidence = Sightings.At(match, $"{match.Symbol} connects to {server.Name}");
            all.Mcp.Record(server, evidence);
            if (all.Reading.Argument(match, "approval") is { } said && Approvals.IsRequired(all.Reading, said) is { } approval)
                all.Reading.Tree.Recorder.Asset(server.Id, server.Name, evidence, ("approval", approval));
            all.Sightings.UsedByApplication(RelationKind.Uses, server.Id, $"This code connects to {server.Name}.", evidence);
        }
    }
}

/// <summary>Records how a server of the Model Context Protocol is run.</summary>
internal sealed class McpRunRecognizer(Recognizers all, McpServers servers) : IRecognizer
{
    public RecognitionKind Kind => RecognitionKind.McpRun;

    public void Recognize(Match match)
    {
        if ((all.Reading.Argument(match, "server") ?? CodeReading.Receiver(match)) is not { } receiver || all.Mcp.In(receiver) is not { } server)
            return;
        var given = all.Reading.Argument(match, "transport");
        var transport = all.Reading.Text(given) switch
        {
            null => match.Entry.Value("transport") ?? (given is { } made ? OfObject(made) : "stdio"),
            "streamable-http" or "http" => "http",
            "sse" => "sse",
            "stdio" => "stdio",
            _ => null,
        };

        if (transport is not null)
            all.Reading.Tree.Recorder.Asset(server.Id, server.Name, Sightings.At(match, $"runs over {transport}"), ("transport", transport));
        all.Mcp.Bind(match, server.Id, servers.Defined(server.Match).Name, all.Reading.Argument(match, "host"));
    }

    // An object that carries the messages says by its type how.
    private string? OfObject(Located transport) => all.Reading.Values(transport).Select(v => v.Expression switch
        {
            Expression.Call { Callee: Expression.Member member } => member.Id,
            Expression.Call { Callee: Expression.Name name } => name.Id,
            _ => "",
        })
        .Select(type => type.Contains("Stdio", StringComparison.Ordinal) ? "stdio" : type.Contains("Streamable", StringComparison.Ordinal) ? "http" : type.Contains("SSE", StringComparison.Ordinal) ? "sse" : null)
        .FirstOrDefault(t => t is not null);
}
