using Sextant.Discovery.Catalogs;
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
        if (CodeReading.Receiver(match) is not { } receiver || all.Mcp.In(receiver) is not { } server)
            return;
        var transport = all.Reading.Text(all.Reading.Argument(match, "transport")) switch
        {
            null => all.Reading.Argument(match, "transport") is { } made ? Made(made) : "stdio",
            "streamable-http" or "http" => "http",
            "sse" => "sse",
            "stdio" => "stdio",
            _ => null,
        };
        if (transport is not null)
            all.Reading.Tree.Recorder.Asset(server.Id, server.Name, Sightings.At(match, $"runs over {transport}"), ("transport", transport));
        all.Mcp.Bind(match, server.Id, servers.Defined(server.Match).Name, all.Reading.Argument(match, "host"));
    }

    // An object that carries the messages: new StdioServerTransport().
    private string? Made(Located transport) => all.Reading.Code.SymbolOf(transport) switch
    {
        { } symbol when symbol.EndsWith(".StdioServerTransport()", StringComparison.Ordinal) => "stdio",
        { } symbol when symbol.EndsWith(".SSEServerTransport()", StringComparison.Ordinal) => "sse",
        { } symbol when symbol.EndsWith("HTTPServerTransport()", StringComparison.Ordinal) => "http",
        _ => null,
    };
}
