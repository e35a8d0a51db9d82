namespace Sextant.Discovery.Configuration;

/// <summary>Whether a file belongs to what ships, by the folders above it: the facet <c>scope</c>.</summary>
internal static class PathScope
{
    /// <summary><c>test</c>, <c>example</c>, <c>documentation</c> or <c>product</c>.</summary>
    public static string Of(string path)
    {
        foreach (var segment in path.AsSpan(0, Math.Max(0, path.LastIndexOf('/'))).Split('/'))
        {
            var folder = path.AsSpan()[segment];
            if (Is(folder, "test", "tests", "__tests__", "testdata", "fixtures", "e2e", "spec"))
                return "test";
            if (Is(folder, "example", "examples", "sample", "samples", "demo", "demos", "cookbook", "tutorials"))
                return "example";
            if (Is(folder, "doc", "docs", "documentation"))
                return "documentation";
        }

        return "product";
    }

    private static bool Is(ReadOnlySpan<char> folder, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (folder.Equals(name, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
