using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Resolution;
using Sextant.Map;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>A database, bucket or other store as code opens it.</summary>
internal sealed record DataStoreSeen(AssetId Id, string Name, string Provider, string DataType, Match? Match, Confidence Confidence)
{
    /// <summary>Host and port, if known.</summary>
    public string? Address { get; init; }

    /// <summary>The environment variable by which it is known, if that is all that is known.</summary>
    public string? Variable { get; init; }
}

/// <summary>Says which data stores a call opens or touches. Records nothing.</summary>
internal sealed class DataStoreReader(CodeReading reading)
{
    /// <summary>The stores that a call opens.</summary>
    public IReadOnlyList<DataStoreSeen> Of(Match match)
    {
        var provider = match.Entry.Value("provider") ?? "";
        var type = match.Entry.Value("dataType") ?? "database";
        if (reading.Argument(match, "url") is { } url && !(url.Expression is Expression.Mapping && reading.Argument(match, "host") is not null))
            return [.. ByUrl(match, url, provider, type)];
        if (reading.Argument(match, "name") is { } bucket)
            return [.. reading.Texts(bucket).Where(t => IsName(t.Text)).Select(t => Bucket(provider, t.Text, match, Sureness(t)))];
        if (reading.Argument(match, "file") is { } file)
            return [.. reading.Texts(file).Where(t => !t.Text.Contains("{}", StringComparison.Ordinal) && t.Text is not (":memory:" or "")).Select(t => File(provider, t.Text, type, match, Sureness(t)))];
        return reading.Argument(match, "host") is { } host ? ByHost(match, host, provider, type) : [];
    }

    /// <summary>The stores that an effect touches: by its own arguments, or by the connection on which it is called.</summary>
    public IReadOnlyList<DataStoreSeen> TouchedBy(Match match)
    {
        if (match.Entry.Kind == RecognitionKind.DataStore)
            return Of(match);
        var own = new List<DataStoreSeen>();
        if (match.Entry.Value("store") is { } service && reading.Argument(match, "bucket") is { } bucket)
            own.AddRange(reading.Texts(bucket).Where(t => IsName(t.Text)).Select(t => Bucket(service, t.Text, match, Sureness(t))));
        if (reading.Argument(match, "path") is { } path)
            own.AddRange(reading.Texts(path).Where(t => t.Text.StartsWith("s3://", StringComparison.Ordinal)).Select(t => Uri(t.Text, match, Sureness(t))).OfType<DataStoreSeen>());
        return own.Count > 0 || CodeReading.Receiver(match) is not { } receiver ? own : [.. Opened(receiver, 0)];
    }

    /// <summary>The store that an URL with a scheme names, or null: a bucket or a database.</summary>
    public DataStoreSeen? Uri(string text, Match? match, Confidence confidence)
    {
        if (text.StartsWith("jdbc:", StringComparison.Ordinal))
            text = text["jdbc:".Length..];
        var at = text.IndexOf("://", StringComparison.Ordinal);
        if (at <= 0)
            return null;
        var scheme = text[..at].Split('+')[0].ToLowerInvariant();
        var rest = text[(at + 3)..];
        return scheme switch
        {
            "s3" or "s3a" or "s3n" => Bucket("s3", rest.Split('/')[0], match, confidence),
            "gs" or "gcs" => Bucket("gcs", rest.Split('/')[0], match, confidence),
            "sqlite" => rest.TrimStart('/') is { Length: > 0 } file && !file.Contains('{', StringComparison.Ordinal) && !file.Contains(":memory:", StringComparison.Ordinal) ? File("sqlite", file, "database", match, confidence) : null,
            "postgres" or "postgresql" or "mysql" or "mariadb" or "mongodb" or "redis" or "rediss" or "mssql" or "oracle" or "clickhouse" or "snowflake" or "neo4j" or "bolt" or "amqp" or "amqps" =>
                Database(scheme is "postgres" ? "postgresql" : scheme is "rediss" ? "redis" : scheme is "bolt" ? "neo4j" : scheme is "amqps" ? "amqp" : scheme, rest, match, confidence),
            _ => null,
        };
    }

    private IEnumerable<DataStoreSeen> Opened(Located receiver, int depth)
    {
        if (depth > 6)
            yield break;
        foreach (var value in reading.Values(receiver))
        {
            if (reading.MatchAt(value, RecognitionKind.DataStore) is { } opened)
            {
                foreach (var store in Of(opened))
                    yield return store;
                continue;
            }

            var inner = value.Expression switch
            {
                Expression.Call { Callee: Expression.Member method } => method.Target,
                Expression.Call { Arguments: [{ Value: var first }, ..] } => first,
                Expression.Member member => member.Target,
                Expression.Element element => element.Target,
                _ => null,
            };
            if (inner is null)
                continue;
            foreach (var store in Opened(value.With(inner), depth + 1))
                yield return store;
        }
    }

