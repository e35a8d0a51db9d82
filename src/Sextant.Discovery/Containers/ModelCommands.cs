using Sextant.Discovery.Configuration;
using Sextant.Discovery.Manifests;

namespace Sextant.Discovery.Containers;

/// <summary>A model that a command fetches.</summary>
/// <param name="Authority"><c>huggingface</c> or <c>ollama</c>.</param>
/// <param name="Name">Its name there.</param>
/// <param name="Pin">How firmly it is fixed.</param>
/// <param name="Line">The command's line, from 0.</param>
internal sealed record FetchedModel(string Authority, string Name, Pin Pin, int Line);

/// <summary>Finds the models that shell commands fetch.</summary>
internal static class ModelCommands
{
    private const string Hub = "huggingface.co/";

    public static IEnumerable<FetchedModel> In(IEnumerable<ShellCommand> commands) => commands.SelectMany(One);

    private static IEnumerable<FetchedModel> One(ShellCommand command)
    {
        var words = command.Words;
        for (var i = 0; i < words.Count; i++)
        {
            var name = words[i][(words[i].LastIndexOf('/') + 1)..];
            if (name == "ollama" && i + 2 < words.Count && words[i + 1] is "pull" or "run" && !words[i + 2].StartsWith('-'))
                yield return new FetchedModel("ollama", words[i + 2], Pin.Floating, command.Line);
            else if (name is "huggingface-cli" or "hf" && i + 2 < words.Count && words[i + 1] == "download" && Plain(words, i + 2) is { } model && !IsDataset(words))
                yield return new FetchedModel("huggingface", model, PinOf(ServerSettings.Argument(words, "--revision")), command.Line);
            else if (words[i].Contains(Hub, StringComparison.OrdinalIgnoreCase) && OfUrl(words[i], command.Line) is { } fetched)
                yield return fetched;
            else if (InCode(words[i], command.Line) is { } loaded)
                yield return loaded;
        }
    }

    private static bool IsDataset(IReadOnlyList<string> words) => ServerSettings.Argument(words, "--repo-type") == "dataset";

    private static string? Plain(IReadOnlyList<string> words, int from)
    {
        for (var i = from; i < words.Count; i++)
        {
            if (!words[i].StartsWith('-'))
                return words[i];
            if (!words[i].Contains('=', StringComparison.Ordinal) && words[i] is "--revision" or "--local-dir" or "--cache-dir" or "--token" or "--include" or "--exclude" or "--repo-type")
                i++;
        }

        return null;
    }

    // https://huggingface.co/ORG/NAME[/resolve/REVISION/FILE]
    private static FetchedModel? OfUrl(string url, int line)
    {
        var path = url[(url.IndexOf(Hub, StringComparison.OrdinalIgnoreCase) + Hub.Length)..].Split('?')[0].Split('/');
        if (path.Length < 2 || path[0] is "datasets" or "spaces" or "api" or "docs" or "" || path[1].Length == 0)
            return null;
        var name = path[1].EndsWith(".git", StringComparison.Ordinal) ? path[1][..^4] : path[1];
        return new FetchedModel("huggingface", $"{path[0]}/{name}", PinOf(path is [_, _, "resolve" or "raw" or "blob", var revision, ..] ? revision : null), line);
    }

    // python -c "… from_pretrained('org/name') …"
    private static FetchedModel? InCode(string word, int line)
    {
        foreach (var call in new[] { "from_pretrained(", "snapshot_download(", "SentenceTransformer(", "WhisperModel(" })
        {
            var at = word.IndexOf(call, StringComparison.Ordinal);
            var rest = at < 0 ? "" : word[(at + call.Length)..];
            var quote = rest.IndexOfAny(['\'', '"']);
            if (quote < 0 || rest[..quote].Trim() is not ("" or "repo_id=" or "model_name_or_path="))
                continue;
            var end = rest.IndexOf(rest[quote], quote + 1);
            var name = end < 0 ? "" : rest[(quote + 1)..end];
            if (name.Count('/') == 1 && !name.Contains(' ', StringComparison.Ordinal))
                return new FetchedModel("huggingface", name, Pin.Floating, line);
        }

        return null;
    }

    private static Pin PinOf(string? revision) => revision is not null && VersionText.IsCommit(revision) ? new Pin(revision, IsDigest: true) : Pin.Floating;
}
