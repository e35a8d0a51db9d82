using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Configuration;
using Sextant.Discovery.Containers;
using Sextant.Discovery.Manifests;

namespace Sextant.Discovery.Mcp;

/// <summary>
/// Finds out what a command line starts, by taking off what stands in front: shells, <c>env</c>, package runners, interpreters,
/// containers and bridges.
/// </summary>
internal sealed class LaunchReader(McpServerCatalog catalog)
{
    private const int MaxWrappers = 10;

    private readonly List<string> _variables = [];
    private List<string> _words = [];
    private string _directory = "";

    /// <summary>What the words start; null if there are none.</summary>
    public static LaunchedServer? Read(IEnumerable<string> words, McpServerCatalog catalog)
    {
        var reader = new LaunchReader(catalog) { _words = [.. words.Take(200).Where(w => w.Length > 0)] };
        for (var i = 0; i < MaxWrappers && reader._words.Count > 0; i++)
        {
            if (reader.Step() is { } server)
                return server with { Variables = [.. reader._variables, .. server.Variables], Directory = reader._directory };
        }

        return null;
    }

    private static string BaseName(string command)
    {
        var name = command[(command.LastIndexOfAny(['/', '\\']) + 1)..].ToLowerInvariant();
        return name.EndsWith(".exe", StringComparison.Ordinal) || name.EndsWith(".cmd", StringComparison.Ordinal) ? name[..^4] : name;
    }

    private LaunchedServer? Step()
    {
        var command = BaseName(_words[0]);
        switch (command)
        {
            case "cmd":
                return Rest(_words.FindIndex(w => w is "/c" or "/C" or "/k") + 1);
            case "sh" or "bash" or "zsh" or "powershell" or "pwsh":
                return Shell();
            case "env" or "cross-env":
                return Environment();
            case "op" or "dotenv" or "doppler" or "infisical" or "dotenvx" or "chamber" when _words.Contains("--"):
                return Rest(_words.IndexOf("--") + 1);
            case "sudo" or "exec" or "time" or "nohup":
                return Rest(1);
            case "npx" or "bunx" or "pnpx":
                return Npm(1);
            case "npm" or "pnpm" or "yarn" or "bun" when _words.Count > 1 && _words[1] is "exec" or "x" or "dlx":
                return Npm(2);
            case "uvx":
                return Python(1);
            case "uv":
                return Uv();
            case "pipx" when _words.Count > 1:
                return Python(2);
            case "docker" or "podman" or "nerdctl":
                return Container();
            case "deno":
                return Deno();
            case "node" or "tsx" or "ts-node" or "bun" or "python" or "python3" or "py" or "ruby" or "php" or "dotnet" or "go" or "java" or "poetry" or "rye" or "pdm" or "hatch":
                return Interpreter(command);
            default:
                return Binary();
        }
    }

    private LaunchedServer? Rest(int from)
    {
        _words = from <= 0 || from >= _words.Count ? [] : _words[from..];
        return null;
    }

    private LaunchedServer? Shell()
    {
        var option = _words.FindIndex(1, w => w is "-c" or "-lc" or "-ic" or "-Command" or "-command");
        if (option < 0 || option + 1 >= _words.Count)
            return _words.Count > 1 ? File(_words[1], 2) : Rest(0);
        foreach (var command in ShellWords.Split(_words[option + 1]))
        {
            if (command.Words is ["cd", var folder])
                _directory = folder;
            if (command.Words[0] is "cd" or "export" or "source" or "." or "set" or "pushd" or "mkdir" or "test" or "[")
                continue;
            _words = [.. command.Words];
            return null;
        }

        return Rest(0);
    }

    private LaunchedServer? Environment()
    {
        var at = 1;
        while (at < _words.Count && (_words[at].StartsWith('-') || _words[at].Contains('=', StringComparison.Ordinal)))
        {
            if (!_words[at].StartsWith('-'))
                _variables.Add(_words[at][.._words[at].IndexOf('=', StringComparison.Ordinal)]);
            at++;
        }

        return Rest(at);
    }