    private DataStoreSeen[] ByUrl(Match match, Located url, string provider, string type)
    {
        var known = reading.Texts(url).Select(t => Uri(ConnectionString.Address(t.Text, provider) ?? t.Text, match, Sureness(t)) ?? BareHost(t, provider, type, match)).OfType<DataStoreSeen>().ToArray();
        if (known.Length > 0)
            return known;
        return EnvironmentVariables.Of(reading, url) is { } variable ? [ByVariable(variable, provider, type, match)] : [];
    }

    private DataStoreSeen? BareHost(ResolvedText text, string provider, string type, Match match) =>
        provider.Length > 0 && WebAddress.TryParse(text.Text, out var web) ? Located(provider, web.ToString(), web, "", type, match, Sureness(text)) : null;

    private DataStoreSeen[] ByHost(Match match, Located host, string provider, string type)
    {
        if (reading.Text(host) is not { } name)
            return EnvironmentVariables.Of(reading, host) is { } variable ? [ByVariable(variable, provider, type, match)] : [];
        var database = reading.Text(reading.Argument(match, "database")) ?? "";
        var port = reading.Argument(match, "port") is { Expression: Expression.Number number } && int.TryParse(number.Value, out var given) ? given : DefaultPort(provider);
        return [Located(provider, name, new WebAddress(name.ToLowerInvariant(), port), database, type, match, Confidence.Certain)];
    }

    private DataStoreSeen ByVariable(string variable, string provider, string type, Match match) =>
        new(NetworkIds.ByVariable(reading.Tree, match.Path, variable), variable, provider, type, match, Confidence.Likely) { Variable = variable };

    private DataStoreSeen? Database(string engine, string rest, Match? match, Confidence confidence)
    {
        var slash = rest.IndexOf('/', rest.LastIndexOf('@') + 1);
        var authority = (slash < 0 ? rest : rest[..slash]).Split(',')[0].Split('?')[0];
        var database = slash < 0 ? "" : rest[(slash + 1)..].Split('?')[0];
        var host = authority[(authority.LastIndexOf('@') + 1)..];
        if (host.Length == 0 || host.Contains('{', StringComparison.Ordinal))
            return null;
        var name = host.Contains(':', StringComparison.Ordinal) ? host : $"{host}:{DefaultPort(engine)}";
        return WebAddress.TryParse(name, out var web)
            ? Located(engine, web.Host, web, database.Contains('{', StringComparison.Ordinal) ? "" : database, engine == "amqp" ? "queue" : "database", match, confidence) : null;
    }

    private DataStoreSeen Located(string engine, string name, WebAddress web, string database, string type, Match? match, Confidence confidence)
    {
        var id = NetworkIds.Database(reading.Tree, match?.Path ?? "", engine, web.Host, database);
        return new(id, database.Length > 0 ? database : name, engine, type, match, confidence) { Address = web.ToString() };
    }

    private static DataStoreSeen Bucket(string service, string name, Match? match, Confidence confidence) =>
        new(WellKnown.Bucket(service, name), name, service, "bucket", match, confidence);

    private DataStoreSeen File(string engine, string path, string type, Match? match, Confidence confidence) =>
        new(reading.Tree.Local(AssetKind.DataStore, engine, path.TrimStart('.', '/')), path[(path.LastIndexOf('/') + 1)..], engine, type, match, confidence);

    private static bool IsName(string text) => text.Length is > 0 and <= 100 && !text.Contains('{', StringComparison.Ordinal) && !text.Any(char.IsWhiteSpace);

    private static Confidence Sureness(ResolvedText text) => text.Source is TextSource.Literal or TextSource.Constant ? Confidence.Certain : Confidence.Likely;

    private static int DefaultPort(string engine) => engine switch
    {
        "postgresql" => 5432,
        "mysql" or "mariadb" => 3306,
        "mongodb" => 27017,
        "redis" => 6379,
        "mssql" => 1433,
        "oracle" => 1521,
        "clickhouse" => 9000,
        "neo4j" => 7687,
        "amqp" => 5672,
        "elasticsearch" or "opensearch" => 9200,
        _ => 443,
    };
}
