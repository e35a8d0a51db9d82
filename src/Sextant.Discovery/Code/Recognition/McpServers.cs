using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Resolution;
using Sextant.Map;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>A server of the Model Context Protocol that code defines or connects to.</summary>
internal sealed record McpServerSeen(AssetId Id, string Name, string Transport, Match Match, string Command, string Pinned);

/// <summary>Says which servers of the Model Context Protocol a call means. Records nothing.</summary>
internal sealed class McpServers(CodeReading reading)
{
    private const int MaxDepth = 6;

    private static readonly string[] Runners = ["npx", "npm", "bunx", "uvx", "pipx", "pnpm", "yarn"];

    /// <summary>The server that a definition makes.</summary>
    public McpServerSeen Defined(Match match)
    {
        var name = reading.Text(reading.Argument(match, "name")) ?? (match.Symbol.Contains(ExtensionSymbol.Middle, StringComparison.Ordinal) ? Project(match) : match.Binding.Length > 0 ? match.Binding : match.ShortName);
        return new(reading.Tree.Local(AssetKind.McpServer, match.Path, name), name, "", match, "", "");
    }

    // A server that is only configured is called after its project.
    private string Project(Match match)
    {
        var folder = Applications.FolderOf(reading.Tree.Files, match.Path);
        var named = folder.Length > 0 ? folder : Sightings.Stem(match.Path);
        return named[(named.LastIndexOf('/') + 1)..];
    }

    /// <summary>The servers that a client connects to; empty if that is decided at run time.</summary>
    public IReadOnlyList<McpServerSeen> Connected(Match match)
    {
        if (reading.Argument(match, "client") is { } client)
            return [.. Inside(client, 0).Where(m => m != match).SelectMany(Connected), .. reading.Values(client).SelectMany(v => FromMap(v, match))];
        if (reading.Argument(match, "servers") is { } servers)
            return [.. reading.Values(servers).SelectMany(v => FromMap(v, match))];
        if (reading.Argument(match, "url") is { } url)
            return [.. reading.Texts(url).Select(t => ByUrl(t.Text, match)).OfType<McpServerSeen>()];
        if (reading.Argument(match, "command") is not { } command || Words(match, command) is not { Length: > 0 } words || words[0].Length == 0)
            return [];
        return ByCommand(words[0], words[1..], match) is { } server ? [server] : [];
    }

    /// <summary>The words of a command line: a program with a list of arguments, or all that a call is given one by one.</summary>
    private string[] Words(Match match, Located command)
    {
        if (reading.Text(command) is { } program)
            return [program, .. Rest(match).Select(i => reading.Text(i) ?? "")];
        foreach (var value in reading.Values(command))
        {
            if (value.Expression is Expression.Call made && reading.Code.SymbolOf(value.With(made.Callee)) is "os/exec.Command" or "os/exec.CommandContext")
                return [.. Given(value, made, made.Callee is Expression.Member { Id: "CommandContext" } ? 1 : 0).Select(i => reading.Text(i) ?? "")];
        }

        var listed = reading.Items(command).Select(i => reading.Text(i) ?? "").ToArray();
        return listed is [{ Length: > 0 }, ..] ? [.. listed, .. Rest(match).Select(i => reading.Text(i) ?? "")] : [];
    }

    private IEnumerable<Located> Rest(Match match)
    {
        if (reading.Argument(match, "args") is not { } list)
            return [];
        var at = match.Call is { } call && LanguageTraits.Of(match.Place.Unit.Language).OptionCalls ? IndexOf(call, list.Expression) : -1;
        return at >= 0 && match.Call is { } made ? Given(match.Place, made, at) : reading.Items(list);
    }

    private IEnumerable<Located> Given(Located place, Expression.Call call, int from) =>
        call.Arguments.Skip(from).SelectMany(a => a.Spread ? reading.Items(place.With(a.Value)) : [place.With(a.Value)]);

    private static int IndexOf(Expression.Call call, Expression value)
    {
        for (var i = 0; i < call.Arguments.Count; i++)
        {
            if (ReferenceEquals(call.Arguments[i].Value, value))
                return i;
        }

        return -1;
    }

    /// <summary>The servers that a map describes by their commands or addresses.</summary>
    public IEnumerable<McpServerSeen> Described(Located map) => FromMap(map, new Match(reading.Catalog.Recognitions[0], map, null, "", ""));

    // Parameters are often wrapped: connection parameters around server parameters around the command.
    private IEnumerable<Match> Inside(Located value, int depth)
    {
        if (depth > MaxDepth)
            return [];
        return reading.Values(value).SelectMany(one =>
        {
            if (reading.MatchAt(one, RecognitionKind.McpClient) is { } client)
                return [client];
            return one.Expression switch
            {
                Expression.Call call => call.Arguments.SelectMany(a => Inside(one.With(a.Value), depth + 1)),
                Expression.Sequence sequence => sequence.Items.SelectMany(i => Inside(one.With(i), depth + 1)),
                Expression.Operation { Operator: "lambda", Operands: [.., var body] } => Inside(one.With(body), depth + 1),
                _ => (IEnumerable<Match>)[],
            };
        });
    }

