using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Configuration;
using Sextant.Discovery.Reading;
using Sextant.Map;

namespace Sextant.Discovery.Containers;

/// <summary>The ids of databases: a public name is the same for all, any other belongs to its repository.</summary>
internal static class DatabaseIds
{
    public static AssetId Of(TreeContext tree, Database database, string host, string name)
    {
        // A number or nothing behind Redis' slash, and options behind a name, tell no databases apart.
        var clean = name.Split('?', ';')[0].Trim('/');
        if (database.Engine == "redis")
            clean = "";
        return ConnectionUrl.IsPublic(host)
            ? AssetId.Of(AssetKind.DataStore, database.Engine, host, clean)
            : tree.Local(AssetKind.DataStore, database.Engine, host, clean);
    }
}
