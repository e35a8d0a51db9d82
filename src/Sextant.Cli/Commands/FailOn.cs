using Sextant.Posture;

namespace Sextant.Cli.Commands;

/// <summary>Reads <c>--fail-on</c>.</summary>
internal static class FailOn
{
    /// <summary>Reads the severity that was asked for; null if none was.</summary>
    public static bool TryRead(string? text, out Severity? severity, out string mistake)
    {
        (severity, mistake) = (null, "");
        if (text is null)
            return true;
        if (Enum.TryParse<Severity>(text, ignoreCase: true, out var known) && !char.IsAsciiDigit(text[0]))
        {
            severity = known;
            return true;
        }

        mistake = $"--fail-on knows info, low, medium, high and critical, not '{text}'";
        return false;
    }
}
