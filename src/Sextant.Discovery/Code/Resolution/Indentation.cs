namespace Sextant.Discovery.Code.Resolution;

/// <summary>The indentation that the lines of a text share.</summary>
internal static class Indentation
{
    /// <summary>The text without it; lines of blanks do not count and become empty.</summary>
    public static string Removed(string text)
    {
        var lines = text.Split('\n');
        var shared = lines.Where(l => !string.IsNullOrWhiteSpace(l)).Select(Of).DefaultIfEmpty(0).Min();
        return string.Join('\n', lines.Select(l => string.IsNullOrWhiteSpace(l) ? "" : l[shared..]));
    }

    private static int Of(string line) => line.Length - line.AsSpan().TrimStart(" \t").Length;
}
