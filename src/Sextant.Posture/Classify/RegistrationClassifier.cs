using Sextant.Map;

namespace Sextant.Posture.Classify;

/// <summary>
/// Applies what an organisation declares of its assets to the map: facets, owners, and whether a thing of AI is declared at all.
/// Without any registration, nobody keeps a register, and nothing is said.
/// </summary>
public sealed class RegistrationClassifier(IReadOnlyList<Registration> registrations) : IConcluder
{
    // What a register of AI lists; what only supports it (packages, secrets, buckets) need not be in it.
    private static readonly AssetKind[] Registered =
    [
        AssetKind.Model, AssetKind.ModelEndpoint, AssetKind.ModelGateway, AssetKind.Agent, AssetKind.McpServer, AssetKind.AiService, AssetKind.VectorStore,
        AssetKind.Dataset, AssetKind.Application,
    ];

    /// <inheritdoc/>
    public string Name => "classify:registration";

    /// <inheritdoc/>
    public void Conclude(AssetMap map, IRecorder recorder)
    {
        if (registrations.Count == 0)
            return;
        foreach (var asset in map.Assets)
        {
            var declared = asset.Text("registration") == "declared";
            foreach (var registration in registrations.Where(r => r.Covers(asset.Id) || asset.Aliases.Any(a => Glob.Matches(r.Match, a))))
            {
                Declare(recorder, asset, registration);
                declared = true;
            }

            if (!declared && Registered.Contains(asset.Kind))
                Undeclared(recorder, asset);
        }
    }

    private void Declare(IRecorder recorder, Asset asset, Registration registration)
    {
        var evidence = new Evidence(Name, registration.Path, registration.Line, "declared in the register", Confidence.Certain);
        recorder.Record(new AssetObservation(asset.Id, evidence)
        {
            Properties = [.. registration.Properties, new KeyValuePair<string, PropertyValue>("registration", "declared")],
        });
        if (registration.Owner.Length == 0)
            return;
        var owner = recorder.Asset(Owners.Of(registration.Owner), Owners.NameOf(registration.Owner), evidence);
        recorder.Relate(asset.Id, RelationKind.OwnedBy, owner, $"The register names {Owners.NameOf(registration.Owner)} as its owner.", evidence);
    }

    private void Undeclared(IRecorder recorder, Asset asset)
    {
        var seen = asset.Evidence.Count > 0 ? asset.Evidence[0] : null;
        var evidence = new Evidence(Name, seen?.Path ?? "", seen?.Line ?? 0, "no registration covers it", Confidence.Certain);
        recorder.Asset(asset.Id, "", evidence, ("registration", "none"));
    }
}
