namespace Sextant.Discovery.Reading;

/// <summary>Tells by its path what a file belongs to: what ships, or what only tests, shows or documents it.</summary>
internal static class PathScope
{
    public const string Product = "product";

    private static readonly string[] Tests =
    [
        "test", "tests", "testing", "__tests__", "testdata", "test-data", "test_data", "fixture", "fixtures", "spec", "specs", "mock", "mocks",
        "__mocks__", "e2e", "cassettes", "benchmark", "benchmarks", "eval", "evals",
    ];

    private static readonly string[] Examples =
    [
        "example", "examples", "sample", "samples", "demo", "demos", "tutorial", "tutorials", "cookbook", "cookbooks", "playground", "quickstart",
        "quickstarts",
    ];

    private static readonly string[] Documents = ["doc", "docs", "documentation", "website"];

    /// <summary>The value of the facet <c>scope</c>: the outermost folder that says one decides, then the file's name.</summary>
    public static string Of(string path) => Of(new TreePath(path));

    /// <inheritdoc cref="Of(string)"/>
    public static string Of(TreePath path)
    {
        var folders = path.Folder;
        foreach (var range in folders.Split('/'))
        {
            var folder = folders[range];
            if (IsOneOf(folder, Tests) || folder.EndsWith("-tests", StringComparison.OrdinalIgnoreCase)
                || folder.EndsWith("_tests", StringComparison.OrdinalIgnoreCase) || folder.EndsWith(".Tests", StringComparison.OrdinalIgnoreCase))
                return "test";
            if (IsOneOf(folder, Examples))
                return "example";
            if (IsOneOf(folder, Documents))
                return "documentation";
        }

        return OfName(path);
    }

    private static string OfName(TreePath path)
    {
        var name = path.FileName;
        var stem = name.IndexOf('.') is >= 0 and var dot ? name[..dot] : name;
        if (stem.StartsWith("test_", StringComparison.OrdinalIgnoreCase) || stem.EndsWith("_test", StringComparison.OrdinalIgnoreCase)
            || stem.StartsWith("mock_", StringComparison.OrdinalIgnoreCase) || stem is "conftest"
            || name.Contains(".test.", StringComparison.OrdinalIgnoreCase) || name.Contains(".spec.", StringComparison.OrdinalIgnoreCase))
            return "test";
        if (name.Contains(".example", StringComparison.OrdinalIgnoreCase) || name.Contains(".sample", StringComparison.OrdinalIgnoreCase)
            || name.Contains(".template", StringComparison.OrdinalIgnoreCase))
            return "example";
        return path.HasExtension(".md", ".mdx", ".rst", ".adoc") ? "documentation" : Product;
    }

    private static bool IsOneOf(ReadOnlySpan<char> folder, string[] names)
    {
        foreach (var name in names)
        {
            if (folder.Equals(name, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
