using Sextant.Map;

namespace Sextant.Evidence.Sarif;

/// <summary>Texts and addresses by the rules of SARIF.</summary>
internal static class SarifText
{
    private const int MaxText = 4000;

    /// <summary>Plain text in which nothing reads as an embedded link (SARIF 2.1.0, 3.11.6).</summary>
    public static string Plain(string text) => Excerpt.OneLine(text, MaxText).Replace("](", "] (", StringComparison.Ordinal);

    /// <summary>A path relative to the root of the source, as a URI reference (RFC 3986).</summary>
    public static string Uri(string path) => string.Join('/', path.Split('/').Where(p => p is not ("" or ".")).Select(System.Uri.EscapeDataString));
}
