namespace Sextant.Discovery.Code.Recognition;

/// <summary>Tells by its path what a file belongs to: what ships, or what only tests, shows or documents it.</summary>
internal static class PathScope
{
    public const string Product = "product";

    private static readonly string[] Tests = ["test", "tests", "testing", "__tests__", "e2e", "mocks", "__mocks__", "mock", "fixtures", "spec", "specs", "testdata", "cassettes"];
    private static readonly string[] Examples = ["example", "examples", "sample", "samples", "demo", "demos", "tutorial", "tutorials", "cookbook", "cookbooks", "playground", "quickstart", "quickstarts"];
    private static readonly string[] Documentation = ["doc", "docs", "documentation", "website"];

    /// <summary>The value of the facet <c>scope</c> for a file.</summary>
    public static string Of(string path)
    {
        var parts = path.Split('/');
        if (IsTestFile(parts[^1]) || Any(parts, Tests) || parts.AsSpan(0, parts.Length - 1).ToArray().Any(IsTestFolder))
            return "test";
        return Any(parts, Examples) ? "example" : Any(parts, Documentation) ? "documentation" : Product;
    }

    private static bool Any(string[] parts, string[] names) =>
        parts.AsSpan(0, parts.Length - 1).ToArray().Any(part => names.Contains(part, StringComparer.OrdinalIgnoreCase));

    // integration_tests, unit-tests
    private static bool IsTestFolder(string folder) =>
        folder.EndsWith("_tests", StringComparison.OrdinalIgnoreCase) || folder.EndsWith("-tests", StringComparison.OrdinalIgnoreCase);

    private static bool IsTestFile(string file)
    {
        var name = file.AsSpan(0, file.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot ? dot : file.Length);
        return name.StartsWith("test_", StringComparison.Ordinal) || name.EndsWith("_test", StringComparison.Ordinal)
            || name is "conftest" || name.StartsWith("mock_", StringComparison.Ordinal)
            || file.Contains(".test.", StringComparison.Ordinal) || file.Contains(".spec.", StringComparison.Ordinal);
    }
}
