namespace Sextant.Discovery.Code.TypeScript;

/// <summary>Names of modules, as the runtimes write them, in one way.</summary>
internal static class ModuleNames
{
    private static readonly HashSet<string> OfRuntime = new(StringComparer.Ordinal)
    {
        "assert", "buffer", "child_process", "cluster", "crypto", "dgram", "dns", "events", "fs", "fs/promises", "http", "http2", "https", "module",
        "net", "os", "path", "process", "querystring", "readline", "readline/promises", "stream", "timers", "timers/promises", "tls", "tty", "url",
        "util", "v8", "vm", "worker_threads", "zlib",
    };

    private static readonly string[] Endings = [".js", ".mjs", ".cjs"];

    private static readonly string[] Registries = ["npm:", "jsr:", "https://esm.sh/", "https://cdn.skypack.dev/", "https://cdn.jsdelivr.net/npm/", "https://unpkg.com/"];

    /// <summary>Whether what a module of the runtime exports by default is the module itself.</summary>
    public static bool IsOfRuntime(string module) => OfRuntime.Contains(module);

    /// <summary>A module without what says nothing of it: <c>node:</c>, a registry, a version, the ending of a file in a package.</summary>
    public static string Plain(string module)
    {
        if (module.StartsWith("node:", StringComparison.Ordinal))
            return module[5..];
        if (module.StartsWith('.') || module.StartsWith('/'))
            return module;
        foreach (var registry in Registries)
        {
            if (module.StartsWith(registry, StringComparison.Ordinal))
                module = WithoutVersion(module[registry.Length..].TrimStart('/'));
        }

        if (module.IndexOf('/', StringComparison.Ordinal) < 0)
            return module;
        var ending = Array.Find(Endings, e => module.EndsWith(e, StringComparison.Ordinal));
        return ending is null ? module : module[..^ending.Length];
    }

    /// <summary>The name under which other files import a file.</summary>
    public static string Of(string path)
    {
        var dot = path.LastIndexOf('.');
        return dot > path.LastIndexOf('/') + 1 ? path[..dot] : path;
    }

    // openai@4.2/resources: the version goes, the rest stays.
    private static string WithoutVersion(string module)
    {
        var at = module.IndexOf('@', Math.Min(1, module.Length));
        if (at < 0)
            return module.Split('?')[0];
        var rest = module.IndexOf('/', at);
        return module[..at] + (rest < 0 ? "" : module[rest..].Split('?')[0]);
    }
}