    private LaunchedServer? Npm(int at)
    {
        string? package = null;
        for (; at < _words.Count && _words[at].StartsWith('-'); at++)
        {
            if (_words[at] is "-p" or "--package" && at + 1 < _words.Count)
                package = _words[++at];
            else if (_words[at].StartsWith("--package=", StringComparison.Ordinal))
                package = _words[at][10..];
            else if (_words[at] is "--registry" or "--userconfig" or "--prefix" or "-c" or "--call")
                at++;
        }

        if (package is null && at >= _words.Count)
            return Rest(0);
        package ??= _words[at];
        if (package.StartsWith('.') || package.StartsWith('/'))
            return File(package, at + 1);
        if (package.StartsWith("github:", StringComparison.Ordinal) || package.Contains("://", StringComparison.Ordinal))
            return Git(package, at + 1);
        var version = package.LastIndexOf('@');
        var name = version > 0 ? package[..version] : package;
        var pin = version > 0 ? PackageJsonInspector.PinOf(package[(version + 1)..]) : Pin.Floating;
        return Bridged(new LaunchedServer { Ecosystem = "npm", Name = name.ToLowerInvariant(), Pin = pin, Arguments = After(at) });
    }

    private LaunchedServer? Uv()
    {
        for (var i = 1; i < _words.Count; i++)
        {
            if (_words[i] is "--directory" or "--project" && i + 1 < _words.Count)
                _directory = _words[++i];
            else if (_words[i] == "tool" && i + 1 < _words.Count && _words[i + 1] == "run")
                return Python(i + 2);
            else if (_words[i] == "run")
                return UvRun(i + 1);
        }

        return Rest(0);
    }

    private LaunchedServer? UvRun(int at)
    {
        string? with = null;
        for (; at < _words.Count && _words[at].StartsWith('-'); at++)
        {
            if (_words[at] is "--directory" or "--project" && at + 1 < _words.Count)
                _directory = _words[++at];
            else if (_words[at] is "--with" && at + 1 < _words.Count)
                with = _words[++at];
            else if (_words[at] is "--python" or "-p" or "--env-file" or "--extra" or "--group" or "--with-requirements" or "--with-editable")
                at++;
            else if (_words[at] is "--script" or "-s" or "-m" or "--module")
                break;
        }

        if (at < _words.Count && _words[at] is "-m" or "--module")
            _words.Insert(at, "python");
        // `uv run --with mcp mcp run server.py` starts the file; a package that only the runner is made of says less.
        if (at < _words.Count && _words[at] is "mcp" or "fastmcp" && _words.FindIndex(at, w => w.EndsWith(".py", StringComparison.Ordinal)) is > 0 and var file)
            return File(_words[file], file + 1);
        if (with is not null && at < _words.Count && !_words[at].EndsWith(".py", StringComparison.Ordinal) && !_words[at].StartsWith("python", StringComparison.Ordinal))
            return Package(with, at);
        return Rest(at);
    }

    private LaunchedServer? Python(int at)
    {
        string? package = null;
        for (; at < _words.Count && _words[at].StartsWith('-'); at++)
        {
            if (_words[at] is "--from" or "--spec" && at + 1 < _words.Count)
                package = _words[++at];
            else if (_words[at] is "--with" or "--python" or "-p" or "--index-url" or "--index" or "--extra-index-url" or "--default-index" or "--env-file" or "--constraints")
                at++;
        }

        return package is null && at >= _words.Count ? Rest(0) : Package(package ?? _words[at], at);
    }

    private LaunchedServer? Package(string package, int at)
    {
        if (package.StartsWith("git+", StringComparison.Ordinal) || package.Contains("://", StringComparison.Ordinal))
            return Git(package, at + 1);
        if (package.StartsWith('.') || package.StartsWith('/') || package.StartsWith('~'))
            return File(package, at + 1);
        var version = package.IndexOf('@', StringComparison.Ordinal);
        var pin = version > 0 ? PackageJsonInspector.PinOf(package[(version + 1)..]) : Pin.Floating;
        var name = version > 0 ? package[..version] : package;
        if (PythonRequirement.TryParse(name, out var requirement))
            (name, pin) = (requirement.Name, version > 0 ? pin : requirement.Pin);
        return Bridged(new LaunchedServer { Ecosystem = "pypi", Name = AiPackages.Normalise("pypi", name), Pin = pin, Arguments = After(at) });
    }

