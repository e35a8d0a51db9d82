using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Configuration;
using Sextant.Map;

namespace Sextant.Discovery.Containers;

/// <summary>Records what a service reaches by the addresses and credentials that its variables hold. Values are never shown.</summary>
internal sealed class ConnectionRecorder(
    InspectedFile file, HostedServices services, Databases databases, AiVariables known)
{
    private readonly VariableRecorder _variables = new(file, known);

    /// <summary>Records all that the variables of a service show.</summary>
    /// <param name="service">The service.</param>
    /// <param name="workload">Its workload.</param>
    /// <param name="user">Who uses AI from it: its application if it is built here, otherwise the workload.</param>
    public void Of(ComposeService service, AssetId workload, AssetId user)
    {
        foreach (var (name, value, line) in service.Variables)
        {
            if (ConnectionUrl.TryParse(value, out var url))
                Address(service, workload, user, name, url, line);
            else if (name.EndsWith("HOST", StringComparison.Ordinal) && value.Length > 0)
                Host(service, workload, user, name, value, line);
            if (_variables.IsCredential(name))
                _variables.Credential(workload, service.Name, name, line);
        }
    }

    private void Address(ComposeService service, AssetId workload, AssetId user, string variable, ConnectionUrl url, int line)
    {
        if (databases.ByScheme(url.Scheme) is { } database)
        {
            if (url.Host.Length > 0 ? !Interpolation.IsOpen(url.Host) : database.Engine == "sqlite")
                Connects(service, workload, database, url.Host, url.Path, url.User, variable, line);
        }
        else if (services.Find(url.Host) is { ServerId: { } server } hosted)
        {
            Uses(service, user, server, hosted.Service.Name, variable, line);
        }
        else if (known.Find(variable) is { IsEndpoint: true } && url.Scheme is "http" or "https" && url.Host.Length > 0 && !ConnectionUrl.IsPublic(url.Host) && !Interpolation.IsOpen(url.Host))
        {
            Unknown(service, user, url, variable, line);
        }
    }

    // DB_HOST, DB_USER and DB_NAME in place of one address.
    private void Host(ComposeService service, AssetId workload, AssetId user, string variable, string value, int line)
    {
        if (services.Find(value.Split(':')[0]) is not { } hosted || hosted.Workload == workload)
            return;
        if (hosted.ServerId is { } server)
            Uses(service, user, server, hosted.Service.Name, variable, line);
        if (hosted.Database is not { } database)
            return;
        var prefix = variable[..^4];
        var owner = Sibling(service, prefix, "USER", "USERNAME") ?? "";
        var name = Sibling(service, prefix, "DATABASE", "NAME", "DB", "DB_NAME", "DBNAME", "DATABASE_NAME") ?? database.DatabaseVariables.Select(hosted.Service.Variable).FirstOrDefault(v => !string.IsNullOrEmpty(v)) ?? "";
        Connects(service, workload, database, hosted.Service.Name.ToLowerInvariant(), Interpolation.IsOpen(name) ? "" : name, Interpolation.IsOpen(owner) ? "" : owner, variable, line);
    }

    private static string? Sibling(ComposeService service, string prefix, params string[] endings) =>
        endings.Select(e => service.Variable(prefix + e)).FirstOrDefault(v => !string.IsNullOrEmpty(v));

    private void Connects(ComposeService service, AssetId workload, Database database, string host, string path, string user, string variable, int line)
    {
        var hosted = services.Find(host);
        var name = Interpolation.IsOpen(path) ? "" : path;
        if (name.Length == 0 && hosted is { Database: { } made })
            name = DatabaseRecorder.NameOf(hosted.Service, made);
        var id = DatabaseIds.Of(file, database, hosted?.Service.Name.ToLowerInvariant() ?? host, name);
        var evidence = file.At(line, $"{variable} of {service.Name} connects to {database.Name}");
        var facets = new Facets { { "dataType", database.DataType }, { "provider", database.Engine }, { "variable", variable } };
        if (host.Length > 0)
            facets.Add("hosts", [$"{host}:{database.Port}"]);
        file.Asset(id, id.Path[(id.Path.LastIndexOf('/') + 1)..], evidence, facets);
        if (hosted is { Database: not null } && hosted.Workload != workload)
            file.Relate(hosted.Workload, RelationKind.Hosts, id, $"{hosted.Service.Name} runs {database.Name}.", evidence);
        file.Relate(workload, RelationKind.CanRead, id, $"{service.Name} connects by {variable}.", evidence);
        file.Relate(workload, RelationKind.CanWrite, id, $"{service.Name} connects by {variable}.", evidence);
        var owner = hosted is { Database.OwnerRules: true } && database.UserVariables.Any(v => hosted.Service.Variable(v) == user && user.Length > 0);
        if (owner || database.Superusers.Contains(user, StringComparer.OrdinalIgnoreCase))
            Administers(service, workload, id, database, variable, line);
    }

    private void Administers(ComposeService service, AssetId workload, AssetId id, Database database, string variable, int line)
    {
        var evidence = file.At(line, $"{service.Name} connects to {database.Name} as a superuser");
        file.Asset(workload, service.Name, evidence, new Facets { { "privileged", true } });
        file.Relate(workload, RelationKind.CanAdminister, id, $"{service.Name} connects as a superuser by {variable}.", evidence);
    }

    private void Uses(ComposeService service, AssetId user, AssetId server, string serverName, string variable, int line) =>
        file.Relate(user, RelationKind.Uses, server, $"{variable} of {service.Name} is the address of {serverName}.", file.At(line, $"{variable} names {serverName}"));

    private void Unknown(ComposeService service, AssetId user, ConnectionUrl url, string variable, int line)
    {
        var host = $"{url.Host}:{(url.Port > 0 ? url.Port : url.Scheme == "https" ? 443 : 80)}";
        var id = NetworkIds.Endpoint(file.Tree, file.Path, url.Host, host);
        var evidence = file.At(line, $"{variable} of {service.Name} is an endpoint of its own");
        file.Asset(id, host, evidence, new Facets { { "hosts", [host] }, { "baseUrl", $"{url.Scheme}://{host}/{url.Path}" }, { "hosting", "self-hosted" } });
        file.Relate(user, RelationKind.Uses, id, $"{variable} of {service.Name} is the address {host}.", evidence);
    }
}
