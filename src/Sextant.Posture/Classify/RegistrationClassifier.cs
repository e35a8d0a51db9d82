using Sextant.Map;

namespace Sextant.Posture.Classify;

/// <summary>
/// Applies what an organisation declares of its assets to the map: facets and owners. A file declares only what lies in its
/// own folder, so that one repository cannot approve another's AI.
/// </summary>
public sealed class RegistrationClassifier(IReadOnlyList<Registration> registrations) : IConcluder
{
    /// <inheritdoc/>
    public string Name => "classify:registration";

    /// <inheritdoc/>
    public void Conclude(AssetMap map, IRecorder recorder)
    {
        foreach (var registration in registrations)
        {
            foreach (var asset in map.Assets.Where(a => Covers(registration, a)))
                Declare(recorder, asset, registration);
        }
    }

    private static bool Covers(Registration registration, Asset asset)
    {
        if (!registration.Covers(asset.Id) && !asset.Aliases.Any(alias => Glob.Matches(registration.Match, alias)))
            return false;
        var folder = registration.Path[..(registration.Path.LastIndexOf('/') + 1)];
        return asset.Evidence.All(e => e.Path.Length == 0 || e.Path.StartsWith(folder, StringComparison.Ordinal));
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
}
