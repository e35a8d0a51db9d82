using Sextant.Documents;
using Sextant.Map;

namespace Sextant.Discovery.Catalogs;

/// <summary>A server that runs, stores or manages AI, as containers and commands start it.</summary>
public sealed record InferenceServer
{
    /// <summary>Its slug.</summary>
    public required string Slug { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is on the map.</summary>
    public required AssetKind Kind { get; init; }

    /// <summary>Image names without tag; one that ends in <c>/</c> is a prefix.</summary>
    public IReadOnlyList<string> Images { get; init; } = [];

    /// <summary>What its command lines start with, as words.</summary>
    public IReadOnlyList<string[]> Commands { get; init; } = [];

    /// <summary>The port it listens on when nothing says otherwise.</summary>
    public int Port { get; init; }

    /// <summary>Arguments that change the port.</summary>
    public IReadOnlyList<string> PortArguments { get; init; } = [];

    /// <summary>Arguments whose value is the model.</summary>
    public IReadOnlyList<string> ModelArguments { get; init; } = [];

    /// <summary>Variables whose value is the model.</summary>
    public IReadOnlyList<string> ModelVariables { get; init; } = [];

    /// <summary>Whether the first plain argument after the command is the model.</summary>
    public bool PositionalModel { get; init; }

    /// <summary>Whether the image's name is the model's.</summary>
    public bool ImageIsModel { get; init; }

    /// <summary>Where its models' names belong: <c>huggingface</c>, <c>ollama</c>; empty if unknown.</summary>
    public string Models { get; init; } = "";

    /// <summary>The facet <c>modelType</c>, if it serves one type only.</summary>
    public string ModelType { get; init; } = "";

    /// <summary>Arguments that make it ask who calls.</summary>
    public IReadOnlyList<string> AuthenticationArguments { get; init; } = [];

    /// <summary>Variables, or <c>NAME=value</c>, that make it ask who calls.</summary>
    public IReadOnlyList<string> AuthenticationVariables { get; init; } = [];

    /// <summary>Settings that make it stop asking.</summary>
    public IReadOnlyList<string> AuthenticationDisabledBy { get; init; } = [];

    /// <summary>What it does when nothing is set: <c>none</c> (it cannot ask), <c>off</c>, <c>on</c>.</summary>
    public string AuthenticationOtherwise { get; init; } = "";
}

/// <summary>The catalog of servers (<c>catalog/inference-servers.yaml</c>).</summary>
public sealed class InferenceServers
{
    private readonly InferenceServer[] _servers;

    private InferenceServers(InferenceServer[] servers) => _servers = servers;

    /// <summary>Reads the catalog.</summary>
    /// <exception cref="InvalidDataException">The file is wrong; the message names the line.</exception>
    public static InferenceServers Read(ReadOnlySpan<byte> yaml, PreparedYaml? prepared = null) =>
        new([.. CatalogYaml.Entries(yaml, Source, "servers", prepared).Items.Select(Server)]);

    /// <summary>The server that an image (without tag) holds; null if none is known.</summary>
    public InferenceServer? ByImage(string image) => Array.Find(_servers, s => s.Images.Any(i => ImageMatches(image, i)));

    /// <summary>The server that a command line starts, and the number of its words that say so; null if none is known.</summary>
    public (InferenceServer Server, int Words)? ByCommand(IReadOnlyList<string> words)
    {
        foreach (var server in _servers)
        {
            foreach (var command in server.Commands)
            {
                if (StartsWith(words, command))
                    return (server, command.Length);
            }
        }

        return null;
    }

    internal static bool ImageMatches(string image, string known) =>
        known.EndsWith('/') ? image.StartsWith(known, StringComparison.OrdinalIgnoreCase) : image.Equals(known, StringComparison.OrdinalIgnoreCase);

    private const string Source = "inference-servers.yaml";

    private static bool StartsWith(IReadOnlyList<string> words, string[] command)
    {
        if (words.Count < command.Length || words[0][(words[0].LastIndexOf('/') + 1)..] != command[0])
            return false;
        for (var i = 1; i < command.Length; i++)
        {
            if (words[i] != command[i])
                return false;
        }

        return true;
    }

    private static InferenceServer Server(DocumentNode e)
    {
        var kind = CatalogYaml.Required(e, "kind", Source);
        var authentication = e["authentication"];
        return new InferenceServer
        {
            Slug = CatalogYaml.Required(e, "server", Source),
            Name = CatalogYaml.Required(e, "name", Source),
            Kind = Kebab<AssetKind>.TryParse(kind, out var known) ? known : throw new InvalidDataException($"{Source}:{e.Line}: '{kind}' is no kind of asset"),
            Images = [.. e["images"].Texts],
            Commands = [.. e["commands"].Texts.Select(c => c.Split(' '))],
            Port = int.TryParse(e["port"].Text, out var port) ? port : 0,
            PortArguments = [.. e["portArguments"].Texts],
            ModelArguments = [.. e["modelArguments"].Texts],
            ModelVariables = [.. e["modelVariables"].Texts],
            PositionalModel = e["positionalModel"].Flag == true,
            ImageIsModel = e["imageIsModel"].Flag == true,
            Models = e["models"].Text,
            ModelType = e["modelType"].Text,
            AuthenticationArguments = [.. authentication["arguments"].Texts],
            AuthenticationVariables = [.. authentication["variables"].Texts],
            AuthenticationDisabledBy = [.. authentication["disable"].Texts],
            AuthenticationOtherwise = authentication["otherwise"].Text,
        };
    }
}
