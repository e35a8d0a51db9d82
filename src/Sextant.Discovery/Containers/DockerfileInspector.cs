using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Configuration;
using Sextant.Discovery.Manifests;
using Sextant.Discovery.Reading;
using Sextant.Map;

namespace Sextant.Discovery.Containers;

/// <summary>
/// Reads Dockerfiles: the image that the last stage makes, what it is built on and runs as, the AI server that it starts, the
/// models that are fetched into it, and the packages that its commands install.
/// </summary>
public sealed class DockerfileInspector(InferenceServers servers, AiVariables variables, AiPackages packages) : IInspector
{
    /// <inheritdoc/>
    public string Name => "dockerfile";

    /// <inheritdoc/>
    public IReadOnlyList<string> Triggers { get; } = ["from"];

    /// <inheritdoc/>
    public bool Wants(TreePath path)
    {
        var name = path.FileName;
        return name.StartsWith("Dockerfile", StringComparison.OrdinalIgnoreCase) && !path.HasExtension(".md", ".py", ".js", ".ts", ".go")
            || name.StartsWith("Containerfile", StringComparison.OrdinalIgnoreCase)
            || path.HasExtension(".dockerfile", ".containerfile");
    }

    /// <inheritdoc/>
    public void Inspect(FileContent file, TreeContext tree)
    {
        var read = new InspectedFile(Name, file, tree);
        var stages = DockerStage.Read(DockerfileReader.Read(read.Text));
        if (stages.Count == 0)
            return;
        var last = stages[^1];
        var workload = Workload(read, last);
        var credentials = new VariableRecorder(read, variables);
        foreach (var (name, _, line) in last.Variables)
        {
            if (credentials.IsCredential(name))
                credentials.Credential(workload, "the image", name, line);
        }

        var server = Server(read, last, workload);
        foreach (var run in stages.SelectMany(s => s.Runs).DistinctBy(r => r.Line))
            Commands(read, run, server);
    }

    private static AssetId Workload(InspectedFile file, DockerStage stage)
    {
        var id = file.Tree.Local(AssetKind.Workload, file.Path);
        var evidence = file.At(stage.Line, $"built on {stage.Base}");
        var facets = new Facets { { "image", stage.Base.ToString() }, { "pinned", stage.Base.Pinned }, { "ports", stage.Ports } };
        var name = file.Folder.Length > 0 ? file.Folder[(file.Folder.LastIndexOf('/') + 1)..] : file.Tree.Repository;
        file.Asset(id, name, evidence, facets);
        if (stage.User is { } user && !Interpolation.IsOpen(user.Text))
        {
            var isRoot = user.Text.Split(':')[0] is "root" or "0";
            file.Asset(id, name, file.At(user.Line, $"runs as {(isRoot ? "root" : "a user without rights")}"), new Facets { { "privileged", isRoot } });
        }

        file.Relate(id, RelationKind.BuiltFrom, file.Application, $"{file.Path} builds this code.", evidence);
        file.Relate(id, RelationKind.Hosts, file.Application, $"{file.Path} runs this code.", evidence);
        return id;
    }

    private AssetId? Server(InspectedFile file, DockerStage stage, AssetId workload)
    {
        var start = Interpreted(stage.Start);
        var command = start.Count > 0 ? servers.ByCommand(start) : null;
        if ((command?.Server ?? servers.ByImage(stage.Base.Name)) is not { } server || server.Kind == AssetKind.Workload)
            return null;
        var id = file.Tree.Local(server.Kind, file.Path);
        var settings = ServerSettings.Of(server, [.. start.Skip(command?.Words ?? 0)], stage.Variable, stage.Base.Name);
        var line = (stage.Command ?? stage.Entrypoint)?.Line ?? stage.Line;
        new ServerRecorder(file).Server(id, server.Name, server, settings, line, [], new Facets { { "pinned", stage.Base.Pinned }, { "image", stage.Base.ToString() } });
        file.Relate(workload, RelationKind.Hosts, id, $"{file.Path} starts {server.Name}.", file.At(line, $"starts {server.Name}"));
        return id;
    }

    // python -m vllm.entrypoints… starts what the module's name says.
    internal static IReadOnlyList<string> Interpreted(IReadOnlyList<string> words) =>
        words.Count > 2 && words[0][(words[0].LastIndexOf('/') + 1)..].StartsWith("python", StringComparison.Ordinal) && words[1] == "-m" ? [.. words.Skip(2)] : words;

    private void Commands(InspectedFile file, DockerInstruction run, AssetId? server)
    {
        var commands = ShellWords.Split(run.Text);
        foreach (var model in ModelCommands.In(commands))
        {
            if (ModelNames.Id(model.Authority, model.Name, file.Tree) is not { } id)
                continue;
            var evidence = file.At(run.Line, $"fetches {model.Name} into the image");
            file.Asset(id, model.Name, evidence, new Facets { { "pinned", model.Pin.Facet }, { "version", model.Pin.Version } });
            if (server is { } serving)
                file.Relate(serving, RelationKind.Serves, id, $"{file.Path} fetches {model.Name}.", evidence);
            else
                file.Relate(file.Application, RelationKind.Uses, id, $"{file.Path} fetches {model.Name}.", evidence);
        }

        foreach (var command in commands)
            InstalledPackages.Record(file, packages, command.Words, run.Line);
    }
}
