using Sextant.Discovery.Code.Recognition;
using Sextant.Discovery.Configuration;
using Sextant.Map;

namespace Sextant.Discovery.Code.Jvm.Settings;

/// <summary>Records the servers of the Model Context Protocol that settings define or connect to.</summary>
internal sealed class ServerSettings(InspectedFile file)
{
    private const string SpringClient = "spring.ai.mcp.client.";
    private const string QuarkusClient = "quarkus.langchain4j.mcp.";

    public void Record(IReadOnlyList<Setting> settings)
    {
        foreach (var setting in settings)
        {
            if (setting.Key is "spring.ai.mcp.server.name" or "quarkus.mcp.server.server-info.name" && setting.Constant is { Length: > 0 } name)
                Defined(setting, name, settings);
            else if (IsAddress(setting.Key) && setting.Constant is { } text && WebAddress.TryParse(text, out var web))
                Connected(AssetId.Of(AssetKind.McpServer, "url", web.Port is 80 or 443 ? web.Host : web.ToString()), web.Host, setting, setting.Key.Contains("sse", StringComparison.Ordinal) ? "sse" : "http", "");
            else if (IsCommand(setting.Key))
                Started(setting, settings);
        }
    }

    private void Defined(Setting setting, string name, IReadOnlyList<Setting> settings)
    {
        var stdio = settings.Any(s => s.Key == "spring.ai.mcp.server.stdio" && s.Value == "true");
        var protocol = settings.FirstOrDefault(s => s.Key == "spring.ai.mcp.server.protocol").Value;
        var transport = stdio ? "stdio" : protocol?.ToUpperInvariant() is "STREAMABLE" or "STATELESS" ? "http" : "sse";
        var evidence = file.At(setting.Line, $"{setting.Key} is {name}");
        var id = file.Asset(file.Tree.Local(AssetKind.McpServer, file.Path, name), name, evidence, new Facets { { "transport", transport } });
        file.Relate(id, RelationKind.DefinedIn, file.Application, $"{name} is defined in this code.", evidence);
    }

    private static bool IsAddress(string key) =>
        key.EndsWith(".url", StringComparison.Ordinal) && (key.StartsWith(SpringClient + "sse.connections.", StringComparison.Ordinal)
            || key.StartsWith(SpringClient + "streamable-http.connections.", StringComparison.Ordinal) || key.StartsWith(QuarkusClient, StringComparison.Ordinal));

    private static bool IsCommand(string key) =>
        key.StartsWith(SpringClient + "stdio.connections.", StringComparison.Ordinal) && key.EndsWith(".command", StringComparison.Ordinal)
        || key.StartsWith(QuarkusClient, StringComparison.Ordinal) && (key.EndsWith(".command", StringComparison.Ordinal) || key.EndsWith(".command[0]", StringComparison.Ordinal));

    private void Started(Setting command, IReadOnlyList<Setting> settings)
    {
        var stem = command.Key[..command.Key.LastIndexOf('.')];
        var words = new[] { command }.Concat(settings.Where(s => s.Key.StartsWith(stem + ".args", StringComparison.Ordinal) || s.Key.StartsWith(stem + ".command[", StringComparison.Ordinal) && s != command))
            .SelectMany(s => s.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToArray();
        if (words.Length == 0)
            return;
        var runner = words[0][(words[0].LastIndexOfAny(['/', '\\']) + 1)..];
        var npm = runner is "npx" or "npm" or "bunx" or "pnpm";
        var package = words.Skip(1).FirstOrDefault(w => !w.StartsWith('-') && w is not ("exec" or "run" or "dlx"));
        if (package is null || package.Contains('$', StringComparison.Ordinal) || !npm && runner is not ("uvx" or "pipx"))
            return;
        var version = package.LastIndexOf('@');
        var name = version > 0 ? package[..version] : package;
        Connected(AssetId.Of(AssetKind.McpServer, npm ? "npm" : "pypi", name.ToLowerInvariant()), name, command, "stdio", version > 0 && !package.EndsWith("@latest", StringComparison.Ordinal) ? "version" : "floating");
    }

    private void Connected(AssetId id, string name, Setting setting, string transport, string pinned)
    {
        var evidence = file.At(setting.Line, $"{setting.Key} connects to {name}");
        file.Asset(id, name, evidence, new Facets { { "transport", transport }, { "pinned", pinned } });
        if (Sightings.Counts(evidence))
            file.Relate(file.Application, RelationKind.Uses, id, $"The application is configured to connect to {name}.", evidence);
    }
}
