using Sextant.Discovery.Reading;

namespace Sextant.Discovery.Secrets;

/// <summary>Whether a file belongs to what ships or only tests, shows or documents it, by its path.</summary>
internal static class PathScope
{
    private static readonly string[] Tests = ["test", "tests", "testing", "__tests__", "testdata", "test-data", "test_data", "fixtures", "fixture", "spec", "specs", "mocks", "__mocks__", "e2e"];
    private static readonly string[] Examples = ["example", "examples", "sample", "samples", "demo", "demos", "tutorial", "tutorials", "cookbook", "playground"];
    private static readonly string[] Documents = ["doc", "docs", "documentation", "website"];

    /// <summary>The value of the facet <c>scope</c>.</summary>
    public static string Of(TreePath path)
    {
        foreach (var range in path.Value.AsSpan().Split('/'))
        {
            var part = path.Value.AsSpan()[range];
            if (range.End.Value == path.Value.Length)
                break;
            if (IsOneOf(part, Tests) || part.EndsWith("-tests", StringComparison.OrdinalIgnoreCase) || part.EndsWith(".Tests", StringComparison.OrdinalIgnoreCase))
                return "test";
            if (IsOneOf(part, Examples))
                return "example";
            if (IsOneOf(part, Documents))
                return "documentation";
        }

        return OfName(path);
    }

    private static string OfName(TreePath path)
    {
        var name = path.FileName;
        if (name.StartsWith("test_", StringComparison.OrdinalIgnoreCase) || name.Contains("_test.", StringComparison.OrdinalIgnoreCase)
            || name.Contains(".test.", StringComparison.OrdinalIgnoreCase) || name.Contains(".spec.", StringComparison.OrdinalIgnoreCase))
            return "test";
        if (name.Contains("example", StringComparison.OrdinalIgnoreCase) || name.Contains(".sample", StringComparison.OrdinalIgnoreCase)
            || name.Contains(".template", StringComparison.OrdinalIgnoreCase))
            return "example";
        return path.HasExtension(".md", ".mdx", ".rst", ".adoc") ? "documentation" : "product";
    }

    private static bool IsOneOf(ReadOnlySpan<char> part, string[] names)
    {
        foreach (var name in names)
        {
            if (part.Equals(name, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
