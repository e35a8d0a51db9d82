using Sextant.Documents;

namespace Sextant.Discovery.Containers;

/// <summary>A port of a container that its host publishes.</summary>
/// <param name="Host">The host's port as written; may be a range or empty (any free one).</param>
/// <param name="Container">The container's port, or 0 if it is not one number.</param>
/// <param name="Loopback">Whether only the host itself can get to it.</param>
internal sealed record PublishedPort(string Host, int Container, bool Loopback)
{
    /// <summary>Reads a compose port, in its short form (<c>127.0.0.1:8080:80/tcp</c>) or its long one.</summary>
    public static PublishedPort? Read(DocumentNode node, Func<string, string> fill)
    {
        if (node.IsMap)
            return node["mode"].Text == "none" ? null : new(fill(node["published"].Text), Number(fill(node["target"].Text)), IsLoopback(fill(node["host_ip"].Text)));
        return node.IsScalar ? Short(fill(node.Text)) : null;
    }

    public static PublishedPort Short(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        text = slash < 0 ? text : text[..slash];
        var address = "";
        if (text.StartsWith('[') && text.IndexOf("]:", StringComparison.Ordinal) is > 0 and var close)
            (address, text) = (text[1..close], text[(close + 2)..]);
        var parts = text.Split(':');
        return parts.Length switch
        {
            1 => new("", Number(parts[0]), IsLoopback(address)),
            2 => new(parts[0], Number(parts[1]), IsLoopback(address)),
            _ => new(parts[^2], Number(parts[^1]), IsLoopback(string.Join(':', parts[..^2]))),
        };
    }

    private static int Number(string text) => int.TryParse(text, out var number) && number is > 0 and < 65536 ? number : 0;

    private static bool IsLoopback(string address) => address is "127.0.0.1" or "localhost" or "::1";
}
