using Sextant.Discovery.Configuration;
using Sextant.Discovery.Containers;
using Sextant.Discovery.Reading;
using Sextant.Map;

namespace Sextant.Discovery.Workflows;

/// <summary>Finds what the shell text of a pipeline's step runs and moves. Runs nothing.</summary>
internal static class RunScripts
{
    private static readonly string[] Wrappers = ["uv", "poetry", "pipenv", "pdm", "rye", "hatch", "sudo", "time", "nohup", "exec", "xvfb-run", "conda", "mamba", "run", "env", "nice", "coverage"];
    private static readonly string[] Interpreters = ["bash", "sh", "zsh", "node", "tsx", "ts-node", "npx", "deno", "bun", "ruby", "torchrun", "accelerate", "deepspeed", "papermill", "launch", "streamlit", "ipython", "Rscript", "pwsh"];
    private static readonly string[] Endings = [".py", ".sh", ".js", ".ts", ".mjs", ".ipynb", ".rb", ".R", ".ps1"];

    /// <summary>The file of the repository that a command runs; null if it runs none.</summary>
    public static string? FileOf(IReadOnlyList<string> words, string folder, IFileSource files)
    {
        var at = 0;
        while (at < words.Count && (Wrappers.Contains(words[at], StringComparer.Ordinal) || words[at].Contains('=', StringComparison.Ordinal) && !words[at].StartsWith('-')))
            at++;
        if (at >= words.Count)
            return null;
        var command = words[at][(words[at].LastIndexOf('/') + 1)..];
        if (command.StartsWith("python", StringComparison.Ordinal) || Interpreters.Contains(command, StringComparer.Ordinal))
            return Argument(words, at + 1, folder, files);
        return Existing(words[at], folder, files);
    }

    private static string? Argument(IReadOnlyList<string> words, int at, string folder, IFileSource files)
    {
        for (var i = at; i < words.Count; i++)
        {
            if (words[i] is "-m" && i + 1 < words.Count)
                return Module(words[i + 1], folder, files) ?? (words[i + 1] is "torch.distributed.run" or "accelerate.commands.launch" or "coverage" or "cProfile" ? Argument(words, i + 2, folder, files) : null);
            if (words[i] is "-c" or "-e")
                return null;
            if (!words[i].StartsWith('-') && Array.Exists(Endings, words[i].EndsWith) && Existing(words[i], folder, files) is { } file)
                return file;
        }

        return null;
    }

    private static string? Module(string module, string folder, IFileSource files)
    {
        var path = module.Replace('.', '/');
        foreach (var candidate in new[] { $"{path}.py", $"{path}/__main__.py", $"src/{path}.py", $"src/{path}/__main__.py" })
        {
            if (Existing(candidate, folder, files) is { } file)
                return file;
        }

        return null;
    }

    private static string? Existing(string path, string folder, IFileSource files) =>
        Array.Exists(Endings, path.EndsWith) && RelativePath.Resolve(folder, path) is { } resolved && files.Exists(resolved) ? resolved : null;

    /// <summary>The buckets that a command reads and writes, with how sure the direction is.</summary>
    public static IEnumerable<(AssetId Bucket, bool Writes, Confidence Confidence)> Buckets(IReadOnlyList<string> words)
    {
        var copies = words is ["aws", "s3", "cp" or "sync" or "mv", ..] or ["gsutil", ..] or ["gcloud", "storage", ..] or ["s5cmd", ..] or ["azcopy", ..];
        var places = copies ? words.Where(w => !w.StartsWith('-')).ToArray() : [];
        for (var i = 0; i < words.Count; i++)
        {
            if (BucketOf(words[i]) is not { } bucket)
                continue;
            if (copies)
                yield return (bucket, places.Length > 0 && places[^1] == words[i], Confidence.Certain);
            else
                yield return (bucket, IsOutput(words[i].Contains('=', StringComparison.Ordinal) ? words[i].Split('=')[0] : i > 0 ? words[i - 1] : ""), Confidence.Likely);
        }
    }

    /// <summary>The bucket of an address; null if it is none or its name is decided at run time.</summary>
    public static AssetId? BucketOf(string text)
    {
        foreach (var (scheme, service) in new[] { ("s3://", "s3"), ("gs://", "gcs") })
        {
            var at = text.IndexOf(scheme, StringComparison.Ordinal);
            if (at < 0)
                continue;
            var name = text[(at + scheme.Length)..].Split('/', '"', '\'', ' ')[0];
            if (name.Length is > 2 and < 64 && !name.Contains('$', StringComparison.Ordinal) && !name.Contains('{', StringComparison.Ordinal))
                return WellKnown.Bucket(service, name);
        }

        return null;
    }

    private static bool IsOutput(string argument) =>
        argument.Contains("out", StringComparison.OrdinalIgnoreCase) || argument.Contains("dest", StringComparison.OrdinalIgnoreCase) || argument.Contains("save", StringComparison.OrdinalIgnoreCase)
        || argument.Contains("upload", StringComparison.OrdinalIgnoreCase) || argument.Contains("artifact", StringComparison.OrdinalIgnoreCase);

    /// <summary>The models that the commands fetch.</summary>
    public static IEnumerable<FetchedModel> Models(IEnumerable<ShellCommand> commands) => ModelCommands.In(commands);
}
