using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Configuration;
using Sextant.Map;

namespace Sextant.Discovery.Containers;

/// <summary>The ids of databases: a public name is the same for all, any other belongs to its application.</summary>
internal static class DatabaseIds
{
    public static AssetId Of(InspectedFile file, Database database, string host, string name)
    {
        // A number or nothing behind Redis' slash, and options behind a name, tell no databases apart.
        var clean = name.Split('?', ';')[0].Trim('/');
        if (database.Engine == "redis")
            clean = "";
        return NetworkIds.Database(file.Tree, file.Path, database.Engine, host, clean);
    }
}
