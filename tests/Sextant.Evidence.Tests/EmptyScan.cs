using Sextant.Map;
using Sextant.Posture;

namespace Sextant.Evidence.Tests;

/// <summary>A scan that found nothing.</summary>
internal static class EmptyScan
{
    public static ScanResult Result { get; } = new([], AssetMap.Empty, [], [], Coverage.None, new ToolInfo("Sextant", "0.1.0", "0", "0"));
}
