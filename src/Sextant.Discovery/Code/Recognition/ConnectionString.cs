namespace Sextant.Discovery.Code.Recognition;

/// <summary>
/// Connection strings of pairs, as .NET's drivers take them: <c>Host=db;Port=5432;Database=shop</c>,
/// <c>Server=tcp:acme.database.windows.net,1433;Initial Catalog=crm</c>, <c>Data Source=app.db</c>.
/// </summary>
internal static class ConnectionString
{
    private const int MaxLength = 2_000;

    private static readonly string[] Hosts = ["host", "server", "data source", "datasource", "address", "addr"];
    private static readonly string[] Databases = ["database", "initial catalog"];
    private const string Tcp = "tcp:";

    /// <summary>The same as an address without credentials: <c>postgresql://db:5432/shop</c>; null if it is no such string.</summary>
    public static string? Address(string text, string provider)
    {
        if (text.Length > MaxLength || !text.Contains('=', StringComparison.Ordinal) || text.Contains("://", StringComparison.Ordinal))
            return null;
        var (host, port, database) = ("", "", "");
        foreach (var pair in text.Split(';'))
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            var name = at < 0 ? "" : pair[..at].Trim().ToLowerInvariant();
            var value = at < 0 ? "" : pair[(at + 1)..].Trim().Trim('"', '\'');
            if (Hosts.Contains(name, StringComparer.Ordinal))
                host = value;
            else if (name == "port")
                port = value;
            else if (Databases.Contains(name, StringComparer.Ordinal))
                database = value;
        }

        if (provider == "sqlite")
            return host.Length > 0 ? $"sqlite:///{host}" : null;
        if (host.StartsWith(Tcp, StringComparison.OrdinalIgnoreCase))
            host = host[Tcp.Length..];
        if (host.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma)
            (host, port) = (host[..comma], host[(comma + 1)..]);
        if (host.Length == 0 || host.Contains("{}", StringComparison.Ordinal))
            return null;
        return $"{provider}://{host}{(port.Length > 0 ? ":" + port : "")}/{database}";
    }
}
