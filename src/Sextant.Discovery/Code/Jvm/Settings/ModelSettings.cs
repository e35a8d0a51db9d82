using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Code.Recognition;
using Sextant.Discovery.Configuration;
using Sextant.Map;

namespace Sextant.Discovery.Code.Jvm.Settings;

/// <summary>Records the models that settings name, the services that they are called at, and the credentials.</summary>
internal sealed class ModelSettings(InspectedFile file, ProviderIndex providers)
{
    public void Record(IReadOnlyList<Setting> settings)
    {
        var read = settings.Select(s => (Setting: s, Meaning: ModelSetting.Of(s.Key))).Where(s => s.Meaning is not null).ToArray();
        foreach (var group in read.GroupBy(s => s.Meaning?.Group ?? "", StringComparer.Ordinal))
        {
            if (group.First().Meaning is { } first && providers.Find(first.Provider) is { } provider)
                Record(provider, [.. group.Select(g => (g.Setting, g.Meaning?.Type ?? "", g.Meaning?.Part ?? ""))]);
        }
    }

    private void Record(Provider provider, IReadOnlyList<(Setting Setting, string Type, string Part)> group)
    {
        var service = Service.Of(provider);
        foreach (var (setting, _, _) in group.Where(g => g.Part == "address"))
            service = At(setting, service);
        var at = file.At(group[0].Setting.Line, $"{group[0].Setting.Key} configures {provider.Name}");
        if (service.IdAt(file.Tree, file.Path) is not { } id)
            return;
        if (service.Address is { } address)
            file.Asset(id, address, at, new Facets { { "hosts", [address] }, { "baseUrl", service.BaseUrl ?? address }, { "hosting", "self-hosted" }, { "provider", provider.Slug } });
        else
            file.Asset(id, provider.Name, at, new Facets { { "provider", (service.Provider ?? provider).Slug }, { "hosting", "provider" } });
        Use(RelationKind.Uses, id, "The application is configured to call it.", at);
        foreach (var (setting, _, _) in group.Where(g => g.Part == "key"))
            Credential(setting, id);
        foreach (var (setting, type, _) in group.Where(g => g.Part == "model"))
            Model(setting, type, service, id);
    }

    private Service At(Setting setting, Service usual)
    {
        if (setting.Constant is not { } text || !WebAddress.TryParse(text, out var web))
            return usual;
        var provider = providers.OfHost(web.Host, web.Port);
        return provider is { DefaultAddress: null } ? Service.Of(provider) : new Service(provider ?? usual.Provider, null, web.ToString(), $"{web}", Confidence.Certain);
    }

    private void Model(Setting setting, string type, Service service, AssetId at)
    {
        if (setting.Constant is not { } text || new ModelNames(providers, file.Tree).Read(text, "plain", service, file.Path) is not var (id, provider, name))
            return;
        var evidence = file.At(setting.Line, $"{setting.Key} is {name}", setting.Variable is null ? Confidence.Certain : Confidence.Likely);
        file.Asset(id, name, evidence, new Facets { { "modelType", type }, { "provider", provider?.Slug } });
        Use(RelationKind.Uses, id, $"The application is configured to use {name}.", evidence);
        file.Relate(at, RelationKind.Serves, id, $"{name} is called there.", evidence);
    }

    private void Credential(Setting setting, AssetId service)
    {
        if (setting.Variable is not { } variable || !variable.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_'))
            return;
        var evidence = file.At(setting.Line, $"{setting.Key} is {variable}");
        var secret = file.Asset(file.Tree.Local(AssetKind.Secret, "env", variable), variable, evidence, new Facets { { "variable", variable } });
        Use(RelationKind.AuthenticatesWith, secret, $"The application is configured with {variable} to authenticate.", evidence);
        file.Relate(secret, RelationKind.Grants, service, $"{variable} is given to the client of this service.", evidence);
    }

    private void Use(RelationKind kind, AssetId to, string because, Evidence evidence)
    {
        if (Sightings.Counts(evidence))
            file.Relate(file.Application, kind, to, because, evidence);
    }
}