    private IEnumerable<McpServerSeen> FromMap(Located value, Match match)
    {
        if (value.Expression is not Expression.Mapping map)
            yield break;
        if (map["mcpServers"] is { } inner)
        {
            foreach (var server in reading.Values(value.With(inner)).SelectMany(v => FromMap(v, match)))
                yield return server;
            yield break;
        }

        var one = map["command"] is not null || map["url"] is not null || map["params"] is not null;
        foreach (var entry in one ? [value] : map.Entries.Select(e => value.With(e.Value)))
        {
            foreach (var described in reading.Values(entry))
            {
                if (described.Expression is Expression.Mapping server && Described(described, server, match) is { } seen)
                    yield return seen;
            }
        }
    }

    private McpServerSeen? Described(Located at, Expression.Mapping server, Match match)
    {
        if (server["url"] is { } url)
            return reading.Text(at.With(url)) is { } address ? ByUrl(address, match) : null;
        if (server["command"] is not { } command || reading.Text(at.With(command)) is not { } program)
            return null;
        var arguments = server["args"] is { } list ? reading.Items(at.With(list)).Select(i => reading.Text(i) ?? "").ToArray() : [];
        return ByCommand(program, arguments, match);
    }

    private static McpServerSeen? ByUrl(string url, Match match) => WebAddress.TryParse(url, out var web)
        ? new(AssetId.Of(AssetKind.McpServer, "url", web.Port is 80 or 443 ? web.Host : web.ToString()), web.Host, url.Contains("/sse", StringComparison.Ordinal) ? "sse" : "http", match, "", "")
        : null;

    private McpServerSeen? ByCommand(string program, string[] arguments, Match match)
    {
        var runner = program[(program.LastIndexOfAny(['/', '\\']) + 1)..];
        if (runner.EndsWith(".cmd", StringComparison.Ordinal))
            runner = runner[..^4];
        var words = arguments.Where(a => a.Length > 0 && !a.StartsWith('-')).ToArray();
        if (runner is "cmd.exe" or "cmd" && arguments is ["/c" or "/C", _, ..])
            return ByCommand(arguments[1], arguments[2..], match);
        if (runner is "docker" or "podman")
            return Image(words) is { } image ? Of(AssetId.Of(AssetKind.McpServer, "docker", image), image, "") : null;
        if (Runners.Contains(runner, StringComparer.Ordinal))
            return Package(runner, [.. words.Where(w => w is not ("run" or "dlx" or "exec"))]);
        var script = words.FirstOrDefault(w => w.EndsWith(".py", StringComparison.Ordinal) || w.EndsWith(".js", StringComparison.Ordinal) || w.EndsWith(".jar", StringComparison.Ordinal) || w.EndsWith(".ts", StringComparison.Ordinal));
        if (script is not null)
            return Of(reading.Tree.Local(AssetKind.McpServer, RepositoryPath.Resolve(reading.Tree.Files, match.Path, script)), script[(script.LastIndexOf('/') + 1)..], "");
        var module = Array.IndexOf(arguments, "-m") is >= 0 and var m && m + 1 < arguments.Length ? arguments[m + 1] : null;
        if (module is not null)
            return Of(AssetId.Of(AssetKind.McpServer, "pypi", module.Split('.')[0].Replace('_', '-')), module, "floating");
        return runner is "python" or "python3" or "node" or "uv" or "java" or "" || runner.Contains('{', StringComparison.Ordinal)
            ? null : Of(reading.Tree.Local(AssetKind.McpServer, "command", runner), runner, "");

        McpServerSeen Of(AssetId id, string name, string pinned) => new(id, name, "stdio", match, runner, pinned);

        McpServerSeen? Package(string by, string[] names)
        {
            if (names.Length == 0 || names[0].Contains('{', StringComparison.Ordinal))
                return null;
            var npm = by is "npx" or "npm" or "bunx" or "pnpm" or "yarn";
            var (name, version) = Versioned(names[0], npm);
            return Of(AssetId.Of(AssetKind.McpServer, npm ? "npm" : "pypi", name.ToLowerInvariant()), name, version is "" or "latest" ? "floating" : "version");
        }
    }

    private static string? Image(string[] words)
    {
        var image = words.SkipWhile(w => w is "run" or "exec").FirstOrDefault(w => !w.Contains('=', StringComparison.Ordinal) && (w.Contains('/', StringComparison.Ordinal) || w.Contains(':', StringComparison.Ordinal)))
            ?? words.Skip(1).LastOrDefault();
        return image?.Split(':')[0];
    }

    private static (string Name, string Version) Versioned(string package, bool npm)
    {
        var at = npm ? package.LastIndexOf('@') : package.IndexOf("==", StringComparison.Ordinal) is >= 0 and var eq ? eq : package.IndexOf('@', StringComparison.Ordinal);
        return at > 0 ? (package[..at], package[at..].TrimStart('@', '=')) : (package, "");
    }
}
