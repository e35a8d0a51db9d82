using System.Globalization;
using Sextant.Discovery.Reading;
using Sextant.Discovery.Secrets.Verification;
using Sextant.Map;

namespace Sextant.Discovery.Secrets;

/// <summary>Records one secret with all its places: the asset, what it grants, and the applications in which it lies.</summary>
internal sealed class SecretRecord(TreeContext tree, string inspector, IReadOnlyList<SecretPlace> places, KeyVerdict? verdict)
{
    private readonly KeyFormat _format = places[0].Secret.Format;

    /// <summary>Records it.</summary>
    public void Record()
    {
        var id = AssetId.Of(AssetKind.Secret, _format.Id, places[0].Fingerprint);
        var location = places.Select(p => p.Location).MinBy(l => l switch { "tree" => 0, "notebook-output" => 1, _ => 2 }) ?? "tree";
        var evidences = places.Select(Evidence).ToArray();
        for (var i = 0; i < places.Count; i++)
        {
            tree.Recorder.Record(new AssetObservation(id, evidences[i])
            {
                Name = $"{_format.Name} {places[0].Secret.Redacted}",
                Properties = [.. i == 0 ? Facets(location) : []],
            });
            var application = Applications.Record(tree, places[i].Path.Value, evidences[i]);
            tree.Recorder.Relate(id, RelationKind.DefinedIn, application, $"The {_format.Name} is written in {places[i].Path.Value}.", evidences[i]);
        }

        Grant(id, evidences[0]);
        if (verdict is { Validity: KeyValidity.Unknown })
            tree.Recorder.Record(new Gap(inspector, places[0].Path.Value, $"{verdict.Host} did not say whether a {_format.Name} works ({verdict.Answer})"));
    }

    // Asked without an answer that decides, it is as unverified as before.
    private string Validity => verdict?.Validity switch { KeyValidity.Live => "live", KeyValidity.Dead => "dead", _ => "unverified" };

    private List<KeyValuePair<string, PropertyValue>> Facets(string location)
    {
        var scopes = places.Select(p => PathScope.Of(p.Path)).ToArray();
        var facets = new List<KeyValuePair<string, PropertyValue>>
        {
            new("keyType", _format.Id), new("provider", _format.Provider), new("fingerprint", places[0].Fingerprint), new("location", location),
            new("validity", Validity), new("scope", scopes.Contains("product") ? "product" : scopes[0]),
        };
        if (places.Select(p => p.Secret.Variable).FirstOrDefault(v => v.Length > 0) is { } variable)
            facets.Add(new("variable", variable));
        var first = places.Select(p => p.Revision).OfType<Revision>().OrderBy(r => r.AuthorDate).ThenBy(r => r.Commit, StringComparer.Ordinal).FirstOrDefault();
        if (first is not null)
            facets.Add(new("commit", first.Commit));
        return facets;
    }

    private Evidence Evidence(SecretPlace place)
    {
        var named = place.Secret.Variable.Length > 0 ? $"{place.Secret.Variable} = " : "";
        var past = place.Location == "history" && place.Revision is { } revision
            ? $"; authored {revision.AuthorDate.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}, and this version of the file is no longer in the tree, but in its history"
            : "";
        return new Evidence(inspector, place.Path.Value, place.Line, $"{named}{place.Secret.Redacted} ({_format.Name}){past}{Said}", Confidence(place)) { Commit = place.Revision?.Commit };
    }

    private string Said => verdict is null or { Validity: KeyValidity.Unknown } ? "" : $"; {verdict.Host} says that it {(verdict.Validity == KeyValidity.Live ? "works" : "does not work")}";

    private Confidence Confidence(SecretPlace place)
    {
        var own = place.Secret.Proven ? Map.Confidence.Certain : _format.Confidence;
        return PathScope.Of(place.Path) == "product" ? own : (Confidence)Math.Max(0, (int)own - 1);
    }

    private void Grant(AssetId secret, Evidence evidence)
    {
        if (_format.Grants is not { } grant)
            return;
        var place = places.FirstOrDefault(p => p.Secret.Subject.Count > 0) ?? places[0];
        var target = SecretGrant.Target(tree, place.Path.Value, grant, place.Secret, place.Holder);
        tree.Recorder.Relate(secret, RelationKind.Grants, target, $"Whoever holds this {_format.Name} may use {target.Path}.", evidence);
    }
}
