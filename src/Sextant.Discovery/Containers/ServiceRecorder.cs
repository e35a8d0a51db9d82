using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Configuration;
using Sextant.Map;

namespace Sextant.Discovery.Containers;

/// <summary>Records the services of one compose file: their workloads, and the AI servers and databases that they run.</summary>
internal sealed class ServiceRecorder(InspectedFile file, InferenceServers servers, Databases databases)
{
    private readonly ServerRecorder _servers = new(file);
    private readonly DatabaseRecorder _databases = new(file);

    /// <summary>Records a service. Who uses what it reaches is its application if it is built here.</summary>
    public (HostedService Hosted, AssetId User) Service(ComposeService service)
    {
        var workload = Workload(service);
        var user = Built(service, workload);
        var (started, command) = Started(service);
        // A container whose entry point is a shell text runs that, whatever its image is for.
        var server = command?.Server ?? (service.Image is { } image && !service.ReplacesEntrypoint ? servers.ByImage(image.Name) : null);
        var database = server is null && service.Image is { } stored ? databases.ByImage(stored.Name) : null;
        var entry = workload;
        AssetId? id = null;
        if (server is not null && server.Kind != AssetKind.Workload)
            id = entry = Server(service, workload, server, started);
        else if (server is not null)
            _servers.Server(workload, service.Name, server, Settings(service, server, started), service.Node.Line, service.HostNames, []);
        if (database is not null)
            _databases.Hosted(service, database, workload, Exposure(service));
        PublicRoutes.Record(file, service, entry, workload);
        return (new HostedService(service, workload, server, id, database), user);
    }

    private (IReadOnlyList<string> Arguments, (InferenceServer Server, int Words)? Command) Started(ComposeService service)
    {
        foreach (var words in service.Commands.Select(DockerfileInspector.Interpreted).Where(w => w.Count > 0))
        {
            if (servers.ByCommand(words) is { } command)
                return ([.. words.Skip(command.Words)], command);
        }

        return (service.Command, null);
    }

    private static ServerSettings Settings(ComposeService service, InferenceServer server, IReadOnlyList<string> arguments) =>
        ServerSettings.Of(server, arguments, service.Variable, service.Image?.Name ?? "");

    private AssetId Server(ComposeService service, AssetId workload, InferenceServer server, IReadOnlyList<string> arguments)
    {
        var id = file.Tree.Local(server.Kind, file.Path, service.Name);
        var facets = Exposure(service);
        if (service.BuildContext is null)
            Image(service, facets);
        _servers.Server(id, service.Name, server, Settings(service, server, arguments), service.Node.Line, service.HostNames, facets);
        file.Relate(workload, RelationKind.Hosts, id, $"{service.Name} runs {server.Name}.", file.At(service.Node, $"{service.Name} runs {server.Name}"));
        return id;
    }

    private AssetId Workload(ComposeService service)
    {
        var id = file.Tree.Local(AssetKind.Workload, Home(service), service.Name);
        var facets = Exposure(service);
        if (service.BuildContext is null)
            Image(service, facets);
        facets.Add("privileged", service.Privileged is not null ? true : service.Node["user"].TextOrNull is { Length: > 0 } user && !Interpolation.IsOpen(user) ? false : null);
        Labels(service, facets);
        var detail = service.Privileged is { } why ? $"service {service.Name}, {why}" : $"service {service.Name}";
        return file.Asset(id, service.Name, file.At(service.Node, detail), facets);
    }

    private AssetId Built(ComposeService service, AssetId workload)
    {
        if (service.BuildContext is null || RelativePath.Resolve(file.Folder, service.BuildContext) is not { } context)
            return workload;
        var evidence = file.At(service.Node["build"], $"{service.Name} is built from {(context.Length > 0 ? context : "the repository")}");
        var application = Applications.Record(file.Tree, context.Length > 0 ? $"{context}/Dockerfile" : "Dockerfile", evidence);
        file.Relate(workload, RelationKind.BuiltFrom, application, $"{service.Name} is built from this code.", evidence);
        file.Relate(workload, RelationKind.Hosts, application, $"{service.Name} runs this code.", evidence);
        return application;
    }

    // A service without an image and a build only adds to that of the folder's main file.
    private string Home(ComposeService service)
    {
        if (service.Image is not null || service.BuildContext is not null)
            return file.Path;
        var names = new[] { "compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml" };
        return names.Select(n => file.Folder.Length > 0 ? $"{file.Folder}/{n}" : n).FirstOrDefault(file.Tree.Files.Exists) ?? file.Path;
    }

    private static void Image(ComposeService service, Facets facets)
    {
        if (service.Image is not { } image)
            return;
        facets.Add("image", image.ToString());
        facets.Add("pinned", image.Pinned);
        facets.Add("version", Interpolation.IsOpen(image.Tag) ? "" : image.Tag);
    }

    // A port published on all addresses may still be behind a firewall: it is inside until something says more.
    private static Facets Exposure(ComposeService service)
    {
        var facets = new Facets();
        if (PublicRoutes.Has(service))
            return facets;
        var hostNetwork = service.Node["network_mode"].Text == "host";
        if (service.Ports.Count == 0 && !hostNetwork)
        {
            facets.Add("exposure", "private");
            return facets;
        }

        var loopback = !hostNetwork && service.Ports.All(p => p.Loopback);
        facets.Add("binding", loopback ? "loopback" : "all");
        facets.Add("exposure", loopback ? "private" : "internal");
        facets.Add("ports", service.Ports.Select(p => Interpolation.IsOpen(p.Host) ? "" : p.Host));
        return facets;
    }

    private static void Labels(ComposeService service, Facets facets)
    {
        foreach (var (name, value, _) in service.Labels)
        {
            var key = name[(name.LastIndexOf('.') + 1)..].ToLowerInvariant();
            if (key is "owner" or "team" && !Interpolation.IsOpen(value))
                facets.Add("owner", value);
            else if (key is "environment" or "env" && Environments.Of(value) is { } environment)
                facets.Add("environment", environment);
        }
    }
}
