using System.ComponentModel;
using Microsoft.Data.SqlClient;

namespace Acme.Sql;

internal sealed class SqlTool
{
    private const string Connection = "Server=sql.acme.com;Database=Sales;User Id=reader";

    [Description("Run a query against the sales database.")]
    public async Task<string> RunQuery(string sql)
    {
        await using var connection = new SqlConnection(Connection);
        await connection.OpenAsync();
        await using var command = new SqlCommand(sql, connection);
        return Convert.ToString(await command.ExecuteScalarAsync()) ?? "";
    }
}
