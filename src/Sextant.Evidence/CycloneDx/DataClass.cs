using Sextant.Map;

namespace Sextant.Evidence.CycloneDx;

/// <summary>One word for how sensitive data are, of the kinds of data that were found.</summary>
internal static class DataClass
{
    /// <summary>Worst first: what comes first names the whole.</summary>
    private static readonly string[] Order = ["credentials", "health", "financial", "personal", "source-code", "confidential", "public"];

    /// <summary>The worst kind.</summary>
    public static string Of(PropertyValue.Set sensitivity) => Array.Find(Order, sensitivity.Contains) ?? sensitivity.Members[0];

    /// <summary>All kinds but public.</summary>
    public static IEnumerable<string> Sensitive(PropertyValue.Set sensitivity) => sensitivity.Members.Where(m => m != "public");
}
