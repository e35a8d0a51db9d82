using Sextant.Map;

namespace Sextant.Posture.Link;

/// <summary>
/// Joins a credential found in the clear with the credential that code and jobs of the same repository know by name, so that
/// it shows who would be hurt: the workflow that signs in with it, and what it opens.
/// </summary>
public sealed class SecretLinker : IConcluder
{
    /// <inheritdoc/>
    public string Name => "link:secrets";

    /// <inheritdoc/>
    public void Conclude(AssetMap map, IRecorder recorder)
    {
        var repositories = new Repositories(map);
        var secrets = map.Assets.Where(a => a.Kind == AssetKind.Secret).ToLookup(a => IsFound(a));
        var named = secrets[false].ToLookup(a => repositories.Of(map, a), StringComparer.Ordinal);
        var deductions = new Deductions(Name, map, recorder);
        foreach (var found in secrets[true].Where(s => s["placeholder"] is not PropertyValue.Flag { Value: true }))
        {
            foreach (var repository in Homes(map, found, repositories))
                Join(map, found, [.. named[repository]], deductions);
        }
    }

    private static bool IsFound(Asset secret) => secret.Text("fingerprint") is not null || secret.Text("location") is not null;

    private static IEnumerable<string> Homes(AssetMap map, Asset found, Repositories repositories) =>
        map.Outgoing(found, RelationKind.DefinedIn)
            .Select(r => r.To.Kind == AssetKind.Repository ? r.To.Id.Path : repositories.Of(r.To.Id))
            .OfType<string>().Distinct(StringComparer.Ordinal);

    private static void Join(AssetMap map, Asset found, Asset[] named, Deductions deductions)
    {
        if (found.Text("variable") is { } variable)
        {
            foreach (var same in named.Where(n => n.Text("variable") == variable))
                Share(map, found, same, $"The key found {Place(found)} has the name {variable}", Confidence.Likely, deductions);
            return;
        }

        var ofProvider = found.Text("provider") is { } provider ? Array.FindAll(named, n => Provider(map, n) == WellKnown.Slug(provider)) : [];
        if (ofProvider.Length == 1)
            Share(map, found, ofProvider[0], $"The key found {Place(found)} and {ofProvider[0].Name} are both of {found.Text("provider")}", Confidence.Possible, deductions);
    }

    private static void Share(AssetMap map, Asset found, Asset named, string why, Confidence most, Deductions deductions)
    {
        foreach (var use in map.Incoming(named, RelationKind.AuthenticatesWith))
            deductions.Relate(use.From, RelationKind.AuthenticatesWith, found, $"{why}, which {use.From.Name} signs in with.", most, found.Surest, use.Surest);
        foreach (var grant in map.Outgoing(named, RelationKind.Grants))
            deductions.Relate(found, RelationKind.Grants, grant.To, $"{why}, which opens {grant.To.Name}.", most, found.Surest, grant.Surest);
    }

    private static string Place(Asset found) => found.Text("location") switch
    {
        "history" => "in history",
        "notebook-output" => "in a notebook's output",
        _ => "in the tree",
    };

    private static string? Provider(AssetMap map, Asset named) =>
        named.Text("provider") is { } provider
            ? WellKnown.Slug(provider)
            : map.Outgoing(named, RelationKind.Grants).FirstOrDefault(r => r.To.Kind == AssetKind.AiService) is { Map: not null } grant
                ? grant.To.Id.Path
                : null;
}
