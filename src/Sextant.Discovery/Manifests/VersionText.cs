using System.Buffers;

namespace Sextant.Discovery.Manifests;

/// <summary>What versions as manifests write them have in common.</summary>
internal static class VersionText
{
    private static readonly SearchValues<char> RangeMarks = SearchValues.Create(",*<>^~ |:/[]()$!");
    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");

    /// <summary>Whether a text is one version, and no range.</summary>
    public static bool IsOne(string version) => version.Length > 0 && char.IsAsciiDigit(version[0]) && !version.AsSpan().ContainsAny(RangeMarks);

    /// <summary>Whether a text is the whole id of a git commit.</summary>
    public static bool IsCommit(ReadOnlySpan<char> text) => text.Length == 40 && !text.ContainsAnyExcept(Hexadecimal);
}
