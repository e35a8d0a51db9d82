using Sextant.Map;

namespace Sextant.Posture.Prioritize;

/// <summary>What kind of start an attack has.</summary>
public enum SourceKind
{
    /// <summary>Anybody on the Internet.</summary>
    Internet,

    /// <summary>Text that strangers write and that a model reads.</summary>
    UntrustedContent,

    /// <summary>A key found where others can read it.</summary>
    LeakedSecret,
}

/// <summary>Where attackers start: the outside, what strangers write, and keys that lie about.</summary>
internal static class AttackSources
{
    private static readonly RelationKind[] Reading = [RelationKind.Calls, RelationKind.Uses];

    /// <summary>The sources of a kind, with what an attacker has there and how likely.</summary>
    public static IEnumerable<(int Asset, Hold Hold, double Probability)> Of(SourceKind kind, AssetMap map, Friction friction)
    {
        for (var i = 0; i < map.Assets.Count; i++)
        {
            var (hold, probability) = kind switch
            {
                SourceKind.Internet => (Hold.Controlled, map.Assets[i].Kind == AssetKind.Internet ? 1 : 0),
                SourceKind.UntrustedContent => Untrusted(map, map.Assets[i]),
                _ => (Hold.Reached, Leaked(map, map.Assets[i])),
            };
            if (probability > 0 && friction.Guard(i) is > 0 and var guard)
                yield return (i, hold, probability * guard);
        }
    }

    /// <summary>Whether strangers write what something reads, and what that gives them.</summary>
    private static (Hold Hold, double Probability) Untrusted(AssetMap map, Asset asset)
    {
        var takesInput = asset["untrustedInputs"] is PropertyValue.Set { Members.Count: > 0 };
        return asset.Kind switch
        {
            AssetKind.Tool or AssetKind.McpServer when takesInput || asset.Has("capabilities", "reads-untrusted") => (Hold.Reached, .9),
            AssetKind.Agent when takesInput || ReadsItself(map, asset) => (Hold.Controlled, .5),
            AssetKind.DataStore or AssetKind.Dataset or AssetKind.VectorStore when takesInput || IsOpenUnsaid(map, asset) => (Hold.Controlled, .7),
            AssetKind.Pipeline when asset.Text("trigger") == "untrusted-pull-request" => (Hold.Controlled, .5),
            _ => (Hold.Reached, takesInput ? .9 : 0),
        };
    }

    /// <summary>Where anyone may write and no relation from the Internet says so already.</summary>
    private static bool IsOpenUnsaid(AssetMap map, Asset store) =>
        store.Has("writers", "anyone") && !map.Incoming(store, RelationKind.CanWrite).Any(r => r.From.Kind == AssetKind.Internet);

    /// <summary>An agent that reads strangers' text by a tool starts at the tool, which says more.</summary>
    private static bool ReadsItself(AssetMap map, Asset agent) =>
        agent.Has("capabilities", "reads-untrusted")
        && !map.Outgoing(agent).Any(r => Reading.Contains(r.Kind) && r.To.Has("capabilities", "reads-untrusted"));

    /// <summary>Keys in a repository that is private or internal are not held by strangers; of an unknown one they may be.</summary>
    private static double Leaked(AssetMap map, Asset secret)
    {
        if (secret.Kind != AssetKind.Secret || secret.Text("location") is null)
            return 0;
        var works = secret.Text("validity") == "live" ? 1 : .7;
        return Visibility(map, secret) switch
        {
            "public" => .9 * works,
            "private" or "internal" => 0,
            _ => .5 * works,
        };
    }

    /// <summary>The widest visibility of the repositories where a key was found.</summary>
    private static string Visibility(AssetMap map, Asset secret)
    {
        var places = map.Outgoing(secret, RelationKind.DefinedIn).Select(r => r.To).ToArray();
        var repositories = places.Concat(places.SelectMany(p => map.Outgoing(p, RelationKind.DefinedIn)).Select(r => r.To))
            .Where(a => a.Kind == AssetKind.Repository).Select(a => a.Text("visibility") ?? "unknown").ToArray();
        return Array.Find(["public", "unknown", "internal", "private"], v => repositories.Contains(v)) ?? "unknown";
    }
}
