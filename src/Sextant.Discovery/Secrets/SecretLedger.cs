using System.Collections.Concurrent;
using Sextant.Discovery.Reading;
using Sextant.Discovery.Secrets.Verification;
using Sextant.Map;

namespace Sextant.Discovery.Secrets;

/// <summary>A secret at a place, without its value.</summary>
/// <param name="Holder">The fingerprint of what names its holder: of the key id that it belongs to, or its own.</param>
internal sealed record SecretPlace(FoundSecret Secret, string Fingerprint, string Holder, TreePath Path, int Line, string Location, Revision? Revision);

/// <summary>
/// Keeps the places of secrets until all files were read, and then records each secret once with all of them. The order in which
/// files came does not matter.
/// </summary>
internal sealed class SecretLedger
{
    /// <summary>Places kept of one secret; more say nothing new.</summary>
    private const int MaxPlaces = 200;

    private readonly ConcurrentBag<SecretPlace> _places = [];
    private readonly ConcurrentDictionary<string, byte> _paths = new(StringComparer.Ordinal);

    /// <summary>Notes a place.</summary>
    public void Add(SecretPlace place)
    {
        _places.Add(place);
        _paths.TryAdd(place.Path.Value, 0);
    }

    /// <summary>Whether a place in a file was noted.</summary>
    public bool Holds(TreePath path) => _paths.ContainsKey(path.Value);

    /// <summary>Records all secrets, sorted, each with what its provider said of it if it was asked.</summary>
    public void Record(TreeContext tree, string inspector, KeyVerifier? verifier)
    {
        var secrets = _places.GroupBy(p => (p.Secret.Format.Id, p.Fingerprint))
            .OrderBy(g => g.Key.Id, StringComparer.Ordinal).ThenBy(g => g.Key.Fingerprint, StringComparer.Ordinal);
        foreach (var secret in secrets)
        {
            var places = Distinct(secret);
            if (places.Count > MaxPlaces)
                tree.Recorder.Record(new Gap(inspector, places[MaxPlaces].Path.Value, $"a {places[0].Secret.Format.Name} is in {places.Count} places; {MaxPlaces} were recorded"));
            new SecretRecord(tree, inspector, places[..Math.Min(places.Count, MaxPlaces)], verifier?.Verdict(secret.Key.Fingerprint)).Record();
        }

        _places.Clear();
    }

    // Of the versions of a file that hold a secret, the one that brought it says all; and none is needed if the tree holds it there.
    private static List<SecretPlace> Distinct(IEnumerable<SecretPlace> places)
    {
        var sorted = places.OrderBy(p => p.Location == "history").ThenBy(p => p.Path.Value, StringComparer.Ordinal)
            .ThenBy(p => p.Revision?.AuthorDate ?? DateTimeOffset.MinValue).ThenBy(p => p.Revision?.Commit, StringComparer.Ordinal)
            .ThenBy(p => p.Line).ThenBy(p => p.Secret.Start).ToList();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. sorted.Where(p => p.Location != "history" || seen.Add(p.Path.Value))];
    }
}
