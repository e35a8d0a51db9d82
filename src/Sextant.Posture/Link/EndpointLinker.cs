using Sextant.Map;

namespace Sextant.Posture.Link;

/// <summary>
/// Joins what code calls with what is deployed: an address in code (<c>http://llm:8000</c>) and the service that answers at
/// it. Public names mean one thing anywhere; local ones only within a repository, where the nearest definition is meant.
/// </summary>
public sealed class EndpointLinker : IConcluder
{
    private static readonly AssetKind[] Answering = [AssetKind.ModelEndpoint, AssetKind.ModelGateway, AssetKind.McpServer];
    private static readonly RelationKind[] Using = [RelationKind.Uses, RelationKind.CanInvoke, RelationKind.SendsTo, RelationKind.Reads, RelationKind.Writes];

    /// <inheritdoc/>
    public string Name => "link:endpoints";

    /// <inheritdoc/>
    public void Conclude(AssetMap map, IRecorder recorder)
    {
        var deductions = new Deductions(Name, map, recorder);
        var repositories = new Repositories(map);
        foreach (var kind in Answering)
        {
            var named = map.Assets.Where(a => a.Kind == kind && a["hosts"] is not null).ToArray();
            JoinPublic(named, deductions);
            JoinLocal(map, named, repositories, deductions);
        }
    }

    private static void JoinPublic(Asset[] named, Deductions deductions)
    {
        var first = new Dictionary<NetworkName, Asset>();
        foreach (var asset in named)
        {
            foreach (var name in NetworkName.Of(asset))
            {
                if (!name.IsLocal && !first.TryAdd(name, asset) && first[name].Id != asset.Id)
                    deductions.Same(first[name], asset, $"Both are reached as {name}.", Confidence.Likely, first[name].Surest, asset.Surest);
            }
        }
    }

    private static void JoinLocal(AssetMap map, Asset[] named, Repositories repositories, Deductions deductions)
    {
        var definitions = Definitions.Of([.. named.Where(a => !IsAddress(a))], repositories);
        definitions.JoinVariants(deductions);
        foreach (var address in named.Where(a => IsAddress(a) && NetworkName.Of(a).Any(n => n.IsLocal)))
            JoinAddress(map, address, definitions, repositories, deductions);
    }

    /// <summary>Whether all that is known of it is where it is called: its id ends in <c>url/host:port</c>.</summary>
    private static bool IsAddress(Asset asset)
    {
        var parts = asset.Id.Path.Split('/');
        return parts.Length > 1 && parts[^2] == "url";
    }

    /// <summary>One definition that all users mean is the same thing; otherwise each user is joined to what it means.</summary>
    private static void JoinAddress(AssetMap map, Asset address, Definitions definitions, Repositories repositories, Deductions deductions)
    {
        var uses = map.Incoming(address).Where(r => Using.Contains(r.Kind))
            .Select(use => (Use: use, Means: definitions.Nearest(address, repositories.Of(map, use.From), use.Surest.Path))).ToArray();
        var meant = uses.SelectMany(u => u.Means).DistinctBy(d => d.Id).ToArray();
        if (meant.Length == 1 && Array.TrueForAll(uses, u => u.Means.Count == 1))
        {
            deductions.Same(meant[0], address, $"{address.Name} is called where {meant[0].Name} is defined under that name.", Confidence.Likely, meant[0].Surest, address.Surest);
            return;
        }

        foreach (var (use, means) in uses)
        {
            var sure = means.Count == 1 ? Confidence.Likely : Confidence.Possible;
            foreach (var definition in means)
            {
                deductions.Relate(
                    use.From, use.Kind, definition, $"{use.From.Name} calls {address.Name}, which this repository defines as {definition.Name}.",
                    sure, use.Surest, definition.Surest);
            }
        }
    }
}
