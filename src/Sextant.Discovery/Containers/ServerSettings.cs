using Sextant.Discovery.Catalogs;
using Sextant.Map;

namespace Sextant.Discovery.Containers;

/// <summary>How a known server is started: where it listens, what it serves, and whether it asks who calls.</summary>
internal sealed record ServerSettings
{
    public required int Port { get; init; }

    public IReadOnlyList<string> Models { get; init; } = [];

    /// <summary>The facet <c>authentication</c>; null if unknown.</summary>
    public string? Authentication { get; init; }

    public Confidence AuthenticationConfidence { get; init; }

    public string AuthenticationBecause { get; init; } = "";

    public bool? TrustRemoteCode { get; init; }

    public bool Loopback { get; init; }

    /// <summary>Reads a server's settings.</summary>
    /// <param name="server">The server.</param>
    /// <param name="words">The words after its command, or a container's arguments.</param>
    /// <param name="variable">The value of a variable; empty if it is set to an unknown one, null if it is not set.</param>
    /// <param name="image">The image's name, for servers whose image is their model.</param>
    public static ServerSettings Of(InferenceServer server, IReadOnlyList<string> words, Func<string, string?> variable, string image = "")
    {
        var models = server.ModelArguments.Select(a => Argument(words, a)).Concat(server.ModelVariables.Select(variable)).OfType<string>().Where(m => m.Length > 0).Take(1).ToList();
        if (models.Count == 0 && server.PositionalModel && words.Count > 0 && !words[0].StartsWith('-'))
            models.Add(words[0]);
        if (models.Count == 0 && server.ImageIsModel && server.Images.FirstOrDefault(i => image.StartsWith(i, StringComparison.OrdinalIgnoreCase)) is { } prefix)
            models.Add(image[prefix.Length..]);
        var port = server.PortArguments.Select(a => Argument(words, a)).OfType<string>().FirstOrDefault();
        var (authentication, confidence, because) = AuthenticationOf(server, words, variable);
        return new ServerSettings
        {
            Port = int.TryParse(port, out var number) && number is > 0 and < 65536 ? number : server.Port,
            Models = models,
            Authentication = authentication,
            AuthenticationConfidence = confidence,
            AuthenticationBecause = because,
            TrustRemoteCode = words.Contains("--trust-remote-code") || words.Contains("--trust_remote_code") || variable("TRUST_REMOTE_CODE") is "true" or "1" ? true : null,
            Loopback = Argument(words, "--host") is "127.0.0.1" or "localhost" or "::1",
        };
    }

    /// <summary>The value of an argument, as <c>--name value</c> or <c>--name=value</c>; empty if it has none, null if it is not there.</summary>
    public static string? Argument(IReadOnlyList<string> words, string name)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] == name)
                return i + 1 < words.Count && !words[i + 1].StartsWith('-') ? words[i + 1] : "";
            if (words[i].Length > name.Length && words[i][name.Length] == '=' && words[i].StartsWith(name, StringComparison.Ordinal))
                return words[i][(name.Length + 1)..];
        }

        return null;
    }

    private static (string? Value, Confidence Confidence, string Because) AuthenticationOf(InferenceServer server, IReadOnlyList<string> words, Func<string, string?> variable)
    {
        if (server.AuthenticationDisabledBy.FirstOrDefault(s => IsSet(s, words, variable)) is { } off)
            return ("none", Confidence.Certain, $"{off} switches its authentication off");
        if (server.AuthenticationArguments.Concat(server.AuthenticationVariables).FirstOrDefault(s => IsSet(s, words, variable)) is { } on)
            return (on.Contains("KEY", StringComparison.OrdinalIgnoreCase) ? "key" : on.Contains("TOKEN", StringComparison.OrdinalIgnoreCase) ? "token" : "password", Confidence.Certain, $"{on} is set");
        return server.AuthenticationOtherwise switch
        {
            "none" => ("none", Confidence.Certain, $"{server.Name} has no authentication of its own"),
            "off" => ("none", Confidence.Likely, $"{server.Name} asks for nothing unless a setting says so, and none does here"),
            "on" => ("password", Confidence.Likely, $"{server.Name} asks for a sign-in by default"),
            _ => (null, Confidence.Possible, ""),
        };
    }

    // "NAME=value" asks for the value, "NAME" for any that is not empty; "--name=" for an argument set to nothing.
    private static bool IsSet(string setting, IReadOnlyList<string> words, Func<string, string?> variable)
    {
        if (setting.StartsWith('-'))
            return setting.EndsWith('=') ? words.Any(w => w == setting || w == $"{setting}''" || w == $"{setting}\"\"") : Argument(words, setting) is not null;
        var equals = setting.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? variable(setting) is { Length: > 0 } : string.Equals(variable(setting[..equals]), setting[(equals + 1)..], StringComparison.OrdinalIgnoreCase);
    }
}
