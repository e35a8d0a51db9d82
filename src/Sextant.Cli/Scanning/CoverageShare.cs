using Sextant.Discovery.Reading;
using Sextant.Map;

namespace Sextant.Cli.Scanning;

/// <summary>How much of what should have been read was read.</summary>
internal static class CoverageShare
{
    /// <summary>Percent of the files that were to be read; 100 if there were none.</summary>
    public static double Percent(Coverage coverage)
    {
        var missed = coverage.FilesSkipped.Where(s => SkipReasons.IsMiss(s.Key)).Sum(s => s.Value);
        var wanted = coverage.FilesRead + missed;
        return wanted == 0 ? 100 : 100.0 * coverage.FilesRead / wanted;
    }
}
