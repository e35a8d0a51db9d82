using System.Net;

namespace Sextant.Discovery.Configuration;

/// <summary>What a connection URL says about whom it reaches and as whom. The password is never kept.</summary>
/// <param name="Scheme">The scheme in lower case, without <c>jdbc:</c> and without a driver after <c>+</c>.</param>
/// <param name="User">The user; empty if none is given.</param>
/// <param name="HasPassword">Whether a password is written in it.</param>
/// <param name="Host">The first host; empty for a file.</param>
/// <param name="Port">The port, or 0 if none is given.</param>
/// <param name="Path">The path without its first slash: the database, or a file.</param>
internal sealed record ConnectionUrl(string Scheme, string User, bool HasPassword, string Host, int Port, string Path)
{
    private const int MaxLength = 2048;

    /// <summary>Whether the host has a name of its own in public DNS, as far as its form says.</summary>
    public bool IsPublicName => IsPublic(Host);

    public static bool IsPublic(string host) =>
        host.Contains('.', StringComparison.Ordinal)
        && !IPAddress.TryParse(host, out _)
        && !Array.Exists([".local", ".localhost", ".internal", ".lan", ".localdomain", ".svc", ".home.arpa", ".test", ".invalid"], end => host.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    public static bool TryParse(string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out ConnectionUrl? url)
    {
        url = null;
        if (text.Length > MaxLength)
            return false;
        text = text.Trim().Trim('"', '\'');
        if (text.StartsWith("jdbc:", StringComparison.OrdinalIgnoreCase))
            text = text[5..];
        var mark = text.IndexOf("://", StringComparison.Ordinal);
        if (mark is <= 0 or > 40 || text.AsSpan(0, mark).ContainsAnyExcept(SchemeCharacters))
            return false;
        var scheme = text[..mark].ToLowerInvariant();
        var plus = scheme.IndexOf('+', StringComparison.Ordinal);
        var rest = text[(mark + 3)..];
        var tail = rest.IndexOfAny(['?', '#']);
        if (tail >= 0)
            rest = rest[..tail];
        url = Read(plus < 0 ? scheme : scheme[..plus], rest);
        return true;
    }

    private static ConnectionUrl Read(string scheme, string rest)
    {
        var at = rest.LastIndexOf('@');
        var slash = rest.IndexOf('/', Math.Max(0, at));
        var authority = slash < 0 ? rest : rest[..slash];
        var path = slash < 0 ? "" : rest[(slash + 1)..];
        var (user, password) = Split(at < 0 ? "" : authority[..at]);
        var host = at < 0 ? authority : authority[(at + 1)..];
        host = host.Split(',')[0];
        var port = 0;
        var colon = host.LastIndexOf(':');
        if (colon >= 0 && !host.EndsWith(']') && int.TryParse(host.AsSpan(colon + 1), out var number) && number is > 0 and < 65536)
            port = number;
        if (colon >= 0 && !host.EndsWith(']'))
            host = host[..colon];
        return new ConnectionUrl(scheme, Uri.UnescapeDataString(user), password, host.ToLowerInvariant(), port, path);
    }

    private static (string User, bool Password) Split(string credentials)
    {
        var colon = credentials.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (credentials, false) : (credentials[..colon], colon < credentials.Length - 1);
    }

    private static readonly System.Buffers.SearchValues<char> SchemeCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");
}
