namespace Sextant.Discovery.Code.Go;

/// <summary>Import paths of Go and the names by which files know them.</summary>
internal static class GoModuleNames
{
    private static readonly string[] Prefixes = ["go-", "golang-"];
    private static readonly string[] Suffixes = ["-sdk-go", "-go", "-golang", ".go", "-go-sdk", "-go-client"];

    /// <summary>An import path without the major version that is part of it: <c>github.com/x/y/v2/z</c>, <c>gopkg.in/y.v3</c>.</summary>
    public static string WithoutVersion(string path)
    {
        if (path.IndexOf("/v", StringComparison.Ordinal) < 0 && !path.StartsWith("gopkg.in/", StringComparison.Ordinal))
            return path;
        var parts = path.Split('/').Where((p, i) => i == 0 || !IsMajor(p)).ToArray();
        if (parts[0] == "gopkg.in" && parts[^1].LastIndexOf(".v", StringComparison.Ordinal) is > 0 and var dot && IsDigits(parts[^1].AsSpan(dot + 2)))
            parts[^1] = parts[^1][..dot];
        return string.Join('/', parts);
    }

    /// <summary>The names that a package may have: nothing says which but the package itself.</summary>
    public static IReadOnlyList<string> LocalNames(string module)
    {
        var last = module[(module.LastIndexOf('/') + 1)..];
        var names = new List<string> { last };
        foreach (var prefix in Prefixes)
        {
            if (last.StartsWith(prefix, StringComparison.Ordinal))
                names.Add(last[prefix.Length..]);
        }

        foreach (var suffix in Suffixes)
        {
            if (last.EndsWith(suffix, StringComparison.Ordinal))
                names.Add(last[..^suffix.Length]);
        }

        return [.. names.SelectMany(n => (string[])[n.Replace('-', '_').Replace('.', '_'), n.Replace("-", "", StringComparison.Ordinal)])
            .Where(n => n.Length > 0 && !n.Contains('.', StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)];
    }

    private static bool IsMajor(string part) => part.Length > 1 && part[0] == 'v' && part[1] != '0' && part != "v1" && IsDigits(part.AsSpan(1));

    private static bool IsDigits(ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExceptInRange('0', '9');
}
