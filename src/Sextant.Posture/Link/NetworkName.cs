using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Sextant.Map;

namespace Sextant.Posture.Link;

/// <summary>A network name with its port, and whether it means the same everywhere.</summary>
/// <param name="Host">The host, lower case, without a trailing dot.</param>
/// <param name="Port">The port.</param>
internal readonly record struct NetworkName(string Host, int Port)
{
    private static readonly string[] LocalEndings = [".local", ".internal", ".svc", ".localhost", ".lan", ".test", ".example", ".invalid"];

    /// <summary>Whether it means something else on another network: one word, a private address, a cluster's name.</summary>
    public bool IsLocal => !Host.Contains('.', StringComparison.Ordinal)
        || Array.Exists(LocalEndings, Host.EndsWith)
        || (IPAddress.TryParse(Host.Trim('[', ']'), out var address) && IsPrivate(address));

    /// <summary>The names in an asset's <c>hosts</c>; one without a port has its protocol's own, and is left out if that is not known.</summary>
    public static IEnumerable<NetworkName> Of(Asset asset)
    {
        if (asset["hosts"] is not PropertyValue.Set hosts)
            yield break;
        foreach (var host in hosts.Members)
        {
            if (Parse(host, DefaultPort(asset)) is { } name)
                yield return name;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");

    private static NetworkName? Parse(string text, int defaultPort)
    {
        var end = text.LastIndexOf(']') + 1; // an IPv6 address has colons of its own, inside brackets
        var colon = text.IndexOf(':', end);
        var port = defaultPort;
        if (colon >= 0 && !int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out port))
            return null;
        var host = (colon < 0 ? text : text[..colon]).TrimEnd('.').ToLowerInvariant();
        return host.Length == 0 || port is <= 0 or > 65535 ? null : new NetworkName(host, port);
    }

    private static int DefaultPort(Asset asset) => asset.Text("provider") switch
    {
        "postgresql" or "postgres" or "pgvector" => 5432,
        "mysql" or "mariadb" => 3306,
        "redis" => 6379,
        "mongodb" => 27017,
        "elasticsearch" or "opensearch" => 9200,
        "qdrant" => 6333,
        "ollama" => 11434,
        _ => asset.Text("baseUrl") switch
        {
            { } url when url.StartsWith("https:", StringComparison.OrdinalIgnoreCase) => 443,
            { } url when url.StartsWith("http:", StringComparison.OrdinalIgnoreCase) => 80,
            _ => 0,
        },
    };

    private static bool IsPrivate(IPAddress address)
    {
        if (IPAddress.IsLoopback(address) || address.IsIPv6LinkLocal || address.IsIPv6UniqueLocal)
            return true;
        if (address.AddressFamily != AddressFamily.InterNetwork)
            return false;
        var bytes = address.GetAddressBytes();
        return bytes[0] is 10 or 0
            || (bytes[0] == 172 && bytes[1] is >= 16 and <= 31)
            || (bytes[0] == 192 && bytes[1] == 168)
            || (bytes[0] == 169 && bytes[1] == 254)
            || (bytes[0] == 100 && bytes[1] is >= 64 and <= 127);
    }
}
