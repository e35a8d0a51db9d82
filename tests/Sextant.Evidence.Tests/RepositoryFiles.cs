using System.Runtime.CompilerServices;

namespace Sextant.Evidence.Tests;

/// <summary>Files of the repository that tests read.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    public static string Tests { get; } = Here();

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path) ?? "";
}
