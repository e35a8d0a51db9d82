using Sextant.Map;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>Records models, the services that serve them, and who uses them.</summary>
internal sealed class ModelRecorder(CodeReading reading, ServiceReader services, Sightings sightings)
{
    /// <summary>Records a model with its service, used by the application of the file.</summary>
    public AssetId Record(ModelSeen model)
    {
        var evidence = EvidenceOf(model);
        var id = sightings.Shared(model.Id, model.Name, evidence, [.. Facets(model)]);
        sightings.UsedByApplication(RelationKind.Uses, id, $"This code uses the model {model.Name}.", evidence);
        if (Record(model.Service, model.Match, evidence) is { } service)
            sightings.Relate(service, RelationKind.Serves, id, $"{model.Name} is called there.", evidence);
        return id;
    }

    /// <summary>Records a service or endpoint, used by the application of the file; null if nothing is called.</summary>
    public AssetId? Record(Service service, Match? match, Evidence evidence)
    {
        if (service.IdAt(reading.Tree, evidence.Path) is not { } id)
            return null;
        evidence = evidence with { Confidence = evidence.Confidence < service.Confidence ? evidence.Confidence : service.Confidence };
        if (service.Address is { } address)
        {
            var provider = service.Provider is { } known ? [("provider", known.Slug)] : (ReadOnlySpan<(string, PropertyValue)>)[];
            sightings.Shared(id, address, evidence, [("hosts", new[] { address }), ("baseUrl", service.BaseUrl ?? address), ("hosting", "self-hosted"), .. provider]);
        }
        else if (service.Provider is { } provider)
        {
            sightings.Shared(id, provider.Name, evidence, ("provider", provider.Slug), ("hosting", "provider"));
        }

        sightings.UsedByApplication(RelationKind.Uses, id, "This code calls it.", evidence);
        if (match is not null && services.KeyVariable(match) is { } variable)
            Credential(id, variable, evidence);
        return id;
    }

    private void Credential(AssetId service, string variable, Evidence evidence)
    {
        var secret = reading.Tree.Local(AssetKind.Secret, "env", variable);
        sightings.Shared(secret, variable, evidence, ("variable", variable));
        sightings.UsedByApplication(RelationKind.AuthenticatesWith, secret, $"This code reads {variable} to authenticate.", evidence);
        sightings.Relate(secret, RelationKind.Grants, service, $"{variable} is given to the client of this service.", evidence);
    }

    private IEnumerable<(string, PropertyValue)> Facets(ModelSeen model)
    {
        if (model.IsDynamic)
            yield return ("dynamic", true);
        if (model.Provider is { } provider)
            yield return ("provider", provider.Slug);
        if (model.Match is not { } match)
            yield break;
        if (match.Entry.Value("type") is { } type)
            yield return ("modelType", type);
        if (match.Entry.Value("unsafe") == "true" && !reading.IsFlag(reading.Argument(match, "weightsOnly"), true))
            yield return ("unsafeDeserialization", true);
        if (reading.IsFlag(reading.Argument(match, "trustRemoteCode"), true))
            yield return ("trustRemoteCode", true);
        if (Pinned(match) is { } pinned)
            yield return ("pinned", pinned);
    }

    private string? Pinned(Match match)
    {
        if (!match.Entry.Arguments.ContainsKey("revision"))
            return null;
        if (reading.Argument(match, "revision") is not { } revision)
            return "floating";
        return reading.Text(revision) switch
        {
            null => null,
            "main" or "master" or "latest" => "floating",
            var text when text.Length == 40 && text.All(char.IsAsciiHexDigit) => "digest",
            _ => "version",
        };
    }

    private static Evidence EvidenceOf(ModelSeen model)
    {
        var by = model.Match is { } match ? $"{match.Symbol} with " : "";
        var note = model.Note.Length > 0 ? $" ({model.Note})" : "";
        return Sightings.At(model.Place, model.IsDynamic ? $"{by}a model decided at run time: {model.Name}" : $"{by}model {model.Name}{note}", model.Confidence);
    }
}
