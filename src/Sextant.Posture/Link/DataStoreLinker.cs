using Sextant.Map;

namespace Sextant.Posture.Link;

/// <summary>
/// Joins the names of one database: the server that a compose file starts, the address in code, the variable that holds it.
/// One host may serve several databases, so a name without a database joins only where there is one to mean.
/// </summary>
public sealed class DataStoreLinker : IConcluder
{
    private static readonly AssetKind[] Stores = [AssetKind.DataStore, AssetKind.VectorStore];

    /// <inheritdoc/>
    public string Name => "link:data-stores";

    /// <inheritdoc/>
    public void Conclude(AssetMap map, IRecorder recorder)
    {
        var deductions = new Deductions(Name, map, recorder);
        var repositories = new Repositories(map);
        foreach (var kind in Stores)
        {
            var groups = new Dictionary<(string Repository, NetworkName Name), List<Asset>>();
            foreach (var store in map.Assets.Where(a => a.Kind == kind && a["hosts"] is not null))
                Enter(groups, store, repositories);
            foreach (var ((_, name), group) in groups)
                Join(group, name, repositories, deductions);
        }
    }

    private static void Enter(Dictionary<(string Repository, NetworkName Name), List<Asset>> groups, Asset store, Repositories repositories)
    {
        foreach (var name in NetworkName.Of(store))
        {
            var repository = name.IsLocal ? repositories.Of(store.Id) : "";
            if (repository is null)
                continue;
            if (!groups.TryGetValue((repository, name), out var group))
                groups[(repository, name)] = group = [];
            group.Add(store);
        }
    }

    private static void Join(List<Asset> group, NetworkName name, Repositories repositories, Deductions deductions)
    {
        var engines = group.Select(s => s.Text("provider")).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        if (group.Count < 2 || engines > 1)
            return;
        var databases = group.GroupBy(s => Database(s, name, repositories), StringComparer.Ordinal).ToArray();
        var joined = databases.Count(d => d.Key.Length > 0) <= 1 ? [group] : databases.Where(d => d.Key.Length > 0).Select(d => d.ToList());
        foreach (var one in joined)
        {
            for (var i = 0; i < one.Count; i++)
            {
                foreach (var other in one.Skip(i + 1).Where(o => !name.IsLocal || Means(one[i], o)))
                    deductions.Same(one[i], other, $"Both are the database at {name}.", Confidence.Likely, one[i].Surest, other.Surest);
            }
        }
    }

    /// <summary>A local name means one thing in a folder and the folders below it; beside it, it may mean another.</summary>
    private static bool Means(Asset a, Asset b) =>
        a.Evidence.Any(x => b.Evidence.Any(y => IsAbove(Folder(x.Path), y.Path) || IsAbove(Folder(y.Path), x.Path)));

    private static bool IsAbove(string folder, string path) => path.StartsWith(folder, StringComparison.Ordinal);

    private static string Folder(string path) => path[..(path.LastIndexOf('/') + 1)];

    /// <summary>The database's name in an id <c>…engine/host/database</c>; empty where only the server or a variable is known.</summary>
    private static string Database(Asset store, NetworkName name, Repositories repositories)
    {
        var mark = $"/{name.Host}/";
        var path = $"/{repositories.Inside(store.Id)}";
        var at = path.LastIndexOf(mark, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? "" : path[(at + mark.Length)..];
    }
}
