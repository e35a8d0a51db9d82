using Sextant.Map;
using Sextant.Posture.Link;

namespace Sextant.Posture.Tests.Link;

public sealed class DataStoreLinkerTests
{
    private static string[] Stores(string drawing)
    {
        var builder = Graph.Builder(drawing);
        new DataStoreLinker().Conclude(builder.Build(), builder);
        return [.. builder.Build().Assets.Where(a => a.Kind == AssetKind.DataStore).Select(a => a.Id.Value)];
    }

    [Fact]
    public void The_server_the_variable_and_the_database_are_one_where_there_is_one_database() =>
        Assert.Equal(
            ["data-store:repo/acme/shop/env/DATABASE_URL"],
            Stores("""
                repository:acme/shop
                data-store:repo/acme/shop/env/DATABASE_URL {hosts: [db:5432], variable: DATABASE_URL}
                data-store:repo/acme/shop/postgresql/db {hosts: [db], provider: postgresql}
                data-store:repo/acme/shop/postgresql/db/crm {hosts: [db:5432], provider: postgresql}
                """));

    [Fact]
    public void Two_databases_of_one_server_stay_two() =>
        Assert.Equal(3, Stores("""
            repository:acme/shop
            data-store:repo/acme/shop/postgresql/db {hosts: [db:5432]}
            data-store:repo/acme/shop/postgresql/db/crm {hosts: [db:5432]}
            data-store:repo/acme/shop/postgresql/db/logs {hosts: [db:5432]}
            """).Length);

    [Fact]
    public void Local_names_of_two_repositories_stay_two() =>
        Assert.Equal(2, Stores("""
            repository:acme/shop
            repository:acme/desk
            data-store:repo/acme/shop/postgresql/db/crm {hosts: [db:5432]}
            data-store:repo/acme/desk/postgresql/db/crm {hosts: [db:5432]}
            """).Length);

    [Fact]
    public void Another_engine_at_the_same_name_is_not_the_same_database() =>
        Assert.Equal(2, Stores("""
            data-store:postgresql/db.acme.com/crm {hosts: [db.acme.com:5432], provider: postgresql}
            data-store:mysql/db.acme.com/crm {hosts: [db.acme.com:5432], provider: mysql}
            """).Length);
}
