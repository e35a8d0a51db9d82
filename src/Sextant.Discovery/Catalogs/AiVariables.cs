using System.Collections.Frozen;
using Sextant.Documents;

namespace Sextant.Discovery.Catalogs;

/// <summary>An environment variable by which programs find an AI provider.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsEndpoint">Whether it holds an address; otherwise a credential.</param>
/// <param name="Provider">The provider's slug; empty if any.</param>
/// <param name="OpensService">Whether the credential opens the provider's own API.</param>
public sealed record AiVariable(string Name, bool IsEndpoint, string Provider, bool OpensService);

/// <summary>The catalog of environment variables (<c>catalog/credential-variables.yaml</c>).</summary>
public sealed class AiVariables
{
    private readonly FrozenDictionary<string, AiVariable> _variables;

    private AiVariables(IEnumerable<AiVariable> variables) => _variables = variables.ToFrozenDictionary(v => v.Name, StringComparer.Ordinal);

    /// <summary>Reads the catalog.</summary>
    /// <exception cref="InvalidDataException">The file is wrong; the message names the line.</exception>
    public static AiVariables Read(ReadOnlySpan<byte> yaml, PreparedYaml? prepared = null)
    {
        const string source = "credential-variables.yaml";
        return new AiVariables(CatalogYaml.Entries(yaml, source, "variables", prepared).Items.Select(e => new AiVariable(
            CatalogYaml.Required(e, "name", source), CatalogYaml.Required(e, "kind", source) == "endpoint", e["provider"].Text, e["service"].Flag == true)));
    }

    /// <summary>A variable by its name; null if it is not known.</summary>
    public AiVariable? Find(string name) => _variables.GetValueOrDefault(name);
}
