namespace Sextant.Discovery.Containers;

/// <summary>A container image as files name it.</summary>
/// <param name="Name">Registry and repository, without Docker Hub's own prefixes.</param>
/// <param name="Tag">The tag; empty if none or not resolved.</param>
/// <param name="Digest">The digest; empty if none.</param>
internal readonly record struct ImageReference(string Name, string Tag, string Digest)
{
    private static readonly string[] Moving = ["latest", "main", "master", "nightly", "edge", "stable", "dev", "develop", "canary", "beta", "cuda", "gpu", "cpu", "release", "rc", "next", "alpine", "slim", "lts"];

    public static ImageReference Parse(string text)
    {
        text = text.Trim();
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var digest = at < 0 ? "" : text[(at + 1)..];
        var rest = at < 0 ? text : text[..at];
        var colon = rest.LastIndexOf(':');
        var tag = "";
        if (colon > rest.LastIndexOf('/') && !rest.AsSpan(0, colon).EndsWith("$"))
            (rest, tag) = (rest[..colon], rest[(colon + 1)..]);
        foreach (var prefix in (ReadOnlySpan<string>)["docker.io/", "index.docker.io/", "registry-1.docker.io/", "library/"])
        {
            if (rest.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                rest = rest[prefix.Length..];
        }

        return new ImageReference(rest, tag, digest);
    }

    /// <summary>The facet <c>pinned</c>: a tag that moves by its name fixes nothing.</summary>
    public string? Pinned => Digest.Length > 0 ? "digest"
        : Tag.Contains('$', StringComparison.Ordinal) || Name.Contains('$', StringComparison.Ordinal) ? null
        : Tag.Length == 0 || Moving.Contains(Tag, StringComparer.OrdinalIgnoreCase) || !Tag.AsSpan().ContainsAnyInRange('0', '9') ? "floating" : "version";

    /// <summary>The image as it is shown.</summary>
    public override string ToString() => $"{Name}{(Tag.Length > 0 ? $":{Tag}" : "")}{(Digest.Length > 0 ? $"@{Digest}" : "")}";
}
