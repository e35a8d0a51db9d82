using System.Collections.Frozen;
using Sextant.Map;
using Sextant.Posture.Link;

namespace Sextant.Posture.Classify;

/// <summary>
/// Where something runs: by the words of its name, of the variable that holds it and of the folders that define it, by what
/// deploys or hosts it. Words that disagree say nothing.
/// </summary>
public sealed class EnvironmentClassifier : IConcluder
{
    private static readonly FrozenSet<AssetKind> Placed = new[]
    {
        AssetKind.Application, AssetKind.Workload, AssetKind.ModelEndpoint, AssetKind.ModelGateway, AssetKind.DataStore, AssetKind.VectorStore,
        AssetKind.Pipeline, AssetKind.Identity, AssetKind.Secret, AssetKind.Agent, AssetKind.Model, AssetKind.McpServer,
    }.ToFrozenSet();

    private static readonly FrozenDictionary<string, string> Meaning = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["prod"] = "production", ["prd"] = "production", ["production"] = "production",
        ["staging"] = "staging", ["stg"] = "staging", ["preprod"] = "staging", ["uat"] = "staging",
        ["dev"] = "development", ["development"] = "development", ["sandbox"] = "development", ["local"] = "development",
        ["test"] = "test", ["testing"] = "test", ["qa"] = "test",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Releasing = new[] { "deploy", "deployment", "release", "publish" }.ToFrozenSet(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Name => "classify:environment";

    /// <inheritdoc/>
    public void Conclude(AssetMap map, IRecorder recorder)
    {
        var deductions = new Deductions(Name, map, recorder);
        var repositories = new Repositories(map);
        foreach (var asset in map.Assets.Where(a => Placed.Contains(a.Kind) && a["environment"] is null))
        {
            var hint = ByItself(asset, repositories) ?? ByNeighbour(map, asset, repositories);
            if (hint is var (environment, because, confidence, premise))
                deductions.Facet(asset, "environment", environment, because, confidence, premise);
        }
    }

    private static (string Environment, string Because, Confidence Most, Evidence Premise)? ByItself(Asset asset, Repositories repositories) =>
        ByName(asset) ?? ByPath(asset, repositories) ?? ByRelease(asset);

    private static (string Environment, string Because, Confidence Most, Evidence Premise)? ByName(Asset asset)
    {
        // What an agent is called is its role: a QA engineer and a local expert work in production too.
        if (asset.Kind == AssetKind.Agent)
            return null;
        foreach (var name in new[] { asset.Name, asset.Text("variable") ?? "" })
        {
            if (Meant(Words.Of(name)) is { } environment)
                return (environment, $"Its name, {name}, says {environment}.", Confidence.Likely, asset.Surest);
        }

        return null;
    }

    /// <summary>Folders and files; those for tests say what is tested, not where it runs.</summary>
    private static (string Environment, string Because, Confidence Most, Evidence Premise)? ByPath(Asset asset, Repositories repositories)
    {
        if (repositories.Of(asset.Id) is null || asset.Text("scope") is not (null or "product"))
            return null;
        var inside = repositories.Inside(asset.Id);
        return Meant(Words.Of(inside)) is { } environment and not "test"
            ? (environment, $"It is defined in {inside}, which says {environment}.", Confidence.Likely, asset.Surest)
            : null;
    }

    /// <summary>What production hosts, deploys or runs is in production; that other places run it too does not matter.</summary>
    private static (string Environment, string Because, Confidence Most, Evidence Premise)? ByNeighbour(AssetMap map, Asset asset, Repositories repositories)
    {
        var hosts = map.Incoming(asset).Where(r => r.Kind is RelationKind.Hosts or RelationKind.BuiltFrom).Select(r => (Relation: r, Other: r.From));
        var deploys = map.Outgoing(asset).Where(r => r.Kind is RelationKind.DeployedBy or RelationKind.RunsOn).Select(r => (Relation: r, Other: r.To));
        foreach (var (relation, other) in hosts.Concat(deploys))
        {
            if ((other.Text("environment") ?? ByItself(other, repositories)?.Environment) == "production")
                return ("production", $"{other.Name} is in production: {relation.Because}", Confidence.Likely, relation.Surest);
        }

        return null;
    }

    private static (string Environment, string Because, Confidence Most, Evidence Premise)? ByRelease(Asset asset) =>
        asset.Kind == AssetKind.Pipeline && asset.Text("trigger") is "push" or "release" && Words.Of(asset.Name).Exists(Releasing.Contains)
            ? ("production", $"{asset.Name} releases on {asset.Text("trigger")}.", asset.Text("trigger") == "release" ? Confidence.Likely : Confidence.Possible, asset.Surest)
            : null;

    /// <summary>The one environment that words mean, or null; <c>pre-prod</c> and <c>non-prod</c> are not production.</summary>
    private static string? Meant(List<string> words)
    {
        string? meant = null;
        for (var i = 0; i < words.Count; i++)
        {
            if (!Meaning.TryGetValue(words[i], out var environment))
                continue;
            if (i > 0 && environment == "production" && words[i - 1] is "pre" or "non" or "not")
                environment = "staging";
            if (meant is not null && meant != environment)
                return null;
            meant = environment;
        }

        return meant;
    }
}
