using Sextant.Map;

namespace Sextant.Posture.Classify;

/// <summary>Capabilities that change something outside the model.</summary>
internal static class Effects
{
    private static readonly string[] All = ["changes-identity", "destroys", "executes-code", "sends-external", "spends-money", "writes"];

    /// <summary>The effects that a tool, server or agent is known to have.</summary>
    public static IEnumerable<string> Of(Asset asset) =>
        asset["capabilities"] is PropertyValue.Set capabilities ? All.Where(capabilities.Contains) : [];
}
