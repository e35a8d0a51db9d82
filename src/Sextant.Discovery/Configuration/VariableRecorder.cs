using Sextant.Discovery.Catalogs;
using Sextant.Map;

namespace Sextant.Discovery.Configuration;

/// <summary>Records that something is given a credential, known by its variable's name alone.</summary>
internal sealed class VariableRecorder(InspectedFile file, AiVariables catalog)
{
    /// <summary>Whether a variable holds a credential, by the catalog or by its name.</summary>
    public bool IsCredential(string name) => catalog.Find(name) is { } known ? !known.IsEndpoint : CredentialNames.IsCredential(name);

    /// <summary>Records the credential of a variable and that its holder authenticates with it.</summary>
    /// <param name="holder">Who is given it.</param>
    /// <param name="holderName">How the sentence names the holder.</param>
    /// <param name="name">The name by which the repository knows the credential.</param>
    /// <param name="line">Where it is given.</param>
    /// <param name="variable">The variable in which the holder finds it, if it is another.</param>
    public AssetId Credential(AssetId holder, string holderName, string name, int line, string? variable = null)
    {
        var known = catalog.Find(variable ?? name) ?? catalog.Find(name);
        var evidence = file.At(line, $"{holderName} is given {variable ?? name}");
        var secret = file.Tree.Local(AssetKind.Secret, "env", name);
        file.Asset(secret, name, evidence, new Facets { { "variable", variable ?? name }, { "provider", known?.Provider } });
        file.Relate(holder, RelationKind.AuthenticatesWith, secret, $"{holderName} is given {variable ?? name}.", evidence);
        if (known is { OpensService: true })
        {
            var service = WellKnown.AiService(known.Provider);
            file.Asset(service, known.Provider, evidence with { Confidence = Confidence.Likely }, new Facets { { "provider", known.Provider }, { "hosting", "provider" } });
            file.Relate(secret, RelationKind.Grants, service, $"{variable ?? name} is a key of {known.Provider}.", evidence with { Confidence = Confidence.Likely });
        }

        return secret;
    }
}