    private LaunchedServer? Deno()
    {
        var at = _words.FindIndex(1, w => !w.StartsWith('-') && w != "run");
        if (at < 0)
            return Rest(0);
        var name = _words[at];
        if (!name.StartsWith("npm:", StringComparison.Ordinal))
            return name.Contains("://", StringComparison.Ordinal) ? Git(name, at + 1) : File(name, at + 1);
        _words[at] = name[4..];
        return Npm(at);
    }

    private LaunchedServer? Interpreter(string command)
    {
        var module = _words.IndexOf("-m");
        if (module > 0 && module + 1 < _words.Count && command.StartsWith("py", StringComparison.Ordinal))
            return new LaunchedServer { Ecosystem = "module", Name = _words[module + 1], Arguments = After(module + 1) };
        if (command is "poetry" or "rye" or "pdm" or "hatch" or "bun" or "dotnet" or "go" && _words.Count > 2 && _words[1] == "run")
        {
            var project = _words.IndexOf("--project");
            return command is "dotnet" or "go" or "bun" ? File(project > 0 && project + 1 < _words.Count ? _words[project + 1] : _words[2], 3) : Rest(2);
        }

        if (command == "java" && _words.IndexOf("-jar") is > 0 and var jar && jar + 1 < _words.Count)
            return File(_words[jar + 1], jar + 2);
        var file = _words.FindIndex(1, w => !w.StartsWith('-'));
        return file < 0 ? Rest(0) : File(_words[file], file + 1);
    }

    private LaunchedServer? Container()
    {
        if (DockerRun.Read(_words) is not { } run)
            return Binary();
        _variables.AddRange(run.Variables);
        var image = ImageReference.Parse(run.Image);
        return new LaunchedServer
        {
            Ecosystem = "docker", Name = image.Name, Pin = new Pin(image.Tag, image.Digest.Length > 0), Arguments = run.Arguments, Mounts = run.Mounts, Privileged = run.Privileged,
        };
    }

    // A bridge stands in front of the server that matters: an address, or a command of its own.
    private LaunchedServer? Bridged(LaunchedServer server)
    {
        if (catalog.Find(server.Ecosystem, server.Name) is not { IsBridge: true })
            return server;
        if (server.Arguments.FirstOrDefault(a => a.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || a.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) is { } url)
            return server with { Ecosystem = "url", Name = url, Pin = null };
        var stdio = server.Arguments.ToList().IndexOf("--stdio");
        if (stdio < 0 || stdio + 1 >= server.Arguments.Count || ShellWords.Split(server.Arguments[stdio + 1]) is not { Count: > 0 } commands)
            return server;
        _words = [.. commands[0].Words];
        return null;
    }

    private LaunchedServer Git(string address, int after)
    {
        var clean = address.StartsWith("git+", StringComparison.Ordinal) ? address[4..] : address;
        clean = clean.Replace("github:", "github.com/", StringComparison.Ordinal);
        var scheme = clean.IndexOf("://", StringComparison.Ordinal);
        clean = scheme < 0 ? clean : clean[(scheme + 3)..];
        var user = clean.IndexOf('@', StringComparison.Ordinal);
        var slash = clean.IndexOf('/', StringComparison.Ordinal);
        if (user >= 0 && user < slash)
            clean = clean[(user + 1)..];
        var end = clean.IndexOfAny(['#', '?']);
        var fragment = end < 0 ? "" : clean[(end + 1)..];
        clean = end < 0 ? clean : clean[..end];
        var at = clean.LastIndexOf('@');
        var revision = at > 0 ? clean[(at + 1)..] : fragment;
        var name = (at > 0 ? clean[..at] : clean).TrimEnd('/');
        name = name.EndsWith(".git", StringComparison.Ordinal) ? name[..^4] : name;
        return new LaunchedServer
        {
            Ecosystem = "git", Name = name, Pin = VersionText.IsCommit(revision) ? new Pin(revision, IsDigest: true) : Pin.Floating, Arguments = _words.Skip(after).ToArray(),
        };
    }

    private LaunchedServer File(string path, int after) => new() { Ecosystem = "file", Name = path, Arguments = _words.Skip(after).ToArray() };

    private LaunchedServer Binary() => new() { Ecosystem = "binary", Name = string.Join(' ', _words.Take(1)), Arguments = After(0) };

    private string[] After(int at) => [.. _words.Skip(at + 1)];
}
