using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Code.Recognition;
using Sextant.Discovery.Configuration;
using Sextant.Discovery.Reading;
using Sextant.Map;

namespace Sextant.Discovery.Code.Jvm.Settings;

/// <summary>
/// Reads the settings of Spring Boot, Quarkus and their like (<c>application.properties</c>, <c>application.yml</c>): which models an
/// application calls and where, with which credentials, the servers of the Model Context Protocol that it is or calls, and its database.
/// </summary>
/// <param name="catalog">The providers.</param>
public sealed class ApplicationSettingsInspector(Func<Catalog> catalog) : IInspector
{
    /// <inheritdoc/>
    public string Name => "application-settings";

    /// <inheritdoc/>
    public IReadOnlyList<string> Triggers => ["spring.ai.", "langchain4j", "spring:", "spring.datasource", "quarkus.datasource"];

    /// <inheritdoc/>
    public bool Wants(TreePath path)
    {
        var name = path.FileName;
        return (name.StartsWith("application", StringComparison.Ordinal) || name.StartsWith("bootstrap.", StringComparison.Ordinal) || name is "microprofile-config.properties")
            && path.HasExtension(".properties", ".yml", ".yaml");
    }

    /// <inheritdoc/>
    public void Inspect(FileContent file, TreeContext tree)
    {
        var read = new InspectedFile(Name, file, tree);
        var settings = file.Path.HasExtension(".properties") ? SettingsReader.OfProperties(file.Text) : SettingsReader.OfDocuments(read.Documents());
        new ModelSettings(read, catalog().Providers).Record(settings);
        new ServerSettings(read).Record(settings);
        DataSources(read, settings);
    }

    private static void DataSources(InspectedFile file, List<Setting> settings)
    {
        foreach (var setting in settings)
        {
            if (setting.Key is not ("spring.datasource.url" or "quarkus.datasource.jdbc.url" or "spring.data.mongodb.uri" or "spring.mongodb.uri" or "micronaut.datasources.default.url"))
                continue;
            if (setting.Constant is not { } text || !ConnectionUrl.TryParse(text, out var url) || url.Host.Length == 0)
                continue;
            var engine = url.Scheme is "postgres" ? "postgresql" : url.Scheme;
            var database = url.Path.Contains('{', StringComparison.Ordinal) ? "" : url.Path;
            var id = NetworkIds.Database(file.Tree, file.Path, engine, url.Host, database);
            var evidence = file.At(setting.Line, $"{setting.Key} is a {engine} database");
            file.Asset(id, database.Length > 0 ? database : url.Host, evidence, new Facets
            {
                { "provider", engine }, { "dataType", "database" }, { "hosts", [url.Port > 0 ? $"{url.Host}:{url.Port}" : url.Host] },
            });
            if (!Sightings.Counts(evidence))
                continue;
            file.Relate(file.Application, RelationKind.Reads, id, "The application is configured with it.", evidence);
            file.Relate(file.Application, RelationKind.Writes, id, "The application is configured with it.", evidence);
        }
    }
}
