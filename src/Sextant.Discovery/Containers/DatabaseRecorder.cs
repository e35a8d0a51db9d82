using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Configuration;
using Sextant.Map;

namespace Sextant.Discovery.Containers;

/// <summary>Records the databases that the containers of a compose file run.</summary>
internal sealed class DatabaseRecorder(InspectedFile file)
{
    /// <summary>Records the database that a service makes, and that its workload hosts it.</summary>
    public void Hosted(ComposeService service, Database database, AssetId workload, Facets exposure)
    {
        var name = NameOf(service, database);
        var id = DatabaseIds.Of(file, database, service.Name.ToLowerInvariant(), name);
        var evidence = file.At(service.Node, $"{service.Name} runs {database.Name}");
        exposure.Add("dataType", database.DataType);
        exposure.Add("provider", database.Engine);
        exposure.Add("hosts", service.HostNames.Select(h => $"{h}:{database.Port}"));
        file.Asset(id, name.Length > 0 ? name : service.Name, evidence, exposure);
        file.Relate(workload, RelationKind.Hosts, id, $"{service.Name} runs {database.Name}.", evidence);
        Authentication(id, service, database);
        if (service.Image is { } image && database.VectorImages.Contains(image.Name, StringComparer.OrdinalIgnoreCase))
            Vectors(service, database, workload, evidence);
    }

    /// <summary>The name of the database that a service makes by itself; empty if unknown.</summary>
    public static string NameOf(ComposeService service, Database database)
    {
        var name = First(service, database.DatabaseVariables) ?? First(service, database.UserVariables) ?? "";
        return Interpolation.IsOpen(name) ? "" : name;
    }

    private void Vectors(ComposeService service, Database database, AssetId workload, Evidence evidence)
    {
        var id = file.Tree.Local(AssetKind.VectorStore, file.Path, service.Name);
        file.Asset(id, service.Name, evidence, new Facets
        {
            { "provider", "pgvector" }, { "hosting", "self-hosted" }, { "hosts", service.HostNames.Select(h => $"{h}:{database.Port}") },
        });
        file.Relate(workload, RelationKind.Hosts, id, $"{service.Name} runs {database.Name} with vectors.", evidence);
    }

    private void Authentication(AssetId id, ComposeService service, Database database)
    {
        var open = database.OpenSettings.FirstOrDefault(s => IsSet(service, s));
        var asks = database.PasswordVariables.FirstOrDefault(v => service.Variable(v) is not null) ?? database.PasswordArguments.FirstOrDefault(a => ServerSettings.Argument(service.Command, a) is not null);
        var (value, because, confidence) = open is not null ? ("none", $"{open} switches authentication off", Confidence.Certain)
            : asks is not null ? ("password", $"{asks} is set", Confidence.Certain)
            : database.OpenOtherwise ? ("none", $"{database.Name} asks for nothing unless a password is set, and none is here", Confidence.Likely)
            : (null, "", Confidence.Possible);
        if (value is not null)
            file.Asset(id, "", file.At(service.Node, because, confidence), new Facets { { "authentication", value } });
    }

    private static bool IsSet(ComposeService service, string setting)
    {
        var equals = setting.IndexOf('=', StringComparison.Ordinal);
        return string.Equals(service.Variable(setting[..equals]), setting[(equals + 1)..], StringComparison.OrdinalIgnoreCase);
    }

    private static string? First(ComposeService service, IEnumerable<string> variables) =>
        variables.Select(service.Variable).FirstOrDefault(v => !string.IsNullOrEmpty(v));
}
