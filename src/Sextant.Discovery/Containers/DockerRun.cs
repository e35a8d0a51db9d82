namespace Sextant.Discovery.Containers;

/// <summary>A <c>docker run</c> command line.</summary>
/// <param name="Image">The image.</param>
/// <param name="Arguments">What the container is started with.</param>
/// <param name="Variables">Names of variables that it is given.</param>
/// <param name="Mounts">Paths of the host that it may touch.</param>
/// <param name="Ports">Ports as they are written.</param>
/// <param name="Privileged">Whether it gets the host's rights.</param>
internal sealed record DockerRun(
    string Image, IReadOnlyList<string> Arguments, IReadOnlyList<string> Variables, IReadOnlyList<string> Mounts, IReadOnlyList<string> Ports, bool Privileged)
{
    private static readonly HashSet<string> Valued = new(StringComparer.Ordinal)
    {
        "-e", "--env", "-v", "--volume", "--mount", "--name", "--network", "--net", "-p", "--publish", "-w", "--workdir", "-u", "--user", "--entrypoint", "--env-file",
        "--platform", "--pull", "-l", "--label", "--add-host", "-m", "--memory", "--cpus", "--gpus", "--runtime", "--shm-size", "--ipc", "--pid", "--cap-add", "--cap-drop",
        "--device", "--restart", "-h", "--hostname", "--security-opt", "--tmpfs", "--ulimit", "--log-driver", "--dns", "--expose", "--group-add", "--volumes-from",
    };

    /// <summary>Reads a command line; null if it starts no container.</summary>
    public static DockerRun? Read(IReadOnlyList<string> words)
    {
        var at = 1;
        if (at < words.Count && words[at] == "container")
            at++;
        if (at >= words.Count || words[at] is not ("run" or "create"))
            return null;
        List<string> variables = [], mounts = [], ports = [];
        var privileged = false;
        for (at++; at < words.Count && words[at].StartsWith('-'); at++)
        {
            var equals = words[at].IndexOf('=', StringComparison.Ordinal);
            var option = equals > 0 ? words[at][..equals] : words[at];
            var value = equals > 0 ? words[at][(equals + 1)..] : Valued.Contains(option) && at + 1 < words.Count ? words[++at] : "";
            switch (option)
            {
                case "-e" or "--env":
                    variables.Add(value.Split('=')[0]);
                    break;
                case "-v" or "--volume" or "--mount":
                    mounts.Add(Source(value));
                    break;
                case "-p" or "--publish":
                    ports.Add(value);
                    break;
                case "--privileged":
                    privileged = value is "" or "true";
                    break;
            }
        }

        privileged |= mounts.Contains("/var/run/docker.sock", StringComparer.Ordinal);
        return at >= words.Count ? null : new DockerRun(words[at], [.. words.Skip(at + 1)], variables, mounts, ports, privileged);
    }

    // -v SOURCE:TARGET[:OPTIONS] with a drive letter in it at times; --mount type=bind,src=SOURCE,dst=TARGET.
    private static string Source(string mount)
    {
        foreach (var part in mount.Split(','))
        {
            if (part.StartsWith("src=", StringComparison.Ordinal) || part.StartsWith("source=", StringComparison.Ordinal))
                return part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..];
        }

        var colon = mount.IndexOf(':', mount.Length > 2 && mount[1] == ':' ? 2 : 0);
        return colon < 0 ? mount : mount[..colon];
    }
}
