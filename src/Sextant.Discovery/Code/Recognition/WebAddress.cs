namespace Sextant.Discovery.Code.Recognition;

/// <summary>Host and port of an address in code.</summary>
internal readonly record struct WebAddress(string Host, int Port)
{
    /// <summary>Reads <c>https://host:port/path</c>, also without a scheme; false if there is no host (or a hole stands in it).</summary>
    public static bool TryParse(string text, out WebAddress address)
    {
        address = default;
        var start = text.IndexOf("://", StringComparison.Ordinal);
        var rest = start < 0 ? text.AsSpan() : text.AsSpan(start + 3);
        var end = rest.IndexOfAny("/?#");
        if (end >= 0)
            rest = rest[..end];
        rest = rest[(rest.LastIndexOf('@') + 1)..];
        var colon = rest.LastIndexOf(':');
        var port = text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 80 : 443;
        if (colon >= 0 && !int.TryParse(rest[(colon + 1)..], out port))
            return false;
        var host = (colon < 0 ? rest : rest[..colon]).ToString().ToLowerInvariant();
        address = new WebAddress(host, port);
        return host.Length > 0 && host.Length <= 253 && (start >= 0 || colon >= 0 || host.Contains('.', StringComparison.Ordinal))
            && host.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_') && host.Any(char.IsAsciiLetterOrDigit);
    }

    /// <summary>Whether the host is of this machine or a network of one's own: <c>localhost</c>, <c>billing</c>, <c>10.0.0.5</c>.</summary>
    public bool IsLocal => Host is "localhost" || !Host.Contains('.', StringComparison.Ordinal)
        || Host.StartsWith("127.", StringComparison.Ordinal) || Host.StartsWith("10.", StringComparison.Ordinal) || Host.StartsWith("192.168.", StringComparison.Ordinal)
        || Host is "0.0.0.0" || Host.EndsWith(".local", StringComparison.Ordinal) || Host.EndsWith(".internal", StringComparison.Ordinal)
        || Host.EndsWith(".svc", StringComparison.Ordinal) || Host.EndsWith(".cluster.local", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => $"{Host}:{Port}";
}
